import { z } from 'zod'
import { channels } from '#method/consent/consent.ts'
import { invitationStates, rememberedChanges, type Event, type Invitation } from '#method/event/event.ts'
import { id, kept, text, time, written, type Dates } from '../calendar/calendar.ts'

const stood = ({ day, instant }: Dates) =>
  z.strictObject({
    until: instant,
    day,
    place: text(200),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    isArchived: z.boolean(),
  })
const fields = ({ day, instant }: Dates) =>
  z.strictObject({
    id,
    title: text(300),
    place: text(200),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    venue: text(300),
    day,
    time: time.nullable(),
    until: day.nullable(),
    offerId: id.nullable(),
    subjects: z.array(text(100)).max(50),
    link: text(1000),
    note: text(10_000),
    createdAt: instant,
    archivedAt: instant.nullable(),
    // Read back as it was told; what is kept of it is decided, not given.
    stood: z.array(stood({ day, instant })).max(rememberedChanges).nullish(),
  })

/** An event as it is written. */
export const eventEntry: z.ZodType<Omit<Event, 'memberId'>> = fields(written).refine(({ day, until }) => until === null || day <= until)
/** The row of an event. */
export const eventRow: z.ZodType<Event> = fields(kept).extend({ memberId: z.string() })

const invitation = ({ instant }: Dates) =>
  z.strictObject({ eventId: id, contactId: id, state: z.enum(invitationStates), channel: z.enum(channels).nullable(), at: instant })
/** Where someone stands with an event, as it is written. */
export const invitationEntry: z.ZodType<Omit<Invitation, 'id' | 'memberId'>> = invitation(written)
/** The row of an invitation. */
export const invitationRow: z.ZodType<Invitation> = invitation(kept).extend({ id: z.string(), memberId: z.string() })
