import { dayOf, type Instant } from '#method/calendar/day.ts'
import { carriedBy, type Carried } from '#method/consent/carried.ts'
import { alternativesTo } from '#method/consent/alternatives.ts'
import { callWindowsToday } from '#method/consent/channel-states.ts'
import type { Channel as LawChannel, Purpose } from '#method/consent/consent.ts'
import { judge } from '#method/consent/judge.ts'
import { isAllowed, type Judgement } from '#method/consent/verdict.ts'
import type { Contact, NextStep } from '#method/contact/contact.ts'
import { isWaiting, type Enquiry } from '#method/enquiry/enquiry.ts'
import { learntFrom, personTold } from '#method/enquiry/learn-from-enquiry.ts'
import { consentEvents } from '#method/message/kept-consents.ts'
import { addressedChannels, kindOfChannel, type MayContact } from '#method/next/channels-now.ts'
import { mayContactBy } from '#method/next/may-contact.ts'
import { callClockSentence } from '#language/call-hours.ts'
import { channelNames } from '#language/consent-names.ts'
import { alternativeSentence, whySentence } from '#language/consent.ts'
import type { Language } from '#language/language.ts'
import { languageFor } from '#method/message/draft-message.ts'
import { channelsOf, withWords, type Channel } from '../activity/channels.ts'
import { wholeLetter } from '../message/closing.ts'
import { momentOf, standingOf, type ConsentGround } from './consent-ledger.ts'

/** What one tap could change about a channel that is closed. */
export type Opener = 'business-line' | 'list-check' | 'registration' | 'sender-profile'

/** A channel that someone has and that is not proposed now, with its reason in one sentence and what to do instead. */
export type ClosedChannel = {
  readonly kind: Channel['kind']
  readonly name: string
  readonly why: string
  readonly instead: readonly string[]
  readonly openers: readonly Opener[]
}

/** By which ways someone may be reached now, the best first; the others with why; the hours of the telephone in a sentence. */
export type Reach = {
  readonly open: readonly Channel[]
  readonly closed: readonly ClosedChannel[]
  readonly clock: string | null
  /** Whether the clock is worth saying beside the telephone: she lives by another one, or it is too early or too late. */
  readonly isClockTelling: boolean
  /** Whether the telephone is closed only because the clock where she lives is not known: saying which it is opens it. */
  readonly isZoneUnknown: boolean
  /** Whether the law has been asked: until it can be, nothing is proposed but noting. */
  readonly isKnown: boolean
  /** What is asked of the law: answering her, or coming to her. */
  readonly purpose: Purpose
  /** What a message by each open channel owes to the ground that allows it. */
  readonly carried: Readonly<Partial<Record<Channel['kind'], Carried>>>
}

/** The channel of the law by which each kind of contact goes. */
export const lawChannel: Readonly<Record<Channel['kind'], LawChannel>> = { phone: 'phone', email: 'email', text: 'sms' }

/** Answering her when she waits for an answer, else a personal message. */
export const purposeWith = (ledger: ConsentGround, contact: Contact): Purpose =>
  ledger.about('enquiry', contact.id).some((enquiry) => isWaiting(enquiry, contact)) ? 'reply' : 'personal'

/** What the law allows of the channels of someone at this moment: everything that a screen proposes comes from here (issue 3, section 6). */
export const reachOf = (
  ledger: ConsentGround,
  contact: Contact,
  {
    at,
    zone,
    language,
    purpose = purposeWith(ledger, contact),
  }: { readonly at: Instant; readonly zone: string; readonly language: Language; readonly purpose?: Purpose },
): Reach => {
  const standing = standingOf(ledger, contact)
  const moment = momentOf(ledger, at)
  const open: Channel[] = []
  const carried: Partial<Record<Channel['kind'], Carried>> = {}
  const closed: ClosedChannel[] = []
  const setting = { zone, today: dayOf(at, zone) }
  let isClosedByClock = false
  for (const channel of channelsOf(contact)) {
    const question = { channel: lawChannel[channel.kind], purpose }
    const judgement = judge(standing, moment, question)
    if (isAllowed(judgement)) {
      const owed = carriedBy(judgement, consentEvents(ledger, contact))
      carried[channel.kind] = owed
      open.push(withClosingLines(channel, contact, ledger, owed))
      continue
    }
    isClosedByClock ||= byClock.includes(judgement.why.code)
    closed.push({
      kind: channel.kind,
      name: channelNames[question.channel][language],
      why: whySentence(judgement.why, language, setting),
      instead: alternativesTo(judgement, standing, moment, question)
        .filter((each) => !(each.type === 'channel' && each.channel === 'message'))
        .map((each) => alternativeSentence(each, language, setting)),
      openers: openersOf(judgement),
    })
  }
  const { zones } = standing
  const hers = zones.length === 1 ? (zones[0] ?? null) : null
  const hasPhone = channelsOf(contact).some(({ kind }) => kind === 'phone')
  const isStopped = closed.some(({ kind }) => kind === 'phone') && !isClosedByClock
  const windows = callWindowsToday(standing, moment)
  return {
    open,
    closed,
    clock: hasPhone && !isStopped ? callClockSentence({ at, zones, zone, windows }, language) : null,
    isClockTelling: isClosedByClock || (hers !== null && !hasSameClock(hers, zone, at)),
    isZoneUnknown: isClosedByClock && hers === null,
    isKnown: true,
    purpose,
    carried,
  }
}

