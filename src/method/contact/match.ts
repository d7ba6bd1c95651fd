import { emailKey } from './email.ts'
import { foldName, foldTight } from './fold.ts'
import { phoneKey } from './phone.ts'
import { cityKey } from './place.ts'
import { singleFields, type ContactDraft, type DraftEmail, type DraftPhone, type SingleField } from './draft.ts'

/** A person already known. Fields that are absent or empty are missing ones, which an import may fill. */
export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly emails: readonly { readonly address: string }[]
  readonly phones: readonly { readonly number: string; readonly extension?: string | undefined }[]
  readonly tags?: readonly string[] | undefined
} & { readonly [F in SingleField]?: string | undefined }

/** What an import would add to a person: only what is missing; it never overwrites. */
export type Additions = {
  readonly emails?: readonly DraftEmail[]
  readonly phones?: readonly DraftPhone[]
  readonly tags?: readonly string[]
} & { readonly [F in SingleField]?: string }

/** Why a row needs someone to decide. */
export type Doubt = 'shared-email' | 'shared-phone' | 'several-people' | 'same-name-other-channels' | 'same-name-no-city'

/** What a row is. Identifiers are those of known people, or `row:LINE` for a person that the same file has just brought. */
export type Verdict =
  | { readonly verdict: 'new' }
  | { readonly verdict: 'same'; readonly id: string; readonly by: 'email' | 'phone' | 'name-city'; readonly changes: Additions }
  | { readonly verdict: 'to-decide'; readonly candidates: readonly string[]; readonly why: Doubt }

/** Compares the rows of a file with the people known, and with the rows before. */
export type Matcher = { readonly decide: (draft: ContactDraft, line: number) => Verdict }

/** The identifier under which a row of the file stands for the person it would create. */
export function rowId(line: number): string {
  return `row:${line}`
}

// A hundred thousand rows under one address must cost neither time nor a list of a hundred thousand candidates.
const MOST_CANDIDATES = 50
const NAME_COMPARED = 200

type Entry = { readonly id: string; person: KnownPerson }
/** Nearly every key stands for one person: a set of one for each would weigh more than the people. */
type Index = Map<string, Entry | Set<Entry>>

/**
 * Prepares the comparison. A row is the same person by e-mail, by telephone (with its extension) or by name and city. The same
 * e-mail or telephone under a clearly different name (`info@…`, a couple) is left to decide, as are two people of one name.
 */
export function createMatcher(known: Iterable<KnownPerson>): Matcher {
  const byEmail: Index = new Map()
  const byPhone: Index = new Map()
  const byName: Index = new Map()
  const exact: Index = new Map()
  const register = (entry: Entry): void => {
    for (const email of entry.person.emails) put(byEmail, emailKey(email.address), entry)
    for (const phone of entry.person.phones) put(byPhone, phoneKey(phone), entry)
    put(byName, nameKey(entry.person.name), entry)
    for (const key of exactKeys(entry.person)) put(exact, key, entry)
  }
  for (const person of known) register({ id: person.id, person })

  const find = (draft: ContactDraft): { entry: Entry; by: 'email' | 'phone' | 'name-city' } | { candidates: Entry[]; why: Doubt } | undefined => {
    const emails = gather(
      byEmail,
      draft.emails.map((email) => emailKey(email.address)),
    )
    const phones = gather(byPhone, draft.phones.map(phoneKey))
    const alike = [...new Set([...emails, ...phones, ...gather(exact, exactKeys(draft))])].filter((entry) => namesAgree(entry.person.name, draft.name))
    const [only] = alike
    if (alike.length === 1 && only) return { entry: only, by: channel(only, draft) }
    if (alike.length > 1) {
      const homonyms = alike.filter((entry) => nameKey(entry.person.name) === nameKey(draft.name))
      const [best] = homonyms
      if (homonyms.length === 1 && best) return { entry: best, by: channel(best, draft) }
      return { candidates: alike, why: 'several-people' }
    }
    const named = byNameAndCity(draft, byName)
    if (named && 'entry' in named) return named
    if (emails.size > 0) return { candidates: [...emails], why: 'shared-email' }
    if (phones.size > 0) return { candidates: [...phones], why: 'shared-phone' }
    return named
  }
  return {
    decide: (draft, line) => {
      const found = find(draft)
      if (found && 'entry' in found) {
        const changes = additions(found.entry.person, draft)
        // The next rows of the file are compared with the person as this row leaves her.
        if (Object.keys(changes).length > 0) {
          found.entry.person = withAdditions(found.entry.person, changes)
          register(found.entry)
        }
        return { verdict: 'same', id: found.entry.id, by: found.by, changes }
      }
      register({ id: rowId(line), person: { ...draft, id: rowId(line) } })
      if (!found) return { verdict: 'new' }
      return { verdict: 'to-decide', candidates: found.candidates.map((entry) => entry.id), why: found.why }
    },
  }
}

