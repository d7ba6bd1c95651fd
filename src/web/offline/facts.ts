import type { Activity } from '#method/activity/activity.ts'
import type { Day } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { isPresent } from '#method/contact/contact.ts'
import { createSearch, type Search } from '#method/contact/search.ts'
import { tables, type Put, type Rows, type Table, type World } from '#method/ledger/operation.ts'
import { canonicalIn, peopleWithFacts } from '#method/ledger/world.ts'
import type { Sale } from '#method/sale/sale.ts'
import { createGroups } from './groups.ts'

/** The collections whose records are about one person. */
export type AboutSomeone = 'consent' | 'enquiry' | 'invitation' | 'message'

type Store = { readonly [T in Table]: Map<string, Rows[T]> }
type Covered = { readonly [T in Table]: Map<string, Rows[T] | undefined> }
const emptyStore = (): Store => Object.fromEntries(tables.map((table) => [table, new Map()])) as unknown as Store

/** The rows in memory: what the server confirmed, and over it what this device waits to send. */
export type Facts = {
  readonly world: World
  readonly all: <T extends Table>(table: T) => ReadonlyMap<string, Rows[T]>
  readonly canonical: (id: string) => string
  readonly people: () => readonly Contact[]
  readonly activitiesOn: (day: Day) => readonly Activity[]
  readonly activitiesOf: (contactId: string) => readonly Activity[]
  readonly salesOf: (contactId: string) => readonly Sale[]
  /** Records about someone and about people merged into her, in the order of their ids. */
  readonly about: <T extends AboutSomeone>(table: T, contactId: string) => readonly Rows[T][]
  readonly search: (query: string, limit?: number, order?: (a: Contact, b: Contact) => number) => readonly Contact[]
  /** Takes in rows that the server confirmed; what covers them stays on top. */
  readonly confirm: (puts: Iterable<Put>) => void
  /** Covers rows by what an operation comes to. */
  readonly cover: (puts: readonly Put[]) => void
  /** Takes every cover off. */
  readonly uncover: () => void
  /** Forgets confirmed rows that left the window of the device. */
  readonly forget: (table: Table, ids: readonly string[]) => void
}

const newestFirst = (a: { readonly occurredAt: string; readonly id: string }, b: { readonly occurredAt: string; readonly id: string }): number =>
  a.occurredAt > b.occurredAt ? -1 : a.occurredAt < b.occurredAt ? 1 : a.id > b.id ? -1 : a.id < b.id ? 1 : 0
const oldestFirst = (a: Activity, b: Activity): number => newestFirst(b, a)

const isAboutSomeone = (table: Table): table is AboutSomeone => table === 'consent' || table === 'enquiry' || table === 'invitation' || table === 'message'