// An empty letter already holds who writes and how to stop it: what is typed by hand in one's own program is lawful too (law R11, R12).
const withClosingLines = (channel: Channel, contact: Contact, ledger: ConsentGround, { referrer }: Carried): Channel => {
  if (channel.kind === 'phone') return channel
  const settings = ledger.settings()
  const ending = { way: channel.kind, language: languageFor(contact, settings.language), referrer }
  return { ...channel, href: withWords(channel, `\n\n${wholeLetter('', settings, ending)}`) }
}

/** The law for the ranking of this device. */
export const mayContactIn = (ledger: ConsentGround, at: Instant): MayContact => mayContactBy((contact) => standingOf(ledger, contact), momentOf(ledger, at))

/** Gives a step of someone as it may be said. */
export type LawfulStep = <Step extends Pick<NextStep, 'kind'>>(contact: Contact, step: Step) => Step

/**
 * A next step as it may be said today: what it names stays when the law leaves it, else the first way that it does leave, else none
 * in particular. The step itself is not rewritten: a yes said tomorrow gives it back (law A2, R13).
 */
export const lawfulStepIn = (ledger: ConsentGround, at: Instant): LawfulStep => {
  const may = mayContactIn(ledger, at)
  return (contact, step) => {
    const wanted = step.kind !== null && isByChannel(step.kind) ? lawChannel[step.kind] : null
    if (wanted === null) return step
    const purpose = purposeWith(ledger, contact) === 'reply' ? 'answer' : 'follow-up'
    if (may(contact, wanted, purpose) !== 'never') return step
    const left = addressedChannels(contact).find((channel) => may(contact, channel, purpose) !== 'never')
    return { ...step, kind: left ? kindOfChannel[left] : null }
  }
}

const isByChannel = (kind: string): kind is Channel['kind'] => kind in lawChannel

/** By which ways someone known who asked may be answered: what her page lacks, her enquiry still says. */
export const reachOfKnown = (ledger: ConsentGround, enquiry: Enquiry, contact: Contact, moment: Omit<Parameters<typeof reachOf>[2], 'purpose'>): Reach =>
  reachOf(ledger, { ...contact, ...learntFrom(enquiry, contact) }, moment)

/** By which ways someone who asked, and whose page is not made yet, may be answered: her enquiry is all that is known of her. */
export const reachOfEnquiry = (ledger: ConsentGround, enquiry: Enquiry, moment: Omit<Parameters<typeof reachOf>[2], 'purpose'>): Reach => {
  const known: ConsentGround = {
    settings: () => ledger.settings(),
    salesOf: () => [],
    activitiesOf: () => [],
    windowFrom: ledger.windowFrom,
    about: (table) => (table === 'enquiry' ? [enquiry as never] : []),
  }
  return reachOf(known, personTold(enquiry), { ...moment, purpose: 'reply' })
}

const hasSameClock = (one: string, other: string, at: Instant): boolean => {
  const shown = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))
  return shown(one) === shown(other)
}

const byClock: readonly Judgement['why']['code'][] = ['hours', 'zone-unknown']
const wantsGround: readonly Judgement['why']['code'][] = ['list-unchecked', 'list-outdated', 'not-registered', 'listed']

const openersOf = ({ why, missing }: Judgement): readonly Opener[] => {
  if (why.code === 'sender') return ['sender-profile']
  if (byClock.includes(why.code)) return []
  const openers: Opener[] = []
  if (missing.includes('national-list-check')) openers.push('list-check')
  if (missing.includes('call-registration') || missing.includes('area-code')) openers.push('registration')
  if (wantsGround.includes(why.code) || openers.length > 0) openers.push('business-line')
  return openers
}
