import { blankSender, type SenderProfile } from '#method/consent/consent.ts'
import type { Settings } from '#method/ledger/settings.ts'

/** Who writes and calls; where she lives until she says more. */
export const senderOf = ({ sender, zone }: Pick<Settings, 'sender' | 'zone'>): SenderProfile => sender ?? { ...blankSender, zone }
