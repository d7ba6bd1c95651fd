import { useMemo, useSyncExternalStore } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import type { Enquiry } from '#method/enquiry/enquiry.ts'
import type { Purpose } from '#method/consent/consent.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { useSettledVersion } from '../offline/use-settled-version.ts'
import type { LawfulStep, Reach } from './reach.ts'

type Law = typeof import('./reach.ts')

// The book of the law and its places weigh more than the first screen: they come once it stands.
let law: Law | null = null
let coming: Promise<void> | null = null
const listeners = new Set<() => void>()

/** Gives the law to every screen that waits for it. */
export const haveLaw = (book: Law): void => {
  law = book
  for (const listener of listeners) listener()
}

const bring = (): Promise<void> =>
  (coming ??= import('./reach.ts').then(haveLaw, () => {
    coming = null
    // It could not come: the network back is the next occasion, and so is the next screen.
    addEventListener('online', () => void bring(), { once: true })
  }))

/** Nothing is proposed before the law has been asked. */
const unknown: Reach = { open: [], closed: [], clock: null, isClockTelling: false, isZoneUnknown: false, isKnown: false, purpose: 'personal', carried: {} }

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  if (!law) void bring()
  return () => listeners.delete(listener)
}

/** The law, once it is there. */
export const useLaw = (): Law | null => useSyncExternalStore(subscribe, () => law)

/** By which ways someone may be reached now. While the law is on its way, none: noting alone stays open. */
export function useReach(contact: Contact, purpose?: Purpose): Reach {
  const ledger = useLedger()
  const { at, zone } = useNow()
  const language = useLanguage()
  const book = useLaw()
  // For the same person: another one is asked about at once, by her own row.
  const version = useSettledVersion()
  return useMemo(
    () => (book ? book.reachOf(ledger, contact, { at, zone, language, ...(purpose ? { purpose } : {}) }) : unknown),
    [book, version, contact, at, zone, language, purpose],
  )
}

/** By which ways the person of an enquiry may be answered now. */
export function useEnquiryReach(enquiry: Enquiry, contact: Contact | undefined): Reach | null {
  const ledger = useLedger()
  const { at, zone } = useNow()
  const language = useLanguage()
  const book = useLaw()
  const { version } = ledger
  return useMemo(() => {
    const moment = { at, zone, language }
    if (!book) return null
    return contact ? book.reachOfKnown(ledger, enquiry, contact, moment) : book.reachOfEnquiry(ledger, enquiry, moment)
  }, [book, version, contact, enquiry, at, zone, language])
}

// A telephone or a message is named only once the law has been asked.
const anyWay: LawfulStep = (_contact, step) => (step.kind !== null && ['phone', 'email', 'text'].includes(step.kind) ? { ...step, kind: null } : step)

/** The next steps as they may be said: never by a channel that the law closes, and by none while the law is on its way. */
export function useLawfulStep(): LawfulStep {
  const ledger = useLedger()
  const { at } = useNow()
  const book = useLaw()
  const version = useSettledVersion()
  return useMemo(() => (book ? book.lawfulStepIn(ledger, at) : anyWay), [book, version, at])
}
