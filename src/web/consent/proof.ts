import { asInstant, type Instant } from '#method/calendar/day.ts'
import { channelStates } from '#method/consent/channel-states.ts'
import { purposes, type Channel, type ConsentFact, type Purpose } from '#method/consent/consent.ts'
import { judge } from '#method/consent/judge.ts'
import { contactMoment } from '#method/consent/moment.ts'
import type { Judgement } from '#method/consent/verdict.ts'
import { counts, type Activity } from '#method/activity/activity.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { OutboundMessage } from '#method/message/message.ts'
import type { LedgerView } from '../offline/ledger.ts'
import type { OlderFacts } from '../offline/older-facts.ts'
import { momentOf, standingOf } from './consent-ledger.ts'
import { consentEvents } from '#method/message/kept-consents.ts'
import { senderOf } from '#method/consent/sender.ts'

/** What of this device a proof is made of. */
export type ProofGround = Pick<LedgerView, 'about' | 'activitiesOf' | 'get' | 'salesOf' | 'settings' | 'windowFrom'>

/** One entry of her history: the fact, when it occurred, when it was noted. `id` names the proof. */
export type ProofEntry = { readonly id: string; readonly fact: ConsentFact; readonly occurredAt: Instant; readonly recordedAt: Instant }
/** Something that was written to her, with what allowed it at that instant, as the ledger tells it. */
export type ProofWriting = {
  readonly id: string
  readonly at: Instant
  readonly channel: 'email' | 'sms'
  readonly to: string
  readonly subject: string
  readonly body: string
  /** The lines of the law under its words, as it left: empty when Entrain did not send it, or did before it kept them. */
  readonly closing: string
  readonly purpose: string
  readonly state: OutboundMessage['state'] | 'noted'
  readonly ground: Judgement['ground']
  readonly evidenceId: string | null
}

/** A call made to her, with what the ledger tells of it at that instant (law T8). */
export type ProofCall = { readonly id: string; readonly at: Instant; readonly outcome: Activity['outcome'] } & Pick<
  Judgement,
  'verdict' | 'ground' | 'evidenceId' | 'why'
>

/** The consent history of one person: what is kept, what was written to her and the calls made to her, why they could be, where she stands (law R20, s.13, s.33). */
export type Proof = {
  readonly format: 'entrain-consent-proof-1'
  readonly madeAt: Instant
  readonly sender: { readonly name: string; readonly mailingAddress: string }
  readonly person: Pick<Contact, 'id' | 'name' | 'organisation' | 'emails' | 'phones' | 'source' | 'createdAt'> & { readonly importedFrom: string | null }
  readonly standing: Readonly<Record<Channel, Judgement>>
  readonly entries: readonly ProofEntry[]
  readonly writings: readonly ProofWriting[]
  readonly calls: readonly ProofCall[]
}

const isPurpose = (text: string): text is Purpose => (purposes as readonly string[]).includes(text)
const oldestFirst = <T extends { readonly at: Instant; readonly id: string }>(a: T, b: T): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1

/** What the device holds, whose word is the latest, and what it does not. */
const withOlder = <T extends { readonly id: string }>(held: readonly T[], older: readonly T[]): readonly T[] => {
  const ids = new Set(held.map(({ id }) => id))
  return [...held, ...older.filter(({ id }) => !ids.has(id))]
}

/** Reads the proof of someone; `older` is what only the server still holds of her. */
export const proofOf = (kept: ProofGround, contact: Contact, at: Instant, older: OlderFacts = { activities: [], sales: [] }): Proof => {
  const ledger: ProofGround = { ...kept, salesOf: (contactId) => withOlder(kept.salesOf(contactId), older.sales) }
  const sender = senderOf(ledger.settings())
  const standing = standingOf(ledger, contact)
  const judged = (channel: Channel, purpose: Purpose, when: Instant) => {
    // Just before: a message that leaves does not use up what allows it. The profile of who writes is that of today, and proves nothing of then.
    const moment = { ...contactMoment(asInstant(Date.parse(when) - 1), sender), missing: [] }
    const { verdict, ground, evidenceId, why } = judge(standing, moment, { channel, purpose })
    return { verdict, ground, evidenceId, why }
  }
  const grounded = (channel: 'email' | 'sms', purpose: Purpose, when: Instant) => {
    const { ground, evidenceId } = judged(channel, purpose, when)
    return { ground, evidenceId }
  }
  const messages = ledger.about('message', contact.id)
  const sent = messages.map(({ id, at: queuedAt, sentAt, to, subject, body, closing, purpose, state }): ProofWriting => {
    const when = sentAt ?? queuedAt
    return { id, at: when, channel: 'email', to, subject, body, closing, purpose, state, ...grounded('email', isPurpose(purpose) ? purpose : 'personal', when) }
  })
  const told = new Set(messages.map(({ id }) => id))
  const activities = withOlder(ledger.activitiesOf(contact.id), older.activities)
  const noted = activities
    .filter((activity) => counts(activity) && activity.direction === 'out' && (activity.kind === 'email' || activity.kind === 'text') && !told.has(activity.id))
    .map(({ id, occurredAt, kind, title, note }): ProofWriting => {
      const channel = kind === 'email' ? 'email' : 'sms'
      return {
        id,
        at: occurredAt,
        channel,
        to: '',
        subject: title,
        body: note,
        closing: '',
        purpose: 'personal',
        state: 'noted',
        ...grounded(channel, 'personal', occurredAt),
      }
    })
  const calls = activities
    .filter((activity) => counts(activity) && activity.direction === 'out' && activity.kind === 'phone')
    .map(({ id: callId, occurredAt, outcome }): ProofCall => ({ id: callId, at: occurredAt, outcome, ...judged('phone', 'personal', occurredAt) }))
  const { id, name, organisation, emails, phones, source, createdAt, importId } = contact
  return {
    format: 'entrain-consent-proof-1',
    madeAt: at,
    sender: { name: sender.businessName || sender.personName, mailingAddress: sender.mailingAddress },
    person: {
      id,
      name,
      organisation,
      emails,
      phones,
      source,
      createdAt,
      importedFrom: importId === null ? null : (ledger.get('importBatch', importId)?.file ?? ''),
    },
    standing: channelStates(standing, momentOf(ledger, at)),
    entries: consentEvents(ledger, contact)
      .map(({ id: entryId, fact, occurredAt, recordedAt }) => ({ id: entryId, fact, occurredAt, recordedAt }))
      .toSorted((a, b) => (a.occurredAt === b.occurredAt ? (a.id < b.id ? -1 : 1) : a.occurredAt < b.occurredAt ? -1 : 1)),
    writings: [...sent, ...noted].toSorted(oldestFirst),
    calls: calls.toSorted(oldestFirst),
  }
}
