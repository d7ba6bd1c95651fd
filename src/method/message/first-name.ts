import { foldWords } from '../contact/fold.ts'

const titles = new Set('m mr mme mrs ms mlle miss dr dre docteur docteure me maitre prof professeur sr pere'.split(' '))
const joiners = new Set(['et', 'and', '&'])
const companies = /(?:^|\s)(?:inc|lt[ée]e|ltd|enr|llc|s\.?e\.?n\.?c|corp|cie)\.?$/iu

/**
 * The first name by which one writes to someone: `Marie-Ève` of `Marie-Ève Côté`, of `Côté, Marie-Ève` and of `Dre Marie-Ève Côté`.
 * Empty when the name holds none for sure: an address, a company, an initial, `Mme Roy`.
 */
export function firstNameOf(name: string, organisation = ''): string {
  const whole = name.slice(0, 300).normalize('NFC').trim()
  if (whole.includes('@') || companies.test(whole) || (organisation !== '' && foldWords(whole) === foldWords(organisation))) return ''
  const [last = '', ...rest] = whole.split(',').map((part) => part.trim())
  const words = (rest[0] ? `${rest[0]} ${last}` : last).split(/\s+/)
  const isTitled = titles.has(foldWords(words[0] ?? ''))
  const [first = '', second, third = '', fourth] = isTitled ? words.slice(1) : words
  // After a title alone stands a family name.
  if (!isName(first) || (isTitled && second === undefined)) return ''
  const isCouple = second !== undefined && joiners.has(second) && isName(third) && fourth !== undefined
  return isCouple ? `${spelled(first)} ${second} ${spelled(third)}` : spelled(first)
}

const isName = (word: string): boolean => /^\p{L}[\p{L}\p{M}'’-]+$/u.test(word) && !joiners.has(word)

const spelled = (name: string): string =>
  name === name.toLowerCase() || name === name.toUpperCase() ? name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase()) : name
