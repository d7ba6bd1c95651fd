import type { Language } from './language.ts'

/** The page behind the link of each message: one question, one button. */
export const unsubscribePage = (name: string, language: Language) =>
  language === 'fr'
    ? {
        title: 'Ne plus recevoir de messages',
        question: `Voulez-vous ne plus recevoir les messages envoyés par ${name}?`,
        button: 'Ne plus recevoir de messages',
      }
    : { title: 'Stop receiving messages', question: `Do you want to stop receiving messages from ${name}?`, button: 'Stop the messages' }

/** What is said once it is done: at once, and nothing more is asked. */
export const unsubscribed = (name: string, language: Language) =>
  language === 'fr'
    ? { title: 'C’est fait', text: `${name} ne vous écrira plus. Vous n’avez rien d’autre à faire.` }
    : { title: 'Done', text: `${name} will not write to you any more. There is nothing else to do.` }

/** The form that someone fills in to ask a question. */
export const enquiryPage = (name: string, language: Language) =>
  language === 'fr'
    ? {
        title: `Écrire à ${name}`,
        intro: `${name} vous répondra, de préférence par téléphone.`,
        name: 'Votre nom',
        email: 'Votre courriel',
        phone: 'Votre numéro de téléphone',
        words: 'Votre question',
        either: 'Donnez un courriel ou un numéro de téléphone.',
        send: 'Envoyer',
        other: 'English',
        trap: 'Laissez ce champ vide',
        privacy: `Vos réponses servent seulement à vous répondre et restent chez ${name}.`,
      }
    : {
        title: `Write to ${name}`,
        intro: `${name} will answer you, by telephone if possible.`,
        name: 'Your name',
        email: 'Your e-mail address',
        phone: 'Your telephone number',
        words: 'Your question',
        either: 'Give an e-mail address or a telephone number.',
        send: 'Send',
        other: 'Français',
        trap: 'Leave this field empty',
        privacy: `Your answers are used only to reply to you, and stay with ${name}.`,
      }

/** What went wrong with a form: what happened, what was kept, what to do. */
export const enquiryProblems = {
  name: { fr: 'Il manque votre nom. Le reste est gardé ci-dessous.', en: 'Your name is missing. The rest is kept below.' },
  reach: {
    fr: 'Il manque une façon de vous joindre\u00a0: un courriel ou un numéro valable. Le reste est gardé ci-dessous.',
    en: 'A way to reach you is missing: a valid e-mail address or number. The rest is kept below.',
  },
  words: { fr: 'Il manque votre question. Le reste est gardé ci-dessous.', en: 'Your question is missing. The rest is kept below.' },
  stale: {
    fr: 'La page est restée ouverte longtemps. Tout est gardé ci-dessous\u00a0: envoyez de nouveau.',
    en: 'The page stayed open for a long time. Everything is kept below: send it again.',
  },
  tooMany: {
    fr: `Trop de messages viennent d’ici en ce moment. Rien n’a été envoyé. Réessayez dans une heure, ou téléphonez.`,
    en: 'Too many messages come from here at the moment. Nothing was sent. Try again in an hour, or telephone.',
  },
} as const

/** What is said at the address of a form that is closed, or that never was; `kept` is above what she had written. */
export const formClosed = (language: Language) =>
  language === 'fr'
    ? {
        title: 'Ce formulaire n’est plus ouvert',
        text: 'Rien n’a été envoyé. Écrivez ou téléphonez directement à la personne qui vous a donné ce lien.',
        kept: 'Ce que vous aviez écrit',
      }
    : {
        title: 'This form is no longer open',
        text: 'Nothing was sent. Write to or telephone the person who gave you this link.',
        kept: 'What you had written',
      }

/** What is said once the form has been sent. */
export const enquirySent = (name: string, language: Language) =>
  language === 'fr'
    ? { title: 'Merci!', text: `Votre message est bien arrivé. ${name} vous répondra bientôt.` }
    : { title: 'Thank you!', text: `Your message has arrived. ${name} will answer you soon.` }
