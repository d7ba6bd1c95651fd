import { sql } from 'kysely'
import { v7 } from 'uuid'
import { asInstant, type Instant } from '#method/calendar/day.ts'
import { blankSender, type ConsentEvent, type ConsentFact, type WithdrawalScope } from '#method/consent/consent.ts'
import { withoutMistakes } from '#method/consent/mistakes.ts'
import { consentStanding } from '#method/consent/standing.ts'
import { includesScope, isInPeace, standingStops } from '#method/consent/stops.ts'
import { suppressionKey } from '#method/consent/suppression-key.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { Tx } from '#server/db/database.ts'
import { readById, readRows, toWriteRows, writeTogether } from '#server/db/rows.ts'
import { consentLedgerOf, idsOf } from './store.ts'
import { digesterOf, hasSilence, keepSilence, silenceOf, type Asked } from './suppression-store.ts'

/** Who writes, where, and at which position. */
export type Place = { readonly workspaceId: string; readonly memberId: string; readonly rev: number }
type Reachable = Pick<Contact, 'emails' | 'phones'>

/** What a fact asks for, for good; `null` when it asks for no silence. */
export const scopeOf = (fact: ConsentFact): WithdrawalScope | null => {
  if (fact.type === 'withdrawal' || fact.type === 'suppression-restored') return fact.scope
  return fact.type === 'do-not-call' ? { type: 'channel', channel: 'phone' } : null
}

/** The addresses that a wish for silence reaches; all of them without one. */
export const addressesUnder = ({ emails, phones }: Reachable, scope: WithdrawalScope | null): readonly string[] => {
  const isWritten = scope === null || scope.type !== 'channel' || scope.channel === 'email'
  const isCalled = scope === null || scope.type === 'all' || scope.type === 'writing' || (scope.type === 'channel' && scope.channel !== 'email')
  return [
    ...(isWritten ? emails.map(({ address }) => suppressionKey('email', address)) : []),
    ...(isCalled ? phones.map(({ number }) => suppressionKey('phone', number)) : []),
  ].filter((key) => key !== undefined)
}

const askedBy = (people: readonly Reachable[], scope: WithdrawalScope): readonly Asked[] =>
  people.flatMap((person) => addressesUnder(person, scope).map((address) => ({ address, scope })))

const remember = async (tx: Tx, { workspaceId }: Place, asked: readonly Asked[]): Promise<void> => {
  if (asked.length === 0) return
  const digested = await digesterOf(tx, workspaceId)
  await keepSilence(
    tx,
    workspaceId,
    asked.map(({ address, scope }) => ({ digest: digested(address), scope })),
  )
}

/** The addresses of people, by the person they are of. */
export type AddressesOf = ReadonlyMap<string, readonly Reachable[]>

/** Keeps, as keyed digests, the addresses of those who asked for silence, and of those merged into them (law R16); answers with whose they are. */
export const rememberSilence = async (
  tx: Tx,
  place: Place,
  told: readonly { readonly fact: ConsentFact; readonly contactId: string }[],
): Promise<AddressesOf> => {
  const silent = new Map<string, readonly Reachable[]>()
  for (const { fact, contactId } of told) {
    const scope = scopeOf(fact)
    if (scope === null) continue
    const ids = await idsOf(tx, place.workspaceId, contactId)
    const people = await readRows(tx, 'contact', place.workspaceId, sql`t.id = any(${ids}::uuid[])`)
    await remember(tx, place, askedBy(people, scope))
    silent.set(contactId, people)
  }
  return silent
}

/** Where someone stands; what was recorded a little ahead of the clock counts. */
const standsNow = async (tx: Tx, { workspaceId, memberId }: Place, contact: Contact) => {
  const events = await consentLedgerOf(tx, workspaceId, contact.id)
  const sender = (await readById(tx, 'settings', workspaceId, memberId))?.sender ?? blankSender
  const at = events.reduce((latest, { occurredAt }): Instant => (occurredAt > latest ? occurredAt : latest), asInstant(Date.now()))
  return { standing: consentStanding(events, contact, sender), events, at }
}

