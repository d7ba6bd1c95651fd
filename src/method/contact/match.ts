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
export type Matcher = {
  /** Takes in someone more who is known, before the rows. */
  readonly know: (person: KnownPerson) => void
  /** `isUnnamed`: what names the draft is not a person's name (her company's, her number), so it disagrees with nobody's. */
  readonly decide: (draft: ContactDraft, line: number, isUnnamed?: boolean) => Verdict
}

/** The identifier under which a row of the file stands for the person it would create. */
export function rowId(line: number): string {
  return `row:${line}`
}

// A hundred thousand rows under one address must cost neither time nor a list of a hundred thousand candidates.
const MOST_CANDIDATES = 50
const NAME_COMPARED = 200
const MOST_CITIES = 10_000

/** A person as the comparison keeps her: keys instead of texts, so that a hundred thousand of them stay small. */
type Entry = {
  readonly id: string
  readonly name: string
  city: string
  emails: readonly string[]
  phones: readonly string[]
  tags: readonly string[]
  /** One bit for each single field that holds something. */
  filled: number
}
type Keys = Pick<Entry, 'emails' | 'phones' | 'city'> & { readonly name: string }
/** Nearly every key stands for one person: a set of one for each would weigh more than the people. */
type Index = Map<string, Entry | Set<Entry>>

const bitOf = Object.fromEntries(singleFields.map((field, place) => [field, 1 << place])) as Readonly<Record<SingleField, number>>
const none: readonly string[] = []
const keysOf = <T>(all: readonly T[], key: (one: T) => string): readonly string[] => (all.length === 0 ? none : all.map(key))

/**
 * Prepares the comparison. A row is the same person by e-mail, by telephone (with its extension) or by name and city. The same
 * e-mail or telephone under a clearly different name (`info@…`, a couple) is left to decide, as are two people of one name.
 * `anyOrder`: a name that nobody has is looked for with its words in another order (`Alto, Jo` is Jo Alto).
 */
export function createMatcher(known: Iterable<KnownPerson> = [], { anyOrder = false }: { readonly anyOrder?: boolean } = {}): Matcher {
  const byEmail: Index = new Map()
  const byPhone: Index = new Map()
  const byName: Index = new Map()
  const byWords: Index = new Map()
  // An address with a name: finds the person among any number who share the address.
  const crowded: Index = new Map()
  const cityKeys = new Map<string, string>()
  const keyOfCity = (city: string): string => {
    const key = cityKeys.get(city) ?? cityKey(city)
    if (cityKeys.size < MOST_CITIES) cityKeys.set(city, key)
    return key
  }
  const keys = ({ name, emails, phones, city }: Pick<KnownPerson, 'name' | 'emails' | 'phones' | 'city'>): Keys => ({
    name: nameKey(name),
    emails: keysOf(emails, ({ address }) => emailKey(address)),
    phones: keysOf(phones, numberKey),
    city: keyOfCity(city ?? ''),
  })
  const register = (entry: Entry, name: string, emails: readonly string[], phones: readonly string[]): void => {
    for (const key of emails) if (key !== '' && !put(byEmail, key, entry)) put(crowded, `${key} ${name}`, entry)
    for (const key of phones) if (isTelephone(key) && !put(byPhone, key, entry)) put(crowded, `${key} ${name}`, entry)
  }
  const add = (id: string, person: Omit<KnownPerson, 'id'>, { name, emails, phones, city }: Keys): void => {
    const entry = { id, name: person.name, city, emails, phones, tags: keysOf(person.tags ?? [], tagKey), filled: filledOf(person) }
    register(entry, name, emails, phones)
    if (name !== '') put(byName, name, entry)
    const words = anyOrder ? wordsKey(person.name) : ''
    if (words !== '') put(byWords, words, entry)
  }
  const know = (person: KnownPerson): void => add(person.id, person, keys(person))
  for (const person of known) know(person)

  const find = (draft: ContactDraft, { name, emails, phones, city }: Keys, isUnnamed: boolean): Found | undefined => {
    const mailed = gather(byEmail, emails)
    const called = gather(byPhone, phones.filter(isTelephone))
    const beyond = crowded.size === 0 ? none : [...emails, ...phones].map((key) => `${key} ${name}`)
    const near = [...new Set([...mailed, ...called, ...gather(crowded, beyond)])]
    const alike = isUnnamed ? near : near.filter((entry) => namesAgree(entry.name, draft.name))
    const [only] = alike
    if (alike.length === 1 && only) return { entry: only, by: channel(only, emails) }
    if (alike.length > 1) {
      const homonyms = alike.filter((entry) => nameKey(entry.name) === name)
      const [best] = homonyms
      if (homonyms.length === 1 && best) return { entry: best, by: channel(best, emails) }
      return { candidates: alike, why: 'several-people' }
    }
    const namesakes = [...under(byName, name)]
    const turned = anyOrder && namesakes.length === 0 ? under(byWords, wordsKey(draft.name)) : []
    const named = byNameAndCity(namesakes.length > 0 ? namesakes : [...turned], city, emails, phones)
    if (named && 'entry' in named) return named
    if (mailed.size > 0) return { candidates: [...mailed], why: 'shared-email' }
    if (called.size > 0) return { candidates: [...called], why: 'shared-phone' }
    return named
  }
  return {
    know,
    decide: (draft, line, isUnnamed = isCalledByNumber(draft)) => {
      const told = keys(draft)
      const found = find(draft, told, isUnnamed)
      if (found && 'entry' in found) {
        const { entry } = found
        const changes = additions(entry, draft, told)
        // The next rows of the file are compared with the person as this row leaves her.
        if (changes.emails) entry.emails = [...entry.emails, ...changes.emails.map(({ address }) => emailKey(address))]
        if (changes.phones) entry.phones = [...entry.phones, ...changes.phones.map(numberKey)]
        if (changes.tags) entry.tags = [...entry.tags, ...changes.tags.map(tagKey)]
        if (changes.city !== undefined) entry.city = told.city
        entry.filled |= filledOf(changes)
        if (changes.emails || changes.phones) register(entry, nameKey(entry.name), entry.emails, entry.phones)
        return { verdict: 'same', id: entry.id, by: found.by, changes }
      }
      add(rowId(line), draft, told)
      if (!found) return { verdict: 'new' }
      return { verdict: 'to-decide', candidates: found.candidates.slice(0, MOST_CANDIDATES).map((entry) => entry.id), why: found.why }
    },
  }
}

