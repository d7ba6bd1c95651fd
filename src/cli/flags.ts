import { Refused } from './say.ts'

/** What a command was told: its own words, its own flags with their values, and the words left for the settings. */
export type Told = {
  readonly words: readonly string[]
  readonly is: (flag: string) => boolean
  readonly all: (flag: string) => readonly string[]
  /** The last value given, or `null`. */
  readonly one: (flag: string) => string | null
  readonly rest: readonly string[]
}

/**
 * Sorts the words of a command: flags alone (`bare`), flags with a value (`valued`, as `--flag value` or `--flag=value`), the rest.
 * The value of those of `blank` may be empty, once it is written: `--flag=` or `--flag ''`.
 */
export const readFlags = (given: readonly string[], bare: readonly string[], valued: readonly string[], blank: readonly string[] = []): Told => {
  const words: string[] = []
  const rest: string[] = []
  const found = new Map<string, string[]>()
  for (let place = 0; place < given.length; place += 1) {
    const word = given[place] ?? ''
    const cut = word.indexOf('=')
    const name = word.startsWith('--') && cut > 0 ? word.slice(0, cut) : word
    if (bare.includes(word)) found.set(word, [])
    else if (valued.includes(name)) {
      const value = cut > 0 && name !== word ? word.slice(cut + 1) : given[(place += 1)]
      if (value === undefined || (value === '' && !blank.includes(name))) throw new Refused(`${name} demande une valeur.`, `${name} needs a value.`, 2)
      found.set(name, [...(found.get(name) ?? []), value])
    } else if (word.startsWith('-')) {
      rest.push(word)
      // What follows a flag of the settings is its value.
      if (cut < 0 && given[place + 1] !== undefined && !given[place + 1]?.startsWith('-')) rest.push(given[(place += 1)] ?? '')
    } else words.push(word)
  }
  return { words, rest, is: (flag) => found.has(flag), all: (flag) => found.get(flag) ?? [], one: (flag) => found.get(flag)?.at(-1) ?? null }
}
