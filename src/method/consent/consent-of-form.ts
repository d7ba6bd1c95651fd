import type { ConsentFact } from './consent.ts'

/** A form as it was sent: the version of the words that were ticked, and the language they were read in. */
export type TickedForm = { readonly id: string; readonly mayWrite?: string | undefined; readonly language?: 'fr' | 'en' | '' | undefined }

/** The consent that someone gave by ticking the words of the public form; its proof names the enquiry it came with. */
export const consentOfForm = ({ id, mayWrite = '', language }: TickedForm): ConsentFact => ({
  type: 'express-consent',
  channels: ['email'],
  classes: ['personal', 'invitation'],
  means: 'form',
  wording: mayWrite,
  language: language === 'en' ? 'en' : 'fr',
  isPreChecked: false,
  isBundled: false,
  proof: `enquiry ${id}`,
})