type Found = { readonly entry: Entry; readonly by: 'email' | 'phone' | 'name-city' } | { readonly candidates: readonly Entry[]; readonly why: Doubt }

const filledOf = (person: { readonly [F in SingleField]?: string | undefined }): number =>
  singleFields.reduce((bits, field) => ((person[field] ?? '') === '' ? bits : bits | bitOf[field]), 0)

/** The key of a telephone, or of what is written in its place; the second is never an address of anyone. */
function numberKey(phone: Numbered): string {
  return phoneKey(phone) ?? `${phone.number};${phone.extension ?? ''}`
}

function isTelephone(key: string): boolean {
  return /^\d{7}/.test(key)
}

/** Whether one of its telephones stands for a name: what a row of a telephone alone is called by. */
function isCalledByNumber({ name, phones }: ContactDraft): boolean {
  const key = phoneKey({ number: name })
  return key !== undefined && phones.some(({ number }) => phoneKey({ number }) === key)
}

function tagKey(tag: string): string {
  return foldTight(tag) || tag
}

function channel(entry: Entry, emails: readonly string[]): 'email' | 'phone' {
  return emails.some((key) => entry.emails.includes(key)) ? 'email' : 'phone'
}

/** Files an entry under a key; false when as many as will ever be shown are there already. */
function put(index: Index, key: string, entry: Entry): boolean {
  const found = index.get(key)
  if (found === undefined) index.set(key, entry)
  else if (found instanceof Set) {
    if (found.size >= MOST_CANDIDATES) return found.has(entry)
    found.add(entry)
  } else if (found !== entry) index.set(key, new Set([found, entry]))
  return true
}

function under(index: Index, key: string): Iterable<Entry> {
  const found = index.get(key)
  return found === undefined ? [] : found instanceof Set ? found : [found]
}

function gather(index: Index, keys: readonly string[]): Set<Entry> {
  const found = new Set<Entry>()
  for (const key of keys) for (const entry of under(index, key)) found.add(entry)
  return found
}

function byNameAndCity(namesakes: readonly Entry[], city: string, emails: readonly string[], phones: readonly string[]): Found | undefined {
  // Both have an e-mail, or both have a telephone, and share none. What is written in the place of a telephone (`N/A`) reaches nobody.
  const called = phones.filter(isTelephone)
  const contradicts = (entry: Entry): boolean => differ(entry.emails, emails) || differ(entry.phones.filter(isTelephone), called)
  const neighbours = namesakes.filter((entry) => entry.city === city)
  const possible = neighbours.filter((entry) => !contradicts(entry))
  const [only] = possible
  if (possible.length === 1 && only) return { entry: only, by: 'name-city' }
  if (possible.length > 1) return { candidates: possible, why: 'several-people' }
  // Two people of one name and no city, each with her own channels, are two people.
  if (neighbours.length > 0 && city !== '') return { candidates: neighbours, why: 'same-name-other-channels' }
  const unplaced = namesakes.filter((entry) => ((entry.filled & bitOf.city) === 0 || city === '') && !contradicts(entry))
  return unplaced.length > 0 ? { candidates: unplaced, why: 'same-name-no-city' } : undefined
}

/** Whether both hold something and nothing of it is common. */
function differ(these: readonly string[], those: readonly string[]): boolean {
  return these.length > 0 && those.length > 0 && !these.some((key) => those.includes(key))
}

/** The name folded, or as written when it is made of signs only (`***`, an emoji). */
function nameKey(name: string): string {
  return foldTight(name) || name.normalize('NFC').trim()
}

/** The words of a name whatever their order; nothing for a single word, which has one. */
function wordsKey(name: string): string {
  const words = foldName(name.slice(0, NAME_COMPARED)).split(' ')
  return words.length < 2 ? '' : words.sort().join(' ')
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
function additions(known: Entry, draft: ContactDraft, told: Keys): Additions {
  const emails = missing(draft.emails, told.emails, known.emails)
  const phones = missing(draft.phones, told.phones, known.phones)
  const tags = missing(draft.tags, keysOf(draft.tags, tagKey), known.tags)
  const singles: Partial<Record<SingleField, string>> = {}
  for (const field of singleFields) {
    const value = draft[field]
    if (value !== undefined && value !== '' && (known.filled & bitOf[field]) === 0) singles[field] = value
  }
  return { ...singles, ...(emails.length > 0 ? { emails } : {}), ...(phones.length > 0 ? { phones } : {}), ...(tags.length > 0 ? { tags } : {}) }
}

type Numbered = { readonly number: string; readonly extension?: string | undefined }

function missing<A>(told: readonly A[], keys: readonly string[], there: readonly string[]): readonly A[] {
  return told.filter((_, place) => !there.includes(keys[place] ?? ''))
}
