import type { Channel, MessageClass, Purpose } from '#method/consent/consent.ts'
import type { Ground, Missing } from '#method/consent/verdict.ts'
import type { Words } from './language.ts'

/** The grounds, inside a sentence; both languages name the same one (law P9). */
export const groundNames: Readonly<Record<Ground, Words>> = {
  'no-address': { fr: 'publication sans destinataire', en: 'post addressed to nobody' },
  reply: { fr: 'réponse à sa demande', en: 'reply to a request' },
  'her-business': { fr: 'question sur ses propres services', en: 'question about the person’s own services' },
  quote: { fr: 'soumission demandée', en: 'requested quote' },
  transaction: { fr: 'transaction convenue', en: 'agreed transaction' },
  safety: { fr: 'garantie, rappel ou sécurité', en: 'warranty, recall or safety' },
  notice: { fr: 'avis factuel', en: 'factual notice' },
  delivery: { fr: 'livraison d’une commande', en: 'delivery of an order' },
  'express-consent': { fr: 'consentement exprès', en: 'express consent' },
  'consent-to-call': { fr: 'consentement aux appels', en: 'consent to calls' },
  purchase: { fr: 'achat', en: 'purchase' },
  contract: { fr: 'contrat écrit', en: 'written contract' },
  membership: { fr: 'abonnement ou adhésion', en: 'subscription or membership' },
  inquiry: { fr: 'demande de renseignements', en: 'inquiry' },
  'non-business': { fr: 'don, bénévolat ou assemblée', en: 'gift, volunteering or meeting' },
  inherited: { fr: 'relation reprise avec l’entreprise', en: 'relationship taken over with the business' },
  referral: { fr: 'recommandation', en: 'referral' },
  'close-relationship': { fr: 'relation personnelle', en: 'personal relationship' },
  'address-disclosed': { fr: 'adresse remise', en: 'address given' },
  'address-published': { fr: 'adresse publiée', en: 'published address' },
  'business-line': { fr: 'ligne d’affaires', en: 'business line' },
  'call-back': { fr: 'rappel demandé', en: 'requested call-back' },
  'not-listed': { fr: 'numéro absent de la liste nationale', en: 'number not on the national list' },
}

/** The channels, as nouns. */
export const channelNames: Readonly<Record<Channel, Words>> = {
  email: { fr: 'Courriel', en: 'E-mail' },
  sms: { fr: 'Texto', en: 'Text' },
  message: { fr: 'Message direct', en: 'Direct message' },
  phone: { fr: 'Appel', en: 'Call' },
}

/** The classes of message, as nouns in the plural. */
export const classNames: Readonly<Record<MessageClass, Words>> = {
  personal: { fr: 'messages personnels', en: 'personal messages' },
  invitation: { fr: 'invitations', en: 'invitations' },
  newsletter: { fr: 'infolettres', en: 'newsletters' },
}

/** What a message is for, to choose from (law R1). */
export const purposeNames: Readonly<Record<Purpose, Words>> = {
  personal: { fr: 'Message personnel', en: 'Personal message' },
  invitation: { fr: 'Invitation', en: 'Invitation' },
  newsletter: { fr: 'Infolettre', en: 'Newsletter' },
  'ask-consent': { fr: 'Demande de consentement', en: 'Request for consent' },
  reply: { fr: 'Réponse à sa demande', en: 'Reply to a request' },
  'her-business': { fr: 'Question sur ses services', en: 'Question about the person’s services' },
  quote: { fr: 'Soumission demandée', en: 'Requested quote' },
  transaction: { fr: 'Transaction', en: 'Transaction' },
  safety: { fr: 'Garantie, rappel ou sécurité', en: 'Warranty, recall or safety' },
  notice: { fr: 'Avis factuel', en: 'Factual notice' },
  delivery: { fr: 'Livraison', en: 'Delivery' },
}

/** What is missing, as something to give or to do. */
export const missingNames: Readonly<Record<Missing, Words>> = {
  name: { fr: 'votre nom ou celui de votre entreprise', en: 'your name or that of your business' },
  'mailing-address': { fr: 'votre adresse postale', en: 'your mailing address' },
  'contact-point': { fr: 'un téléphone, un courriel ou un site', en: 'a telephone, an e-mail address or a site' },
  confirmation: { fr: 'votre confirmation de ces coordonnées depuis moins d’un an', en: 'your confirmation of these details within a year' },
  'call-registration': { fr: 'votre numéro d’inscription à la liste nationale', en: 'your registration number with the national list' },
  'area-code': { fr: 'l’indicatif régional dans votre abonnement à la liste nationale', en: 'the area code in your subscription to the national list' },
  consent: { fr: 'le consentement de la personne', en: 'the person’s consent' },
  inquiry: { fr: 'une demande de sa part', en: 'a request from the person' },
  informed: { fr: 'l’avoir informée de l’usage de son adresse', en: 'having told the person what the address is for' },
  zone: { fr: 'la ville ou le fuseau horaire de la personne', en: 'the person’s city or time zone' },
  'national-list-check': { fr: 'une vérification de la liste nationale depuis moins de 31 jours', en: 'a check of the national list within 31 days' },
  'identity-in-text': { fr: 'votre nom dans le message', en: 'your name in the message' },
  'address-in-text': { fr: 'votre adresse postale dans le message', en: 'your mailing address in the message' },
  'contact-point-in-text': { fr: 'un moyen de vous joindre dans le message', en: 'a way to reach you in the message' },
  unsubscribe: { fr: 'un moyen de se désabonner', en: 'a way to unsubscribe' },
  'single-unsubscribe': { fr: 'un seul moyen de se désabonner', en: 'a single way to unsubscribe' },
  'working-unsubscribe': { fr: 'un moyen de se désabonner qui fonctionne', en: 'a way to unsubscribe that works' },
  'relevance-note': { fr: 'le lien entre le message et son rôle', en: 'how the message concerns the person’s role' },
  'referrer-full-name': { fr: 'le nom complet de qui l’a recommandée', en: 'the full name of who recommended' },
  'referral-statement': { fr: 'la mention de la recommandation', en: 'a mention of the referral' },
}
