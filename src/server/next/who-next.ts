import { dayOf, type Instant } from '#method/calendar/day.ts'
import { contactMoment } from '#method/consent/moment.ts'
import { senderOf } from '#method/consent/sender.ts'
import { consentReader } from '#method/consent/standing.ts'
import { consentEvents } from '#method/message/kept-consents.ts'
import { mayContactBy } from '#method/next/may-contact.ts'
import { rank, type Suggestion } from '#method/next/rank.ts'
import { ownRecord, situationOf } from '#method/next/situation-of.ts'
import { drawnSentence, reasonSentence, type ReasonSetting } from '#language/reasons.ts'
import type { Language } from '#language/language.ts'
import type { NextAnswer, NextPerson } from '#wire/next/next.ts'
import type { Tx } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { settingsOf } from '../ledger/rest.ts'
import { heldLedger, type HeldLedger } from './held-ledger.ts'
import { readRanked } from './store.ts'

/** What is asked: how many, at which moment, and in which language when not in one's own. */
export type NextAsked = { readonly limit: number; readonly now: Instant; readonly language: Language | null }

/** The first people of a ledger, best first, the law asked about each: what a device ranks, by the same functions. */
const rankedIn = (ledger: HeldLedger, now: Instant, zone: string, limit: number): readonly Suggestion[] => {
  const sender = senderOf(ledger.settings())
  const read = consentReader(sender)
  const may = mayContactBy((contact) => read(consentEvents(ledger, contact), contact), contactMoment(now, sender))
  return rank(ledger.people(), situationOf(ledger, now, zone, { record: ownRecord(ledger), may }), limit)
}

const told = ({ contact, reasons, place, ...rest }: Suggestion, language: Language, setting: ReasonSetting): NextPerson => {
  const { id, name, organisation, city, relationship, phones, emails, nextStep, touches, lastTouchAt } = contact
  const said = reasons.map((reason) => ({ ...reason, sentence: reasonSentence(reason, language, setting) }))
  return {
    contact: { id, name, organisation, city, language: contact.language, relationship, phones, emails, nextStep, touches, lastTouchAt },
    place,
    ...rest,
    reasons: said,
    why: [...said.map(({ sentence }) => sentence), ...(place === 'drawn' ? [drawnSentence[language]] : [])].join(' '),
  }
}

/** Who comes next for a member and why, in the zone of her settings (issue 3, section 2). */
export const whoNext = async (tx: Tx, actor: Actor, { limit, now, language: asked }: NextAsked): Promise<NextAnswer> => {
  const settings = await settingsOf(tx, actor)
  const { zone } = settings
  const language = asked ?? settings.language
  const today = dayOf(now, zone)
  const ledger = heldLedger(await readRanked(tx, actor, today), settings)
  const people = rankedIn(ledger, now, zone, limit).map((suggestion) => told(suggestion, language, { today, zone }))
  return { at: now, today, zone, language, people }
}
