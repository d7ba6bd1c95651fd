import { isConversation, type Activity, type ToldByFile } from '../activity/activity.ts'
import { isBuiltIn } from '../activity/kind.ts'
import { dayOf, type Day } from '../calendar/day.ts'
import { workingDayFrom, type WorkCalendar } from '../calendar/schedule.ts'
import type { Contact, Standing } from '../contact/contact.ts'
import { defaultCadences } from '../follow-up/cadence.ts'
import { contextAfter } from '../follow-up/follow-up-context.ts'
import { proposeStep } from '../follow-up/propose-step.ts'
import { historyOf, withActivity } from './history.ts'
import type { ActivityEntry, Author, Decision, Operation, Put, World } from './operation.ts'
import { defaultSettings } from './settings.ts'
import { accept, calendarOf, canonicalIn, contactIn, dayOfOperation, mayTakeBack, neverForgotten, putActivity, putContact, refuse, worldWith } from './world.ts'

const keepsItsStep = (contact: Contact, activity: Activity): boolean => {
  const step = contact.nextStep
  if (!step || step.due <= activity.day || activity.outcome === 'no' || activity.outcome === 'meeting-booked') return false
  // A meeting stands whatever is said before it; a promise stands until the two have spoken.
  return step.origin === 'meeting' || (step.promised && !isConversation(activity))
}

type Setting = { readonly entry: ActivityEntry; readonly activity: Activity; readonly today: Day; readonly calendar: WorkCalendar; readonly world: World }

/** The standing of one person after an activity: what was chosen, else what the outcome proposes when it is the newest word. */
const standingAfter = (contact: Contact, { entry, activity, today, calendar, world }: Setting): Standing => {
  const setBy = activity.id
  const letGo = (reason: 'said-no' | import('../contact/contact.ts').LetGoReason): Standing => ({
    nextStep: null,
    letGo: { at: activity.occurredAt, reason, note: '', setBy },
  })
  if (entry.after.take === 'step') return { nextStep: { ...entry.after.step, setBy }, letGo: null }
  if (entry.after.take === 'let-go') return letGo(entry.after.reason)
  const isOlder = contact.lastTouchAt !== null && activity.occurredAt < contact.lastTouchAt
  if (isOlder || keepsItsStep(contact, activity)) return { nextStep: contact.nextStep, letGo: contact.letGo }
  const { steps, cadences } = world.get('settings', activity.memberId) ?? defaultSettings(activity.memberId)
  const sequence = contact.sequence ? world.get('sequence', contact.sequence.id) : undefined
  const context = contextAfter(contact, activity, cadences ?? defaultCadences, sequence)
  const proposal = proposeStep(activity.outcome, activity.kind, activity.day, steps, calendar, entry.meeting ?? undefined, context)
  if ('letGo' in proposal) return letGo(proposal.letGo)
  const { nextStep } = proposal
  // A backdated activity does not propose a day that has gone by already, unless that day is a meeting's own.
  const due = nextStep.due < today && nextStep.origin !== 'meeting' ? workingDayFrom(today, calendar) : nextStep.due
  return { nextStep: { ...nextStep, due, setBy }, letGo: null }
}

// As much as a "not now" may keep of a longer note, without half a character at its end.
const beginningOf = (note: string): string => (note.length <= 4000 ? note : note.slice(0, 4000).replace(/[\uD800-\uDBFF]$/, ''))

const withNotNow = (contact: Contact, activity: Activity, { notNowChange }: ActivityEntry): Contact =>
  activity.outcome !== 'not-now'
    ? contact
    : {
        ...contact,
        notNow: {
          reason: activity.notNow ?? 'other',
          note: beginningOf(activity.note),
          until: contact.nextStep?.due ?? null,
          at: activity.occurredAt,
          change: notNowChange ?? null,
        },
      }

/** What a correction keeps of the moment it leaves as it was: a clock that nobody knew is still unknown. */
const clockKept = (corrected: Activity | undefined, { occurredAt }: ActivityEntry): ToldByFile =>
  corrected?.occurredAt === occurredAt ? { line: corrected.line ?? null, isDayOnly: corrected.isDayOnly ?? null } : { line: null, isDayOnly: null }

