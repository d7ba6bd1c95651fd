import { asInstant, type Instant } from '#method/calendar/day.ts'
import type { Channel, Purpose } from '#method/consent/consent.ts'
import { judge } from '#method/consent/judge.ts'
import { isAllowed, type Judgement } from '#method/consent/verdict.ts'
import type { Contact } from '#method/contact/contact.ts'
import { addressedChannels } from '#method/next/channels-now.ts'
import { momentOf, standingOf, type ConsentGround } from './consent-ledger.ts'

type LawfulChannel = { readonly channel: Channel; readonly judgement: Judgement }

/**
 * The lawful channels of someone for a purpose, best first: consent before what asks for care, the telephone before writing (claim 5).
 * The hours of the telephone are set aside: a list is read at any hour, and the card that calls says them.
 */
export const channelsFor = (ledger: ConsentGround, contact: Contact, purpose: Purpose, at: Instant = asInstant(Date.now())): readonly LawfulChannel[] => {
  const standing = standingOf(ledger, contact)
  const moment = momentOf(ledger, at)
  const lawful = addressedChannels(contact)
    .map((channel) => ({ channel, judgement: judge(standing, moment, { channel, purpose, isAnyHour: true }) }))
    .filter(({ judgement }) => isAllowed(judgement))
  return lawful.toSorted((a, b) => Number(a.judgement.verdict === 'allow-with-care') - Number(b.judgement.verdict === 'allow-with-care'))
}

/** The channels by which someone may be invited, best first: every invitation that a screen proposes goes through here. */
export const channelsToInvite =
  (ledger: ConsentGround, at: Instant = asInstant(Date.now())) =>
  (contact: Contact): readonly Channel[] =>
    channelsFor(ledger, contact, 'invitation', at).map(({ channel }) => channel)
