import { z } from 'zod'
import { id, text } from '../calendar/calendar.ts'
import { chosenStep, contactFields, contactRow } from './contact.ts'

/** A person to add; without a step, a first one is set for the next working day. */
export const newContact = z.strictObject({ id: id.optional(), fields: contactFields, step: chosenStep.nullable().default(null) })
/** What is written of a person: fields, a next step or letting go, archiving. Those present are written. */
export const contactChange = z.strictObject({ fields: contactFields })
/** A page of people; `after` is the `next` of the page before. */
export const contactQuery = z.strictObject({
  q: text(200).default(''),
  after: id.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
/** A page of people, in the order of their ids. */
export const contactPage = z.object({ contacts: z.array(contactRow), next: id.nullable() })
