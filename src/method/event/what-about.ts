import { foldWords } from '../contact/fold.ts'

const empty = new Set('a au aux avec d dans de des du en et for in l la le les mes my of on or ou par pour sur the to un une with'.split(' '))

// `Ventes` and `vente` are one subject; finer grammar would guess.
const stem = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word)
const wordsOf = (text: string): readonly string[] =>
  foldWords(text)
    .split(' ')
    .filter((word) => word !== '' && !empty.has(word))
    .map(stem)

/**
 * Makes the question "do these words speak of it?". A subject is spoken of when all the words of the shorter of the two are in
 * the longer; `title` only when it holds every word asked. Words of less than three letters alone say nothing. The answers are remembered.
 */
export const aboutness = (subjects: readonly string[], title: string, unless: string): ((text: string) => boolean) => {
  const placeWords = new Set(wordsOf(unless))
  const known = subjects.map(wordsOf).filter((words) => words.length > 0)
  const titled = new Set(wordsOf(title).filter((word) => !placeWords.has(word)))
  const answers = new Map<string, boolean>()
  const isAbout = (text: string): boolean => {
    const words = wordsOf(text)
    if (!words.some((word) => word.length > 2)) return false
    if (words.every((word) => titled.has(word))) return true
    return known.some((subject) => (words.length <= subject.length ? isWithin(words, subject) : isWithin(subject, words)))
  }
  return (text) => {
    const before = answers.get(text)
    if (before !== undefined) return before
    const answer = isAbout(text)
    answers.set(text, answer)
    return answer
  }
}

const isWithin = (short: readonly string[], long: readonly string[]): boolean => short.every((word) => long.includes(word))
