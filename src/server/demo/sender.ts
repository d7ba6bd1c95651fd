import type { Instant } from '#method/calendar/day.ts'
import { blankSender, type SenderProfile } from '#method/consent/consent.ts'

/** Who writes and calls in the demo; her details are of the ranges reserved for examples. */
export const nadia = (confirmedAt: Instant): SenderProfile => ({
  ...blankSender,
  businessName: 'Atelier Nadia',
  personName: 'Nadia Tremblay',
  mailingAddress: '12, rue de l’Exemple, Drummondville (Québec)  J2B 1A1',
  phone: '+18195550100',
  email: 'nadia@example.com',
  website: 'https://nadia.example.com',
  confirmedAt,
  signature: { fr: 'Nadia', en: 'Nadia' },
})
