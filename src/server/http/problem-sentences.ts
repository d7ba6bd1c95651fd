import { nb, type Language } from '#language/language.ts'
import { refusalParts, refusalSentence } from '#language/refusals.ts'
import type { Refusal } from '#method/ledger/operation.ts'

type Sentence = readonly [fr: string, en: string]

const sentences: Readonly<Record<string, Sentence>> = {
  'address-needed': ['Donnez aussi l’adresse avec laquelle vous entrerez.', 'Give the address with which you will sign in, too.'],
  'address-taken': ['Cette adresse ne peut pas servir ici. Choisissez-en une autre.', 'This address cannot be used here. Choose another one.'],
  'already-a-member': ['Cette personne fait déjà partie de l’équipe.', 'This person is already in the team.'],
  'current-password-needed': ['Donnez d’abord votre mot de passe actuel.', 'Give your present password first.'],
  'database-away': [
    'Entrain ne joint pas sa base de données. Rien n’est perdu; réessayez dans un instant.',
    'Entrain cannot reach its database. Nothing is lost; try again in a moment.',
  ],
  'day-not-valid': [
    `Une date ne se lit pas${nb}: il faut un jour qui existe, de 1900 à 2200, écrit comme 2026-11-23.`,
    'A date cannot be read: it must be a day that exists, from 1900 to 2200, written as 2026-11-23.',
  ],
  'days-reversed': ['Le premier jour vient après le dernier.', 'The first day comes after the last one.'],
  'device-revoked': [
    'Cet appareil a été déconnecté à distance. Entrez de nouveau pour vous en servir.',
    'This device was signed out from elsewhere. Sign in again to use it.',
  ],
  'key-not-valid': ['Cette clé n’est pas valable, ou ne l’est plus.', 'This key is not valid, or no longer.'],
  'key-reads-only': ['Cette clé permet de lire, pas d’écrire.', 'This key may read, not write.'],
  'last-owner': [
    'L’équipe doit garder au moins une personne propriétaire. Nommez-en une autre d’abord.',
    'The team must keep at least one owner. Name another one first.',
  ],
  'link-used-or-expired': ['Ce lien a déjà servi, ou il est périmé. Demandez-en un autre.', 'This link was used already, or has expired. Ask for another one.'],
  'membership-ended': ['Vous ne faites plus partie de cet espace.', 'You are no longer a member of this workspace.'],
  'name-and-password-needed': ['Il manque votre nom ou votre mot de passe.', 'Your name or your password is missing.'],
  'mail-account-needed': ['Donnez d’abord votre serveur de courriel, dans Réglages.', 'Give your mail server first, in Settings.'],
  'mail-password-needed': [
    'Le mot de passe de votre courriel manque. Rien n’est changé; donnez-le de nouveau.',
    'The password of your mail is missing. Nothing is changed; give it again.',
  ],
  'mail-server-refused': [
    'Votre serveur de courriel n’a pas laissé entrer Entrain. Rien n’est changé; vérifiez l’adresse du serveur, le nom et le mot de passe.',
    'Your mail server did not let Entrain in. Nothing is changed; check the address of the server, the name and the password.',
  ],
  'public-address-needed': [
    'Entrain n’a pas encore d’adresse que d’autres peuvent ouvrir. Rien n’est changé; démarrez-le avec une adresse publique (ENTRAIN_URL).',
    'Entrain has no address yet that others can open. Nothing is changed; start it with a public address (ENTRAIN_URL).',
  ],
  'push-service-unknown': [
    'Ce navigateur passe par un service de notifications qu’Entrain ne connaît pas.',
    'This browser goes through a notification service that Entrain does not know.',
  ],
  'sender-needed': [
    'Donnez d’abord votre nom d’entreprise, votre adresse postale et une façon de vous joindre, dans Réglages.',
    'Give your business name, your mailing address and a way to reach you first, in Settings.',
  ],
  'not-a-member': ['Vous ne faites pas partie de cet espace.', 'You are not a member of this workspace.'],
  'not-allowed': ['Cela ne vous est pas permis.', 'You may not do this.'],
  'not-found': ['Cela n’existe pas, ou n’est pas à vous.', 'This does not exist, or is not yours.'],
  'not-json': ['La demande doit être écrite en JSON.', 'The request must be written in JSON.'],
  'not-readable': ['La demande n’est pas lisible telle quelle.', 'The request cannot be read as it is.'],
  'not-yet-done': [
    'Ce moment n’est pas encore venu. Dites quand cela s’est fait; rien n’a été noté.',
    'That moment has not come yet. Say when it was done; nothing was noted.',
  ],
  'not-signed-in': [
    'Vous n’êtes pas connecté. Entrez de nouveau; ce que vous avez noté est gardé.',
    'You are not signed in. Sign in again; what you noted is kept.',
  ],
  'nul-in-text': [
    'Un texte contient un caractère nul, que rien ne peut garder. Retirez-le, puis réessayez.',
    'A text holds a null character, which nothing can keep. Remove it, then try again.',
  ],
  'other-origin': ['Cette demande vient d’une autre page qu’Entrain.', 'This request comes from another page than Entrain.'],
  'owners-only': ['Seule une personne propriétaire peut le faire.', 'Only an owner may do this.'],
  'no-such-kind': ['Ce genre d’activité n’existe pas.', 'There is no such kind of activity.'],
  'no-such-source': ['Personne ne vient de cette source.', 'Nobody comes from this source.'],
  'no-room': ['Le serveur n’a plus de place pour ce fichier. Rien n’a été écrit.', 'The server has no room left for this file. Nothing was written.'],
  'past-file-being-written': [
    'Une importation est déjà en cours. Attendez qu’elle finisse, ou arrêtez-la.',
    'An import is already under way. Let it end, or stop it.',
  ],
  'past-file-not-ready': [
    'Ce fichier n’est pas prêt pour cela. Choisissez-le de nouveau; rien n’a été doublé.',
    'This file is not ready for that. Choose it again; nothing was doubled.',
  ],
  'past-file-too-large': [
    'Ce fichier dépasse 200\u00A0Mo ou 500\u00A0000 lignes. Séparez-le par années, ou importez-le par la ligne de commande\u00A0: entrain import activities.',
    'This file is over 200\u00A0MB or 500,000 rows. Split it by years, or import it on the command line: entrain import activities.',
  ],
  'password-too-easy': [
    'Ce mot de passe est trop facile à deviner. Quatre mots sans lien entre eux font très bien.',
    'This password is too easy to guess. Four unrelated words do very well.',
  ],
  'sign-in-again': ['Par prudence, entrez de nouveau avant de faire cela.', 'To be safe, sign in again before doing this.'],
  'sign-in-first': [
    'Vous avez déjà un compte à cette adresse. Entrez d’abord, puis ouvrez le lien.',
    'You already have an account under this address. Sign in first, then open the link.',
  ],
  'too-large': ['La demande est trop grande.', 'The request is too large.'],
  'too-many-invitations': ['Trop d’invitations attendent une réponse. Reprenez-en quelques-unes.', 'Too many invitations await an answer. Take some back.'],
  'too-many-keys': ['Vous avez déjà beaucoup de clés. Retirez-en une d’abord.', 'You have many keys already. Revoke one first.'],
  'too-many-requests': ['Trop de demandes à la fois. Réessayez dans un instant.', 'Too many requests at once. Try again in a moment.'],
  unexpected: [
    'Quelque chose n’a pas fonctionné de notre côté. Rien n’est perdu; réessayez dans un instant.',
    'Something went wrong on our side. Nothing is lost; try again in a moment.',
  ],
  'unknown-host': ['Entrain n’est pas servi sous ce nom. Ouvrez-le par son adresse.', 'Entrain is not served under this name. Open it by its address.'],
  'wrong-address-or-password': ['L’adresse ou le mot de passe ne convient pas.', 'The address or the password is not right.'],
  'wrong-password': ['Le mot de passe actuel ne convient pas.', 'The present password is not right.'],
}

/** The sentence of a problem; one without its own gets the calm one of its kind. */
export const problemSentence = (reason: string, status: number, language: Language): string => {
  const own = sentences[reason]
  if (own) return own[language === 'fr' ? 0 : 1]
  if (isRefusal(reason, language)) return refusalSentence(reason, language)
  return problemSentence(
    status >= 500 ? 'unexpected' : status === 404 ? 'not-found' : status === 403 ? 'not-allowed' : status === 401 ? 'not-signed-in' : 'not-readable',
    status,
    language,
  )
}

const isRefusal = (reason: string, language: Language): reason is Refusal => {
  try {
    return typeof refusalParts(reason as Refusal, language)?.happened === 'string'
  } catch {
    return false
  }
}

/** French unless the request prefers English. */
export const languageOf = (accepted: string | undefined): Language => {
  const wanted = (accepted ?? '')
    .slice(0, 200)
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().slice(0, 2))
    .find((code) => code === 'fr' || code === 'en')
  return wanted === 'en' ? 'en' : 'fr'
}
