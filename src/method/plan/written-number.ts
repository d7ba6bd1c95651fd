import { readMoney } from '../sale/money.ts'

const valued = (rows: Readonly<Record<number, string>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(rows).flatMap(([value, names]) => names.split(' ').map((name) => [name, Number(value)])))

const ones = valued({
  0: 'zero',
  1: 'un une one',
  2: 'deux two',
  3: 'trois three',
  4: 'quatre quatres four',
  5: 'cinq five',
  6: 'six',
  7: 'sept seven',
  8: 'huit eight',
  9: 'neuf nine',
  10: 'dix ten',
  11: 'onze eleven',
  12: 'douze twelve',
  13: 'treize thirteen',
  14: 'quatorze fourteen',
  15: 'quinze fifteen',
  16: 'seize sixteen',
  17: 'seventeen',
  18: 'eighteen',
  19: 'nineteen',
})
const tens = valued({
  20: 'vingt vingts vint twenty',
  30: 'trente thirty',
  40: 'quarante forty fourty',
  50: 'cinquante fifty',
  60: 'soixante sixty',
  70: 'septante seventy',
  80: 'huitante eighty',
  90: 'nonante ninety',
})
const amounts = valued({
  10: 'dizaine dizaines',
  12: 'douzaine douzaines dozen dozens',
  15: 'quinzaine',
  20: 'vingtaine',
  30: 'trentaine',
  40: 'quarantaine',
  50: 'cinquantaine',
  60: 'soixantaine',
  100: 'centaine centaines',
})
const hundreds: ReadonlySet<string> = new Set(['cent', 'cents', 'hundred', 'hundreds'])
const thousands = valued({ 1000: 'mille milles millier milliers thousand thousands', 1_000_000: 'million millions' })

// « un », "a" and the like are articles as often as numbers: alone they stay words.
const articles: ReadonlySet<string> = new Set(['un', 'une', 'one', 'a', 'an'])

type Sum = { readonly total: number; readonly current: number; readonly last: number }

/** The number once `word` is added to it, or `null` when the word cannot go on from there. */
const add = ({ total, current, last }: Sum, word: string): Sum | null => {
  const scale = thousands[word]
  if (scale !== undefined) return { total: total + Math.max(1, current) * scale, current: 0, last: scale }
  if (hundreds.has(word) || amounts[word] !== undefined) {
    const size = amounts[word] ?? 100
    return current < 100 ? { total, current: Math.max(1, current) * size, last: size } : null
  }
  const ten = tens[word]
  if (ten !== undefined) {
    if (last === 4 && ten === 20) return { total, current: current + 76, last: 80 }
    return current % 100 === 0 ? { total, current: current + ten, last: ten } : null
  }
  const one = ones[word]
  if (one === undefined) return null
  const goesOn = current % 100 === 0 || (last >= 20 && last <= 90 && (one < 10 || last === 60 || last === 80)) || (last === 10 && one >= 7 && one <= 9)
  return goesOn ? { total, current: current + one, last: one } : null
}

const none: Sum = { total: 0, current: 0, last: 0 }

/** Words such as `deux mille cinq cents` and `twenty-five` as figures; the others as they are. */
const inFigures = (words: readonly string[]): readonly string[] => {
  const written: string[] = []
  for (let place = 0; place < words.length;) {
    const { length, value } = longestFrom(words, place)
    written.push(length > 0 ? String(value) : (words[place] ?? ''))
    place += Math.max(1, length)
  }
  return written
}

const longestFrom = (words: readonly string[], from: number): { readonly length: number; readonly value: number } => {
  let sum = none
  let length = 0
  let isArticle = articles.has(words[from] ?? '')
  // "a hundred", « une dizaine »: the article counts for nothing.
  const start =
    isArticle && /^(?:hundred|thousand|million|dozen|dizaine|douzaine|quinzaine|.*taine|millier|centaine)$/.test(words[from + 1] ?? '') ? from + 1 : from
  for (let place = start; place < words.length; place += 1) {
    const word = words[place] ?? ''
    const isLink = (word === 'et' || word === 'and') && place > start && add(sum, words[place + 1] ?? '') !== null && sum.last >= 20
    if (isLink) continue
    const next = add(sum, word)
    if (!next) break
    if (place > start || !articles.has(word)) isArticle = false
    sum = next
    length = place - from + 1
  }
  return isArticle ? { length: 0, value: 0 } : { length, value: sum.total + sum.current }
}

const figures = /(?<![\d.,])(?:\d{1,3}(?:[ ,.']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?!\d)/gu
const scales = valued({ 1000: 'k mille milles thousand grand', 1_000_000: 'million millions' })

/** `1 234,56`, `1,234.56`, `2,5` as a plain decimal; what has no single meaning, such as `1.234`, as a question mark. */
const plainFigure = (text: string): string => {
  const read = readMoney(text)
  return read.ok ? String(read.cents / 100) : '?'
}

/**
 * Text in plain lower-case letters with every number, in figures or in words, French or English, as a plain decimal:
 * `deux mille cinq cents dollars` gives `2500 dollars`, `$1,234.50` `$1234.5`, `2,5k` `2500`. `thousands` tells whether a `k` was read.
 */
export const withPlainNumbers = (text: string): { readonly text: string; readonly hasThousands: boolean } => {
  const written = text.replace(figures, plainFigure)
  // September in short, after the number of a day.
  const dated = written.replace(/(\d) sept\b/gu, '$1 septembre')
  // A lone `m` is a million only beside a mark of money: `1 M$`, `$1.5M`.
  const inFull = dated.replace(/(?<=\d) ?m(?= ?[$€])|(?<=[$€] ?\d+(?:\.\d+)?) ?m\b/gu, ' million ').replace(/ +/g, ' ')
  const scaled = inFull.replace(/(\d+(?:\.\d+)?) ?(k|milles?|thousand|grand|millions?)\b/gu, (_, size: string, scale: string) =>
    String(Math.round(Number(size) * (scales[scale] ?? 1) * 100) / 100),
  )
  return { text: inFigures(scaled.split(' ')).join(' '), hasThousands: /\d ?k\b/u.test(dated) }
}