/**
 * What still stood of the silence of people who are erased, for every address that they and those merged into them had until then:
 * an address written after the « stop », or that came with a merge, is as silent as the first (law R16).
 */
export const rememberErased = async (tx: Tx, place: Place, erased: readonly (readonly [Contact, ...Contact[]])[]): Promise<void> => {
  for (const people of erased) {
    const { standing, at } = await standsNow(tx, place, people[0])
    for (const { scope } of standingStops(standing, at)) await remember(tx, place, askedBy(people, scope))
  }
}

/**
 * Gives silence back to whoever comes in with an address that asked for it, unless all of it is in force already. An address that was
 * hers, or of one merged into her (`hers`), and whose own silence she lifted is not silenced again.
 */
export const restoreSilence = async (tx: Tx, place: Place, contacts: readonly Contact[], hers: AddressesOf): Promise<void> => {
  const { workspaceId, memberId, rev } = place
  const reachable = contacts.filter((contact) => addressesUnder(contact, null).length > 0)
  if (reachable.length === 0 || !(await hasSilence(tx, workspaceId))) return
  const digested = await digesterOf(tx, workspaceId)
  const digests = new Map(reachable.map((contact) => [contact.id, addressesUnder(contact, null).map(digested)]))
  const kept = await silenceOf(tx, workspaceId, [...new Set([...digests.values()].flat())])
  const restored: ConsentEvent[] = []
  for (const contact of kept.length === 0 ? [] : reachable) {
    const own = kept.filter(({ digest }) => digests.get(contact.id)?.includes(digest))
    if (own.length === 0) continue
    const ids = await idsOf(tx, workspaceId, contact.id)
    const had = new Set(ids.flatMap((id) => hers.get(id) ?? []).flatMap((known) => addressesUnder(known, null).map(digested)))
    const { standing, events, at } = await standsNow(tx, place, contact)
    const said = withoutMistakes(events)
      .map(({ fact }) => scopeOf(fact))
      .filter((scope) => scope !== null)
    const isLifted = (scope: WithdrawalScope): boolean => said.some((one) => includesScope(one, scope))
    for (const { digest, scope } of own) {
      if (isInPeace(standing, scope, at) || (had.has(digest) && isLifted(scope))) continue
      const now = asInstant(Date.now())
      restored.push({ id: v7(), contactId: contact.id, memberId, fact: { type: 'suppression-restored', key: digest, scope }, occurredAt: now, recordedAt: now })
    }
  }
  if (restored.length > 0) await writeTogether(tx, toWriteRows('consent', workspaceId, rev, restored))
}

/** Two people that a merge taken back separates, and the position at which they had become one. */
export type Separated = { readonly keep: string; readonly gone: string; readonly since: number }

/** What was said while two people were one was said by either: each keeps it (law R16). */
export const keepOnBoth = async (tx: Tx, { workspaceId, rev }: Place, separated: readonly Separated[]): Promise<void> => {
  const now = asInstant(Date.now())
  for (const { keep, gone, since } of separated) {
    const saidOf = async (contactId: string, other: string): Promise<readonly ConsentEvent[]> => {
      const ids = await idsOf(tx, workspaceId, contactId)
      const said = await readRows(tx, 'consent', workspaceId, sql`t.contact_id = any(${ids}::uuid[]) and t.rev >= ${since}::bigint`)
      return withoutMistakes(said)
        .filter(({ fact }) => scopeOf(fact) !== null)
        .map((event) => ({ ...event, id: v7(), contactId: other, recordedAt: now }))
    }
    const copies = [...(await saidOf(keep, gone)), ...(await saidOf(gone, keep))]
    if (copies.length > 0) await writeTogether(tx, toWriteRows('consent', workspaceId, rev, copies))
  }
}
