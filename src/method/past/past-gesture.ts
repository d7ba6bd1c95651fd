import type { Outcome } from '../activity/activity.ts'
import { isBuiltIn, type KindId } from '../activity/kind.ts'
import { cleanLine, foldWords } from '../contact/fold.ts'
import { isPageSeen, readDirection, readKind, type KindMeaning } from './kind-words.ts'
import { once } from './once.ts'
import { isNegated, outcomeUnsaid, readOutcome } from './outcome-words.ts'
import type { PastMapping } from './past-mapping.ts'
import { readSaleState, type SaleState } from './sale-words.ts'
import { readMinutes, readSeconds } from './written-length.ts'

/** What a row says was done. `word` is the kind as written when no kind goes by it, else empty; one of the two is given. */
export type PastGesture = {
  readonly kind: KindId | null
  readonly word: string
  readonly direction: 'out' | 'in'
  readonly outcome: Outcome
  readonly minutes: number | null
  readonly title: string
  readonly note: string
}

/** What was read but could not be kept as such, without harm to the rest of the row. */
export type PastWarning = {
  readonly reason: 'unknown-outcome' | 'unknown-direction' | 'not-minutes' | 'not-an-amount' | 'sale-not-made'
  readonly text: string
}

/** The words of a row about what was done, as written. */
export type GestureWords = Readonly<Record<'kind' | 'outcome' | 'direction' | 'minutes' | 'seconds' | 'title' | 'note', string>>

/** What the word of a kind comes to: a kind, a sale alone, a word that is not known, or nothing. */
export type NamedKind = { readonly kind: KindId | null; readonly isSale: boolean; readonly word: string; readonly meaning: KindMeaning | undefined }
/** What a person may say that a word of a file is, beside a kind. */
export const saleWord = 'sale'

// A file may hold any word, `constructor` among them.
const own = <T>(words: Readonly<Record<string, T>>, word: string): T | undefined => (Object.hasOwn(words, word) ? words[word] : undefined)

/** A reader of the words of kinds: what the person said of a word comes first, then her own kinds, then the words of both languages. */
export const kindReader = (mapping: PastMapping, ownKinds: ReadonlyMap<string, KindId>): ((text: string) => NamedKind) =>
  once((text) => {
    const folded = foldWords(text)
    const meaning = readKind(folded)
    const chosen = own(mapping.kinds, folded) ?? ownKinds.get(folded) ?? (isBuiltIn(text) ? text : meaning?.kind) ?? null
    const isSale = chosen === saleWord
    return { kind: isSale ? null : chosen, isSale, word: chosen === null && folded !== '' ? cleanLine(text).slice(0, 60) : '', meaning }
  })

/** A reader of what the outcome of a row says of its sale: what the person said of the word comes first. */
export const saleStateReader = (mapping: PastMapping): ((text: string) => SaleState) =>
  once((text) => {
    const folded = foldWords(text)
    const said = own(mapping.outcomes, folded)
    return said === undefined ? readSaleState(folded) : said === 'no' ? 'not-made' : 'made'
  })

/** Reads what was done from the words of a row, once its kind is named; what is not understood is kept in the note. */
export const gestureReader = (
  mapping: PastMapping,
): ((words: GestureWords, named: NamedKind) => { readonly gesture: PastGesture; readonly warnings: readonly PastWarning[] }) => {
  const outcomeOf = once((text) => {
    const folded = foldWords(text)
    return own(mapping.outcomes, folded) ?? readOutcome(folded)
  })
  const directionOf = once((text) => readDirection(foldWords(text)))
  const isSeen = once((text) => isPageSeen(foldWords(text)))
  return (words, { kind, word, meaning }) => {
    const said = outcomeOf(words.outcome)
    const turned = directionOf(words.direction)
    const minutes = words.minutes === '' ? readSeconds(words.seconds) : readMinutes(words.minutes)
    const direction = turned ?? meaning?.direction ?? (meaning === undefined && isSeen(words.kind) ? 'in' : 'out')
    const unknown: readonly (PastWarning | false)[] = [
      said === undefined && { reason: 'unknown-outcome', text: words.outcome },
      words.direction !== '' && turned === undefined && { reason: 'unknown-direction', text: words.direction },
      minutes === undefined && { reason: 'not-minutes', text: words.minutes || words.seconds },
    ]
    const warnings = unknown.flatMap((one) => (one ? [{ ...one, text: cleanLine(one.text).slice(0, 100) }] : []))
    // « Rencontre; annulée » did not reach anyone, « courriel; not delivered » did not leave.
    const unsaid = said === undefined && isNegated(foldWords(words.outcome)) ? 'done' : outcomeUnsaid(kind ?? '', direction)
    const note = [words.note, said === undefined ? cleanLine(words.outcome) : ''].filter(Boolean).join('\n')
    return {
      gesture: {
        kind,
        word,
        direction,
        outcome: said ?? meaning?.outcome ?? unsaid,
        minutes: minutes ?? null,
        title: words.title.slice(0, 300),
        note: note.slice(0, 10_000),
      },
      warnings,
    }
  }
}
