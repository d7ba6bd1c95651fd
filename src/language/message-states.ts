import type { OutboundMessage } from '#method/message/message.ts'
import { nb, type Language, type Words } from './language.ts'

type Told = Pick<OutboundMessage, 'state' | 'detail'>

const held: Readonly<Record<string, Words>> = {
  sender: { fr: 'dites d’abord qui écrit, dans les réglages', en: 'say first who is writing, in the settings' },
  withdrawn: { fr: 'elle ne veut plus de messages', en: 'she wants no more messages' },
  suppressed: { fr: 'elle ne veut plus de messages', en: 'she wants no more messages' },
  'no-solicitation': { fr: 'elle a dit ne pas vouloir de sollicitation', en: 'she said that she wants no solicitation' },
  'no-ground': { fr: 'rien ne dit encore qu’on peut lui écrire', en: 'nothing says yet that she may be written to' },
  ended: { fr: 'le droit de lui écrire est terminé', en: 'the right to write to her is over' },
  'referral-used': { fr: 'la recommandation a déjà servi', en: 'the referral has already been used' },
  'other-class': { fr: 'son accord porte sur une autre sorte de message', en: 'what she agreed to is another kind of message' },
  message: { fr: 'il manque un mot que la loi demande', en: 'something that the law asks for is missing' },
  gone: { fr: 'sa fiche a été supprimée', en: 'her page was deleted' },
  'not-her-address': { fr: 'cette adresse n’est plus dans sa fiche', en: 'this address is no longer on her page' },
}
const lawSaysNo: Words = { fr: 'la loi ne le permet pas aujourd’hui', en: 'the law does not allow it today' }

const serverFault = (detail: string): Words => {
  if (detail === 'mail-account-needed') return { fr: 'dites d’abord quel est votre serveur de courriel', en: 'say first which mail server is yours' }
  if (detail === 'mail-password-needed') return { fr: 'redonnez le mot de passe de votre courriel', en: 'give your mail password again' }
  if (/^(eauth|smtp-53[0-9])$/.test(detail)) return { fr: 'votre serveur n’a pas accepté le mot de passe', en: 'your server did not accept the password' }
  if (/^smtp-55[0-9]$/.test(detail)) return { fr: 'votre serveur a refusé cette adresse', en: 'your server refused this address' }
  if (detail.startsWith('smtp-')) return { fr: 'votre serveur l’a refusé', en: 'your server refused it' }
  return { fr: 'votre serveur de courriel n’a pas répondu', en: 'your mail server did not answer' }
}

const whyHeld = ({ state, detail }: Told): Words | null => (state === 'blocked' ? (held[detail] ?? lawSaysNo) : state === 'failed' ? serverFault(detail) : null)

const states: Readonly<Record<OutboundMessage['state'], Words>> = {
  queued: { fr: 'Courriel en attente d’envoi', en: 'E-mail waiting to leave' },
  sending: { fr: 'Courriel en train de partir', en: 'E-mail on its way out' },
  sent: { fr: 'Courriel parti', en: 'E-mail sent' },
  failed: { fr: 'Le courriel n’est pas parti', en: 'The e-mail did not leave' },
  blocked: { fr: 'Courriel retenu', en: 'E-mail held back' },
  unsure: { fr: 'Courriel peut-être parti, sans réponse du serveur', en: 'E-mail perhaps sent: the server did not confirm' },
  cancelled: { fr: 'Courriel retiré', en: 'E-mail withdrawn' },
}

/** Where a message stands and why: `Courriel retenu : la recommandation a déjà servi`. A state without its sentence does not compile. */
export const messageSentence = (message: Told, language: Language): string => {
  const state = states[message.state][language]
  const why = whyHeld(message)?.[language]
  return why ? `${state}${language === 'fr' ? nb : ''}: ${why}` : state
}
