type Kept = Readonly<Record<string, readonly (string | null)[]>>
/** A mapping, as far as it is remembered. */
export type Columned = { readonly hasHeading: boolean; readonly columns: readonly { readonly field: string | null }[] }

// The last that a person accepted, of people and of past activities together.
const mostRemembered = 20
const longestKey = 8000

/** The key under which a mapping is remembered: the headings, of a file of people or of past activities. */
export const headingsKey = (headings: readonly string[], of: 'people' | 'past'): string =>
  `${of === 'past' ? '\n' : ''}${headings.join('\t')}`.slice(0, longestKey)

/** A mapping whose fields are those accepted last time for the same headings. */
export const remembered = <M extends Columned>(mapping: M, kept: readonly (string | null)[] | undefined): M =>
  mapping.hasHeading && kept?.length === mapping.columns.length
    ? { ...mapping, columns: mapping.columns.map((column, place) => ({ ...column, field: kept[place] ?? 'ignore' })) }
    : mapping

/** What is remembered once a mapping is accepted. A first row that is no heading is about somebody: nothing of it is kept. */
export const remembering = (known: Kept, key: string, mapping: Columned): Kept => {
  const others = Object.entries(known).filter(([headings]) => headings !== key)
  return mapping.hasHeading ? { ...Object.fromEntries(others.slice(1 - mostRemembered)), [key]: mapping.columns.map(({ field }) => field) } : known
}
