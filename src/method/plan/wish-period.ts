import { addDays, asDay, mondayOf, weekdayOf, type Day } from '../calendar/day.ts'
import { easterSunday } from '../calendar/holidays.ts'
import { lengthOfMonth } from '../calendar/months.ts'
import type { Period, TimeUnit } from './period.ts'
import { clientNoun, currencyMarks, peopleNoun, salesNoun } from './wish-words.ts'

// Read on plain letters: no accents, apostrophes and hyphens as spaces, numbers in figures.
const units: readonly (readonly [TimeUnit, string])[] = [
  ['day', 'jours?|journees?|jrs?|days?|matins?|mornings?'],
  ['week', 'semaines?|weeks?'],
  ['month', 'mois|months?'],
  ['quarter', 'trimestres?|quarters?'],
  ['year', 'ans?|annees?|years?'],
]
const shortUnits: Readonly<Record<string, TimeUnit>> = { j: 'day', d: 'day', sem: 'week', wk: 'week', mo: 'month', an: 'year', yr: 'year' }
const anyUnit = units.map(([, words]) => words).join('|')
const unitOf = (word: string): TimeUnit => shortUnits[word] ?? units.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0] ?? 'day'

const months = ['janv\\w*|jan\\w*', 'fev\\w*|feb\\w*', 'mars|march', 'avr\\w*|apr\\w*', 'mai|may', 'juin|june?', 'juil\\w*|july?', 'aout|aug\\w*']
  .concat('sept\\w*', 'oct\\w*', 'nov\\w*', 'dec\\w*')
  .map((words) => `(?:${words})`)
const anyMonth = months.join('|')
const monthOf = (word: string): number => months.findIndex((words) => new RegExp(`^${words}$`).test(word)) + 1
const weekdays = ['lundi|monday', 'mardi|tuesday', 'mercredi|wednesday', 'jeudi|thursday', 'vendredi|friday', 'samedi|saturday', 'dimanche|sunday']

const dated = (year: number, month: number, day: number): Day => {
  const first = asDay(`${year}-${String(month).padStart(2, '0')}-01`)
  return addDays(first, Math.min(Math.max(1, day), lengthOfMonth(first)) - 1)
}
/** The next such date, today included. */
const next = (month: number, day: number, today: Day): Day => {
  const year = Number(today.slice(0, 4))
  const here = dated(year, month, day)
  return here >= today ? here : dated(year + 1, month, day)
}
const endOfUnit = (unit: TimeUnit, today: Day): Day => {
  const [year = 0, month = 1] = today.split('-').map(Number)
  if (unit === 'day') return today
  if (unit === 'week') return addDays(mondayOf(today), 6)
  if (unit === 'month') return dated(year, month, 31)
  return unit === 'quarter' ? dated(year, Math.ceil(month / 3) * 3, 31) : dated(year, 12, 31)
}
const nextEaster = (today: Day): Day => {
  const year = Number(today.slice(0, 4))
  return easterSunday(year) >= today ? easterSunday(year) : easterSunday(year + 1)
}

type Feast = readonly [string, (today: Day) => Day]
const feasts: readonly Feast[] = [
  ['noel|christmas|xmas', (today) => next(12, 25, today)],
  ['(?:temps des )?fetes|holidays', (today) => next(12, 24, today)],
  ['jour de l an|nouvel an|new years?(?: day| s day| s)?', (today) => next(12, 31, today)],
  ['paques|easter', nextEaster],
  ['saint jean(?: baptiste)?|st jean(?: baptiste)?', (today) => next(6, 24, today)],
  ['halloween', (today) => next(10, 31, today)],
  ['(?:saint|st) valentin|valentines?(?: s)?(?: day)?', (today) => next(2, 14, today)],
  ['rentree', (today) => next(9, 1, today)],
  ['printemps|spring', (today) => next(3, 20, today)],
  ['ete|summer', (today) => next(6, 21, today)],
  ['automne|fall|autumn', (today) => next(9, 22, today)],
  ['hiver|winter', (today) => next(12, 21, today)],
]

const by = '(?:d ici|avant|by|before|until|till|jusqu a|jusqu au|pour|for|au plus tard|a|at)(?: (?:a|au|le|la|les|l|the))*'
const during = '(?:en|in|pour|for|durant|during|pendant)(?: (?:le mois de|the month of))?'
// « Pour 2 050 $ », « en 2 000 ventes »: what looks like a year is an amount when money or something counted follows.
const yearNamed = `(20\\d\\d)(?! ?(?:${[currencyMarks, salesNoun.source, clientNoun.source, peopleNoun.source].join('|')}))`
const count = '(\\d+|un|une|a|an|one)'
const soon = '(?:prochaine?s?|next|coming|following)'
const countOf = (word = ''): number => (/^\d+$/.test(word) ? Number(word) : 1)
// A year that is over dates no wish: « vendre pour 2 000 par mois ».
const inYear = (named = '', today: Day, day: (year: number) => Day): Period | null =>
  Number(named) < Number(today.slice(0, 4)) ? null : until(day(Number(named)))

type Rule = readonly [RegExp, (found: readonly (string | undefined)[], today: Day) => Period | null]
const rule = (pattern: string, period: Rule[1]): Rule => [new RegExp(`(?<![\\w$])${pattern}(?!\\w)`), period]
const every = (unit: TimeUnit): Period => ({ type: 'every', unit })
const until = (day: Day): Period => ({ type: 'until', day })
const within = (amount: number, unit: TimeUnit): Period => (amount > 0 ? { type: 'within', count: amount, unit } : every(unit))

