import { foldName, foldTight, foldWords } from './fold.ts'

/** What is searched in a person. Phones are searched by their digits. */
export type Searchable = {
  readonly name: string
  readonly organisation?: string | undefined
  readonly city?: string | undefined
  readonly tags?: readonly string[]
  readonly emails?: readonly { readonly address: string }[]
  readonly phones?: readonly { readonly number: string; readonly extension?: string | undefined }[]
}

/** The prepared text of a person: `name` and `text` are folded words with a space before each, `digits` the numbers. */
export type SearchKey = { readonly name: string; readonly text: string; readonly digits: string }

/** Prepares a person for searching. Keep the key: folding is the slow part. */
export function searchKey(person: Searchable): SearchKey {
  const name = spellings(person.name)
  const rest = [person.organisation ?? '', person.city ?? '', ...(person.tags ?? [])].map(spellings)
  const emails = (person.emails ?? []).map((email) => ` ${email.address.toLowerCase()}`)
  const digits = (person.phones ?? []).map((phone) => `${onlyDigits(phone.number)}${onlyDigits(phone.extension ?? '')}`)
  return { name, text: name + rest.join('') + emails.join(''), digits: digits.join(' ') }
}

/** `St-Onge` is searched as `saint onge`, as `st onge` and in one block, so that each way of beginning to type it finds it. */
function spellings(text: string): string {
  const folded = foldName(text)
  if (folded === '') return ''
  const written = foldWords(text)
  const forms = new Set([folded, written, foldTight(text), written.replaceAll(' ', '')])
  return [...forms].map((form) => ` ${form}`).join('')
}

function onlyDigits(text: string): string {
  return text.replace(/\D+/g, '')
}

type Query = { readonly whole: string; readonly words: readonly string[]; readonly starts: readonly string[]; readonly digits: string }

function readQuery(query: string): Query {
  const digits = onlyDigits(query)
  const isNumber = digits.length >= 3 && /^[\d\s()+.\-\u2010-\u2015\u00A0\u202F]+$/u.test(query.trim())
  const address = query.trim().toLowerCase()
  const whole = foldName(query)
  const words = address.includes('@') && !address.includes(' ') ? [address] : whole.split(' ').filter((word) => word !== '')
  return { whole: whole === '' ? '' : ` ${whole}`, words, starts: words.map((word) => ` ${word}`), digits: isNumber ? digits.replace(/^1(?=\d{3})/, '') : '' }
}

// "helene st" on its way to "helene st-onge": until the word after it is typed, nothing says that it stands for "saint".
function readings(text: string): readonly Query[] {
  const asTyped = readQuery(text)
  const before = asTyped.words.slice(0, -1)
  if (!/^(?:ste?|sainte)$/.test(asTyped.words.at(-1) ?? '')) return [asTyped]
  const words = [...before, 'saint ']
  return [asTyped, { ...asTyped, words, whole: ` ${words.join(' ')}`, starts: words.map((word) => ` ${word}`) }]
}

const scoreOf = (queries: readonly Query[], key: SearchKey): number => queries.reduce((best, query) => Math.max(best, score(query, key)), 0)

/** 0 when the person does not answer the query; otherwise higher is better: name begins, word begins, found inside. */
function score(query: Query, key: SearchKey): number {
  if (query.digits !== '' && key.digits.includes(query.digits)) return 2
  if (query.words.length === 0) return 0
  if (query.whole !== '' && key.name.startsWith(query.whole)) return 4
  for (const word of query.words) if (!key.text.includes(word)) return 0
  if (query.starts.every((start) => key.name.includes(start))) return 3
  return query.starts.every((start) => key.text.includes(start)) ? 2 : 1
}

/** Whether a person answers a query: every word found, as the beginning of a word or inside one; or the digits of a phone. */
export function matches(query: string, key: SearchKey): boolean {
  return scoreOf(readings(query), key) > 0
}

/** An index of people, kept in memory on the device and mended one person at a time. */
export type Search = {
  /** Identifiers that answer, best first, then as `order` says among equals, then by name. An empty query answers nothing. */
  readonly search: (query: string, limit?: number, order?: (a: string, b: string) => number) => string[]
  /** Adds a person, or replaces what was known of her. */
  readonly put: (id: string, person: Searchable) => void
  readonly remove: (id: string) => void
  readonly size: () => number
}

/**
 * Makes the index. A plain scan of prepared keys: at 20,000 people it answers in a few milliseconds and needs
 * no structure to keep true while people change.
 */
export function createSearch(people: Iterable<readonly [string, Searchable]> = []): Search {
  const keys = new Map<string, SearchKey>()
  for (const [id, person] of people) keys.set(id, searchKey(person))
  let byName: (readonly [string, SearchKey])[] | undefined
  // Kept in the order of names and made again only after a change, so that a query sorts nothing.
  const inOrder = (): readonly (readonly [string, SearchKey])[] =>
    (byName ??= [...keys].sort(([, a], [, b]) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)))
  return {
    search: (text, limit = Number.POSITIVE_INFINITY, order) => {
      const queries = readings(text)
      const ranks: [string[], string[], string[], string[]] = [[], [], [], []]
      for (const [id, key] of inOrder()) {
        const points = scoreOf(queries, key)
        if (points > 0) ranks[4 - points]?.push(id)
      }
      if (order) for (const equals of ranks) equals.sort(order)
      return ranks.flat().slice(0, limit)
    },
    put: (id, person) => {
      keys.set(id, searchKey(person))
      byName = undefined
    },
    remove: (id) => {
      keys.delete(id)
      byName = undefined
    },
    size: () => keys.size,
  }
}
