import { activityNouns, clientNoun, currencyMarks, growthWord, peopleNoun, salesNoun } from './wish-words.ts'

/**
 * The number of a wish. `amount` is `null` when it has no single meaning, such as `1.234`; `isTimes`: so many times (`3 fois par semaine`);
 * `after`: the few words that follow it.
 */
export type Quantity = { readonly amount: number | null; readonly isMoney: boolean; readonly isTimes: boolean; readonly after: string }

const number = '(\\d+(?:\\.\\d+)?|\\?)'
// One mark for every way of writing money, behind its number.
const marked = (text: string): string =>
  text.replace(new RegExp(`${number} ?(?:${currencyMarks})`, 'g'), '$1§').replace(new RegExp(`(?:(?:us|ca) ?)?[$€] ?${number}(?![§\\d])`, 'g'), '$1§')

const rangeEnd = `(?:a|to|et|and|ou|or|-) ?${number}(§?)(?![\\w%])`
const range = new RegExp(`^${number}(§?) ?${rangeEnd}`)
// « De 2 ventes à 4 »: what is counted may stand between.
const growing = new RegExp(`^${number}(§?) ?(?:[a-z]+ )?${rangeEnd}`)
const single = new RegExp(`^${number}(§?)`)
const wordsAfter = 6

const following = (text: string): string => {
  const [near = ''] = text.split(/\d/)
  return near
    .split(' ')
    .slice(0, wordsAfter + 1)
    .join(' ')
}

const valueOf = (text: string | undefined): number | null => (text === undefined || text === '?' ? null : Number(text))

const readAt = (text: string, at: number): Quantity => {
  const from = text.slice(at)
  const before = text.slice(0, at)
  const pair = (/(?<!\w)(?:de|from) $/.test(before) ? growing : range).exec(from)
  if (pair) {
    const [low, high] = [valueOf(pair[1]), valueOf(pair[3])]
    const isGrowth = growthWord.test(before)
    return { amount: isGrowth ? high : low, isMoney: pair[2] !== '' || pair[4] !== '', isTimes: false, after: following(from.slice(pair[0].length)) }
  }
  const one = single.exec(from)
  const value = valueOf(one?.[1])
  const after = following(from.slice(one?.[0].length ?? 0))
  const isNegative = /(?<![\w§])-$/.test(before)
  return { amount: isNegative && value !== null ? -value : value, isMoney: one?.[2] === '§', isTimes: /^ (?:fois|times)(?!\w)/.test(after), after }
}

const nouns = [salesNoun, clientNoun, peopleNoun, ...activityNouns.map(([noun]) => noun)]

/** « Une vente par jour »: an article is a number when what it counts follows, and a period was said (`.` stands for it). */
const articled = (text: string): Quantity | null => {
  if (!/(?:^| )\.(?: |$)/.test(text)) return null
  for (const match of text.matchAll(/(?<!\w)(?:un|une|one|a|an) (?=(\w+(?: \w+)?))/g)) {
    if (nouns.some((noun) => noun.test(match[1] ?? '')))
      return { amount: 1, isMoney: false, isTimes: false, after: following(` ${text.slice(match.index + match[0].length)}`) }
  }
  return null
}

/** The first number of a wish from which its period was taken; percentages are none. */
export const firstQuantity = (text: string): Quantity | null => {
  const written = marked(text)
  for (const match of written.matchAll(new RegExp(`(?<![\\w.])${number}(?!\\d)(?! ?%)(?![a-z])`, 'g'))) return readAt(written, match.index)
  return articled(written)
}