/** An address with a name: finds the person among any number who share the address. */
function exactKeys(person: Pick<KnownPerson, 'name' | 'emails' | 'phones'>): readonly string[] {
  const name = nameKey(person.name)
  const channels = [...person.emails.map((email) => emailKey(email.address)), ...person.phones.flatMap((phone) => phoneKey(phone) ?? [])]
  return channels.map((channel) => `${channel} ${name}`)
}

function channel(entry: Entry, draft: ContactDraft): 'email' | 'phone' {
  const addresses = new Set(entry.person.emails.map((email) => emailKey(email.address)))
  return draft.emails.some((email) => addresses.has(emailKey(email.address))) ? 'email' : 'phone'
}

function put(index: Index, key: string | undefined, entry: Entry): void {
  if (key === undefined || key === '') return
  const found = index.get(key)
  if (found === undefined) index.set(key, entry)
  else if (found instanceof Set) {
    if (found.size < MOST_CANDIDATES) found.add(entry)
  } else if (found !== entry) index.set(key, new Set([found, entry]))
}

function under(index: Index, key: string): Iterable<Entry> {
  const found = index.get(key)
  return found === undefined ? [] : found instanceof Set ? found : [found]
}

function gather(index: Index, keys: readonly (string | undefined)[]): Set<Entry> {
  const found = new Set<Entry>()
  for (const key of keys) if (key !== undefined) for (const entry of under(index, key)) found.add(entry)
  return found
}

function byNameAndCity(draft: ContactDraft, byName: Index): { entry: Entry; by: 'name-city' } | { candidates: Entry[]; why: Doubt } | undefined {
  const city = cityKey(draft.city ?? '')
  const namesakes = [...under(byName, nameKey(draft.name))]
  const neighbours = namesakes.filter((entry) => cityKey(entry.person.city ?? '') === city)
  const possible = neighbours.filter((entry) => !contradicts(entry.person, draft))
  const [only] = possible
  if (possible.length === 1 && only) return { entry: only, by: 'name-city' }
  if (possible.length > 1) return { candidates: possible, why: 'several-people' }
  // Two people of one name and no city, each with her own channels, are two people.
  if (neighbours.length > 0 && city !== '') return { candidates: neighbours, why: 'same-name-other-channels' }
  const unplaced = namesakes.filter((entry) => (entry.person.city ?? '') === '' || city === '').filter((entry) => !contradicts(entry.person, draft))
  return unplaced.length > 0 ? { candidates: unplaced, why: 'same-name-no-city' } : undefined
}

/** Both have an e-mail, or both have a telephone, and (as no channel is common here) they differ on it. */
function contradicts(known: KnownPerson, draft: ContactDraft): boolean {
  return (known.emails.length > 0 && draft.emails.length > 0) || (known.phones.length > 0 && draft.phones.length > 0)
}

function nameKey(name: string): string {
  return foldTight(name)
}

/**
 * Whether two names can be those of one person: equal, one inside the other word by word (`M. Tremblay`, `Marie Tremblay Côté`),
 * or one of them only an address. Order does not count.
 */
export function namesAgree(a: string, b: string): boolean {
  if (a.includes('@') || b.includes('@') || nameKey(a) === nameKey(b)) return true
  const [short, long] = [foldName(a.slice(0, NAME_COMPARED)).split(' '), foldName(b.slice(0, NAME_COMPARED)).split(' ')].sort((x, y) => x.length - y.length)
  if (!short || !long || short[0] === '') return false
  return (
    short.some((word) => word.length > 1) &&
    short.every((word) =>
      long.some((other) => other === word || (word.length === 1 && other.startsWith(word)) || (other.length === 1 && word.startsWith(other))),
    )
  )
}

/** What `draft` would add to a known person. Single fields only when missing; e-mails, telephones and tags that are not there yet. */
export function additions(known: KnownPerson, draft: ContactDraft): Additions {
  const emails = missing(draft.emails, known.emails, (email: { address: string }) => emailKey(email.address))
  const phones = missing(draft.phones, known.phones, (phone: Numbered) => phoneKey(phone) ?? `${phone.number};${phone.extension ?? ''}`)
  const tags = missing(draft.tags, known.tags ?? [], (tag: string) => foldTight(tag) || tag)
  const singles: Partial<Record<SingleField, string>> = {}
  for (const field of singleFields) {
    const value = draft[field]
    if (value !== undefined && value !== '' && (known[field] ?? '') === '') singles[field] = value
  }
  return { ...singles, ...(emails.length > 0 ? { emails } : {}), ...(phones.length > 0 ? { phones } : {}), ...(tags.length > 0 ? { tags } : {}) }
}

type Numbered = { readonly number: string; readonly extension?: string | undefined }

function missing<B, A extends B>(told: readonly A[], known: readonly B[], key: (one: B) => string): readonly A[] {
  const there = new Set(known.map(key))
  return told.filter((one) => !there.has(key(one)))
}

function withAdditions(known: KnownPerson, changes: Additions): KnownPerson {
  return {
    ...known,
    ...changes,
    emails: [...known.emails, ...(changes.emails ?? [])],
    phones: [...known.phones, ...(changes.phones ?? [])],
    tags: [...(known.tags ?? []), ...(changes.tags ?? [])],
  }
}