const repeated: readonly Rule[] = [
  rule(`(?:aux|tous les|toutes les|every|each) (\\d+) (${anyUnit})`, ([, amount, unit = '']) => within(countOf(amount), unitOf(unit))),
  [new RegExp(`(?:/|par|per) ?(?:working |business )?(${anyUnit}|j|d|sem|wk|mo|an|yr)(?!\\w)`), ([, unit = '']) => every(unitOf(unit))],
  rule(
    `(?:chaque|each|every|tous les|toutes les|a chaque|(?<!(?:in|within|over|for|during|next|by) )(?:a|an)) (?:working |business |single )?(${anyUnit})`,
    ([, unit = '']) => every(unitOf(unit)),
  ),
  rule('(?:quotidien\\w*|daily)', () => every('day')),
  rule('(?:hebdo\\w*|weekly)', () => every('week')),
  rule('(?:mensuel\\w*|monthly)', () => every('month')),
  rule('(?:trimestriel\\w*|quarterly)', () => every('quarter')),
  rule('(?:annuel\\w*|annually|yearly|per annum)', () => every('year')),
]

const once: readonly Rule[] = [
  rule(`${by} (\\d{4})-(\\d{1,2})-(\\d{1,2})`, ([, year, month, day]) => until(dated(Number(year), Math.min(12, Math.max(1, Number(month))), Number(day)))),
  rule(`${by} (\\d{1,2})(?:er|e|st|nd|rd|th)?(?: of| de)? (${anyMonth})(?: (\\d{4}))?`, ([, day, month = '', year], today) =>
    until(onDate(day, month, year, today)),
  ),
  rule(`${by} (${anyMonth}) (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?`, ([, month = '', day, year], today) => until(onDate(day, month, year, today))),
  rule(`(?:${by} )?(?:fin|end|la fin)(?: de| du| d| of)?(?: (?:l|la|le|the|this|cette|ce))? (${anyUnit})`, ([, unit = ''], today) =>
    until(endOfUnit(unitOf(unit), today)),
  ),
  rule(`(?:${by} )?(${anyUnit}) end`, ([, unit = ''], today) => until(endOfUnit(unitOf(unit), today))),
  rule(`(?:${by} )?(?:fin|end of|la fin de|la fin d) (${anyMonth})(?: (\\d{4}))?`, ([, month = '', year], today) => until(onDate('31', month, year, today))),
  rule(`${by} (?:mi|mid) (${anyMonth})(?: (\\d{4}))?`, ([, month = '', year], today) => until(onDate('15', month, year, today))),
  rule(`(?:d ici|avant|by|before)(?: (?:le|the))?(?: (?:debut|mois de|early|beginning of))* (${anyMonth})(?: (\\d{4}))?`, ([, month = '', year], today) =>
    until(addDays(onDate('1', month, year, addDays(today, 1)), -1)),
  ),
  rule(`${during} (${anyMonth})(?: (\\d{4}))?`, ([, month = '', year], today) => until(onDate('31', month, year, today))),
  ...feasts.map(([words, day]): Rule => rule(`${by} (?:prochaine? |next )?(?:${words})`, (_, today) => until(day(today)))),
  ...weekdays.map((words, place): Rule => rule(`${by} (?:next )?(?:${words})`, (_, today) => until(addDays(today, ((place + 7 - weekdayOf(today)) % 7) + 1)))),
  rule(`(?:d ici|avant|by|before)(?: l annee| l an)? ${yearNamed}`, ([, named], today) => inYear(named, today, (each) => addDays(dated(each, 1, 1), -1))),
  rule(`(?:en|in|pour|for)(?: l annee)? ${yearNamed}`, ([, named], today) => inYear(named, today, (each) => dated(each, 12, 31))),
  rule(
    `(?:d ici(?: a)?|dans|en|in|within|over|sous|pendant|durant|for|during|au cours de|au cours|les|the)(?: (?:the|les|des|l|le|la))*(?: ${soon})? ${count}(?: ${soon})? (${anyUnit})(?: ${soon})?`,
    ([, amount, unit = '']) => within(countOf(amount), unitOf(unit)),
  ),
  rule(`(?:ce|cet|cette|this|the current) (${anyUnit})(?: ci)?`, ([, unit = ''], today) => until(endOfUnit(unitOf(unit), today))),
  rule(`(?:next|le|la|l) (?:prochaine? )?(${anyUnit}) ?(?:prochaine?)?`, ([, unit = '']) => within(1, unitOf(unit))),
  rule('(?:aujourd hui|today)', (_, today) => until(today)),
  rule('(?:demain|tomorrow)', (_, today) => until(addDays(today, 1))),
]

const onDate = (day: string | undefined, month: string, year: string | undefined, today: Day): Day =>
  year === undefined ? next(monthOf(month), Number(day ?? 1), today) : dated(Number(year), monthOf(month), Number(day ?? 1))

/** The period that a wish names and the text without it; a repeated one wins over a date. `today` dates « d'ici Noël » and "by June". */
export const takePeriod = (text: string, today: Day): { readonly period: Period | null; readonly rest: string } => {
  const found: { readonly period: Period; readonly at: number; readonly words: string }[] = []
  let rest = text
  for (const [pattern, period] of [...repeated, ...once]) {
    const match = pattern.exec(rest)
    const named = match && period(match, today)
    if (!match || !named) continue
    found.push({ period: named, at: match.index, words: match[0] })
    rest = rest.replace(match[0], ' . ')
  }
  return { period: found[0]?.period ?? null, rest: rest.replace(/ +/g, ' ').trim() }
}