/** Makes the rows in memory, empty. Groups are built at the first question that needs them, then mended row by row. */
export const createFacts = (): Facts => {
  const shown = emptyStore()
  const covered = emptyStore() as unknown as Covered
  const mapOf = <T extends Table>(table: T): Map<string, Rows[T]> => shown[table] as Map<string, Rows[T]>
  const coveredOf = <T extends Table>(table: T): Map<string, Rows[T] | undefined> => covered[table] as unknown as Map<string, Rows[T] | undefined>
  const get: World['get'] = (table, id) => mapOf(table).get(id)
  const canonical = (id: string): string => canonicalIn({ get }, id)

  const byDay = createGroups(shown.activity, ({ day }) => [day], oldestFirst)
  const byContact = createGroups(shown.activity, ({ contactIds }) => contactIds, newestFirst)
  const salesByContact = createGroups(shown.sale, ({ contactId }) => (contactId === null ? [] : [contactId]), newestFirst)
  const aboutOf = <T extends AboutSomeone>(table: T) =>
    createGroups(
      mapOf(table),
      ({ contactId }) => (contactId === null ? [] : [contactId]),
      (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    )
  const about = { consent: aboutOf('consent'), enquiry: aboutOf('enquiry'), invitation: aboutOf('invitation'), message: aboutOf('message') }
  const merged = createGroups(
    shown.contact,
    ({ mergedInto }) => (mergedInto === null ? [] : [mergedInto]),
    () => 0,
  )
  let present: readonly Contact[] | null = null
  let index: Search | null = null

  const set = <T extends Table>(table: T, id: string, row: Rows[T] | undefined): void => {
    const before = get(table, id)
    if (before === row) return
    if (row === undefined) mapOf(table).delete(id)
    else mapOf(table).set(id, row)
    if (table === 'activity') for (const groups of [byDay, byContact]) groups.moved(before as Activity | undefined, row as Activity | undefined)
    if (table === 'sale') salesByContact.moved(before as Sale | undefined, row as Sale | undefined)
    if (isAboutSomeone(table)) about[table].moved(before as never, row as never)
    if (table !== 'contact') return
    const contact = row as Contact | undefined
    merged.moved(before as Contact | undefined, contact)
    present = null
    if (contact && isPresent(contact)) index?.put(id, contact)
    else index?.remove(id)
  }

  const standsFor = (id: string, found = new Set<string>()): ReadonlySet<string> => {
    if (found.has(id)) return found
    found.add(id)
    for (const gone of merged.of(id)) standsFor(gone.id, found)
    return found
  }
  const gather = <R extends { readonly id: string; readonly occurredAt: string }>(of: (id: string) => readonly R[], contactId: string): readonly R[] => {
    const ids = standsFor(canonical(contactId))
    if (ids.size === 1) return of([...ids][0] ?? contactId)
    return [...new Map([...ids].flatMap(of).map((row) => [row.id, row])).values()].sort(newestFirst)
  }
  const where = <T extends Table>(table: T, holds: (row: Rows[T]) => boolean): readonly Rows[T][] => [...mapOf(table).values()].filter(holds)
  const activitiesOf = (contactId: string) => gather(byContact.of, contactId)

  return {
    world: {
      isComplete: false,
      get,
      activitiesOf,
      mergedInto: (contactId) => [...standsFor(contactId)].flatMap((id) => (id === contactId ? [] : (get('contact', id) ?? []))),
      importedBy: (importId) => where('contact', (contact) => contact.importId === importId),
      peopleWithFacts: () => peopleWithFacts({ get }, (table) => mapOf(table).values()),
      refundsOf: (saleId) => where('sale', (sale) => sale.refunds === saleId),
      schedulesOf: (memberId) => where('schedule', (schedule) => schedule.memberId === memberId),
      daysOffOf: (memberId) => where('dayOff', (dayOff) => dayOff.memberId === memberId),
    },
    all: mapOf,
    canonical,
    activitiesOf,
    people: () => (present ??= where('contact', isPresent)),
    activitiesOn: (day) => byDay.of(day),
    salesOf: (contactId) => gather(salesByContact.of, contactId),
    about: (table, contactId) => [...standsFor(canonical(contactId))].flatMap((id) => about[table].of(id) as unknown as readonly Rows[typeof table][]),
    search: (query, limit, order) => {
      index ??= createSearch(where('contact', isPresent).map((contact) => [contact.id, contact] as const))
      const byId =
        order &&
        ((a: string, b: string): number => {
          const [one, other] = [get('contact', a), get('contact', b)]
          return one && other ? order(one, other) : 0
        })
      return index.search(query, limit, byId).flatMap((id) => get('contact', id) ?? [])
    },
    confirm: (puts) => {
      for (const { table, row } of puts) {
        if (coveredOf(table).has(row.id)) coveredOf(table).set(row.id, row as never)
        else set(table, row.id, row as never)
      }
    },
    cover: (puts) => {
      for (const { table, row } of puts) {
        if (!coveredOf(table).has(row.id)) coveredOf(table).set(row.id, get(table, row.id) as never)
        set(table, row.id, row as never)
      }
    },
    uncover: () => {
      for (const table of tables) {
        for (const [id, row] of coveredOf(table)) set(table, id, row)
        coveredOf(table).clear()
      }
    },
    forget: (table, ids) => {
      for (const id of ids) {
        if (coveredOf(table).has(id)) coveredOf(table).set(id, undefined)
        else set(table, id, undefined)
      }
    },
  }
}
