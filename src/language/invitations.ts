import type { InvitationState } from '#method/event/event.ts'
import type { Words } from './language.ts'

/** Where someone stands with an event, as a word on a button. */
export const invitationStateNames: Readonly<Record<InvitationState, Words>> = {
  invited: { fr: 'Invitée', en: 'Invited' },
  accepted: { fr: 'A accepté', en: 'Accepted' },
  declined: { fr: 'A décliné', en: 'Declined' },
  present: { fr: 'Présente', en: 'Present' },
  absent: { fr: 'Absente', en: 'Absent' },
  withdrawn: { fr: 'Invitation reprise', en: 'Invitation taken back' },
}
