import type { Template, TemplatePurpose } from '#method/message/template.ts'
import { nb, type Language } from './language.ts'

type Written = { readonly name: string; readonly subject: string; readonly body: string }

const written: Readonly<Record<TemplatePurpose, Readonly<Record<Language, Written>>>> = {
  event: {
    fr: {
      name: 'Inviter à un événement',
      subject: '[Je serai à {lieu}|Une invitation pour vous]',
      body: `Bonjour[ {prénom}],

Je prépare «${nb}{événement}${nb}», le {date}[ à {heure}][ à {lieu}], et j’ai pensé à vous. Je crois que vous y trouveriez quelque chose d’utile, à votre rythme.

[Tous les détails sont ici${nb}: {lien}]

Est-ce que je vous garde une place?`,
    },
    en: {
      name: 'Invite to an event',
      subject: '[I will be in {place}|An invitation for you]',
      body: `Hello[ {first name}],

I am preparing “{event}”, on {date}[ at {time}][ in {place}], and I thought of you. I believe you would find something useful there, at your own pace.

[All the details are here: {link}]

Shall I keep a seat for you?`,
    },
  },
  'follow-up': {
    fr: {
      name: 'Prendre des nouvelles',
      subject: 'Je prends de vos nouvelles',
      body: `Bonjour[ {prénom}],

Comment allez-vous? Je pensais à vous et je me demandais où vous en êtes.

Si le cœur vous en dit, je vous appelle cette semaine. Quel moment vous convient le mieux?`,
    },
    en: {
      name: 'Ask how things are',
      subject: 'How are things?',
      body: `Hello[ {first name}],

How are you? I was thinking of you and wondering where things stand.

If you like, I can call you this week. What time suits you best?`,
    },
  },
  thanks: {
    fr: {
      name: 'Remercier',
      subject: 'Merci[ {prénom}]',
      body: `Bonjour[ {prénom}],

Merci de votre confiance. C’est un plaisir de faire ce bout de chemin avec vous[ pour «${nb}{offre}${nb}»].

Si une question vous vient, écrivez-moi ou appelez-moi, tout simplement.`,
    },
    en: {
      name: 'Say thank you',
      subject: 'Thank you[, {first name}]',
      body: `Hello[ {first name}],

Thank you for your trust. I am glad to be part of this with you[ for “{offer}”].

If a question comes up, just write or call me.`,
    },
  },
  answer: {
    fr: {
      name: 'Répondre à une demande',
      subject: 'Votre message',
      body: `Bonjour[ {prénom}],

Merci de m’avoir écrit. J’aimerais vous répondre de vive voix${nb}: c’est plus simple, et je vous comprendrai mieux.

[À quel moment puis-je vous appeler au {téléphone}?|À quel numéro et à quel moment puis-je vous appeler?]`,
    },
    en: {
      name: 'Answer an enquiry',
      subject: 'Your message',
      body: `Hello[ {first name}],

Thank you for writing. I would like to answer you in person by phone: it is simpler, and I will understand you better.

[At what time may I call you at {phone}?|At what number and what time may I call you?]`,
    },
  },
  other: {
    fr: {
      name: 'Un mot',
      subject: 'Un mot pour vous',
      body: `Bonjour[ {prénom}],

Je pensais à vous aujourd’hui et je voulais vous faire signe.

Comment allez-vous?`,
    },
    en: {
      name: 'A word',
      subject: 'A word for you',
      body: `Hello[ {first name}],

I was thinking of you today and wanted to say hello.

How are you?`,
    },
  },
}

/** The templates that come with Entrain, French first. Their ids are of no row: changing one makes a template of the person's own. */
export const defaultTemplates: readonly Template[] = (['fr', 'en'] as const).flatMap((language) =>
  Object.entries(written).map(([purpose, words]) => ({
    id: `default-${purpose}-${language}`,
    purpose: purpose as TemplatePurpose,
    language,
    ...words[language],
    archived: false,
  })),
)
