import { isBuiltIn, builtInKinds } from '#method/activity/kind.ts'
import { outcomes, type Outcome } from '#method/activity/activity.ts'
import { foldWords } from '#method/contact/fold.ts'
import { pastFields, type PastField } from '#method/past/past-columns.ts'
import { saleWord } from '#method/past/past-gesture.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import { Refused } from './say.ts'

/** What `--map` says: columns by heading or number, words of kinds and of outcomes, and the order of dates. */
export type Said = {
  readonly columns: readonly (readonly [string, PastField])[]
  readonly kinds: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, Outcome>>
  readonly kindUnsaid: string | null
  readonly dateOrder: PastMapping['dateOrder'] | null
}

const refuse = (given: string, choices: readonly string[]): Refused =>
  new Refused(
    `« --map ${given} » ne se comprend pas. Choix\u00A0: ${choices.join(', ')}. Exemples\u00A0: --map "Client=name", --map 3=amount, --map "kind:Infolettre=email", --map "outcome:Étape 2=reached", --map dates=month-first.`,
    `“--map ${given}” is not understood. Choices: ${choices.join(', ')}. Examples: --map "Client=name", --map 3=amount, --map "kind:Newsletter=email", --map "outcome:Stage 2=reached", --map dates=month-first.`,
    2,
  )

const split = (given: string): readonly [string, string] => {
  const cut = given.lastIndexOf('=')
  return cut < 0 ? [given, ''] : [given.slice(0, cut).trim(), given.slice(cut + 1).trim()]
}

/** Reads the words after `--map`; `ownKinds` are the person's own kinds by their folded names. */
export const readMap = (words: readonly string[], ownKinds: ReadonlyMap<string, string>): Said => {
  const columns: (readonly [string, PastField])[] = []
  const kinds: Record<string, string> = {}
  const told: Record<string, Outcome> = {}
  let kindUnsaid: string | null = null
  let dateOrder: Said['dateOrder'] = null
  for (const given of words) {
    const [what, as] = split(given)
    if (what === 'dates') {
      if (as !== 'day-first' && as !== 'month-first') throw refuse(given, ['day-first', 'month-first'])
      dateOrder = as
    } else if (what.startsWith('kind:')) {
      const kind = isBuiltIn(as) || as === saleWord ? as : ownKinds.get(foldWords(as))
      if (kind === undefined) throw refuse(given, [...builtInKinds, saleWord, ...ownKinds.keys()])
      const word = foldWords(what.slice('kind:'.length))
      if (word === '') kindUnsaid = kind
      else kinds[word] = kind
    } else if (what.startsWith('outcome:')) {
      if (!(outcomes as readonly string[]).includes(as)) throw refuse(given, outcomes)
      told[foldWords(what.slice('outcome:'.length))] = as as Outcome
    } else {
      if (!(pastFields as readonly string[]).includes(as)) throw refuse(given, pastFields)
      columns.push([what, as as PastField])
    }
  }
  return { columns, kinds, outcomes: told, kindUnsaid, dateOrder }
}

/** The mapping that a file suggests, corrected by what was said. */
export const corrected = (proposed: PastMapping, said: Said): PastMapping => {
  const places = new Map<number, PastField>()
  for (const [column, field] of said.columns) {
    const wanted = foldWords(column)
    const at = proposed.columns.findIndex(({ heading }) => heading !== '' && foldWords(heading) === wanted)
    const place = at >= 0 ? at : /^\d+$/.test(column) ? Number(column) - 1 : -1
    if (place < 0 || place >= proposed.columns.length) {
      throw refuse(
        `${column}=${field}`,
        proposed.columns.map(({ heading }, index) => heading || String(index + 1)),
      )
    }
    places.set(place, field)
  }
  return {
    ...proposed,
    columns: proposed.columns.map((column, place) => ({ ...column, field: places.get(place) ?? column.field })),
    dateOrder: said.dateOrder ?? proposed.dateOrder,
    kindUnsaid: said.kindUnsaid,
    kinds: said.kinds,
    outcomes: said.outcomes,
  }
}