/** Records an activity: the fact, and for each person the history and the standing that follow from it (claims 2 and 4). */
export const recordActivity = (world: World, operation: Operation, entry: ActivityEntry, author: Author, corrects: string | null): Decision => {
  if (world.get('activity', entry.activityId)) return refuse('already-exists')
  if (!isBuiltIn(entry.kind) && !world.get('kind', entry.kind)) return refuse('unknown-kind')
  if (entry.contactIds.some((id) => !world.get('contact', id))) return refuse('unknown-contact')
  const people = [...new Set(entry.contactIds.map((id) => canonicalIn(world, id)))].flatMap((id) => world.get('contact', id) ?? [])
  const activity: Activity = {
    id: entry.activityId,
    memberId: author.memberId,
    kind: entry.kind,
    direction: entry.direction,
    outcome: entry.outcome,
    contactIds: [...new Set(entry.contactIds)],
    minutes: entry.minutes,
    title: entry.title,
    note: entry.note,
    notNow: entry.notNow,
    occurredAt: entry.occurredAt,
    day: dayOf(entry.occurredAt, entry.zone),
    zone: entry.zone,
    standingBefore: Object.fromEntries(people.map(({ id, nextStep, letGo }) => [id, { nextStep, letGo }])),
    corrects,
    voidedAt: null,
    importId: null,
    ...clockKept(corrects === null ? undefined : world.get('activity', corrects), entry),
  }
  const setting: Setting = { entry, activity, today: dayOfOperation(operation), calendar: calendarOf(world, author), world }
  const puts = people.map((contact) => {
    const moved = { ...contact, ...standingAfter(contact, setting), ...withActivity(contact, activity) }
    return putContact(neverForgotten(withNotNow(moved, activity, entry), setting.today, setting.calendar))
  })
  return accept(putActivity(activity), ...puts)
}

/** What the standing goes back to: the one before, or the one before that when it was set by a fact undone meanwhile. */
const standingWithout = (world: World, contactId: string, undone: Activity): Standing | undefined => {
  let standing = undone.standingBefore[contactId]
  const seen = new Set([undone.id])
  while (standing) {
    const setBy: string | null = standing.nextStep?.setBy ?? standing.letGo?.setBy ?? null
    const source = setBy === null || seen.has(setBy) ? undefined : world.get('activity', setBy)
    if (!source || source.voidedAt === null) return standing
    seen.add(source.id)
    standing = source.standingBefore[contactId]
  }
  return standing
}

const withoutActivity = (world: World, contact: Contact, undone: Activity): Contact => {
  const remaining = world.activitiesOf(contact.id).filter(({ id }) => id !== undone.id)
  const told = historyOf(remaining)
  // A phone knows only its window: it takes one off and keeps what it cannot recount until the server answers.
  const history = world.isComplete
    ? told
    : {
        ...told,
        touches: Math.max(0, contact.touches - (undone.direction === 'out' ? 1 : 0)),
        firstReachedAt: contact.firstReachedAt === undone.occurredAt ? told.firstReachedAt : contact.firstReachedAt,
      }
  const isItsStep = contact.nextStep?.setBy === undone.id || contact.letGo?.setBy === undone.id
  const standing = isItsStep ? standingWithout(world, contact.id, undone) : undefined
  const notNow = contact.notNow?.at === undone.occurredAt ? null : contact.notNow
  return { ...contact, ...history, ...standing, notNow }
}

/** Undoes an activity: the fact stays and no longer counts; each person gets back the standing it had changed. */
export const voidActivity = (world: World, operation: Operation, activityId: string, author: Author): Decision => {
  const activity = world.get('activity', activityId)
  if (!activity) return refuse('unknown-activity')
  if (!mayTakeBack(activity, author)) return refuse('not-yours')
  if (activity.voidedAt !== null) return accept()
  const today = dayOfOperation(operation)
  const calendar = calendarOf(world, author)
  const ids = [...new Set(activity.contactIds.map((id) => canonicalIn(world, id)))]
  const puts: Put[] = ids.flatMap((id) => {
    const contact = contactIn(world, id)
    return contact ? [putContact(neverForgotten(withoutActivity(world, contact, activity), today, calendar))] : []
  })
  return accept(putActivity({ ...activity, voidedAt: operation.at }), ...puts)
}

/** Corrects an activity by another fact: the first no longer counts, the second does. */
export const correctActivity = (world: World, operation: Operation, corrects: string, entry: ActivityEntry, author: Author): Decision => {
  const undone = voidActivity(world, operation, corrects, author)
  if (!undone.ok) return undone
  const redone = recordActivity(worldWith(world, undone.puts), operation, entry, author, corrects)
  return redone.ok ? accept(...undone.puts, ...redone.puts) : redone
}
