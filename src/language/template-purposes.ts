import type { TemplatePurpose } from '#method/message/template.ts'
import type { Words } from './language.ts'

/** What a template is for, as a heading. */
export const templatePurposeNames: Readonly<Record<TemplatePurpose, Words>> = {
  event: { fr: 'Inviter à un événement', en: 'Inviting to an event' },
  'follow-up': { fr: 'Prendre des nouvelles', en: 'Keeping in touch' },
  thanks: { fr: 'Remercier', en: 'Saying thank you' },
  answer: { fr: 'Répondre à une demande', en: 'Answering an enquiry' },
  other: { fr: 'Autres messages', en: 'Other messages' },
}
