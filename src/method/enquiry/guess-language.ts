import { plainLetters } from '../contact/fold.ts'

const french = new Set(
  'je tu nous vous le la les un une des du au aux et ou est sont suis avec pour dans sur pas plus que qui mon ma mes votre vos bonjour bonsoir merci salut allo aimerais voudrais merci cordialement ce cette bien tres si comme par chez'.split(
    ' ',
  ),
)
const english = new Set(
  'i you we they the a an and or is are am with for in on not my your our hello hi hey thanks thank would like please this that have has can could about at be of to me it if how do does regards'.split(
    ' ',
  ),
)

/** The language of some words, by their small words: empty unless one of the two is at least twice as present (`''` for a name or a number). */
export function guessLanguage(text: string): 'fr' | 'en' | '' {
  const words = plainLetters(text.slice(0, 4000)).match(/[a-z]+/g) ?? []
  const fr = words.filter((word) => french.has(word)).length + (text.match(/[çœ]|\b[àê]\b|[éè]/giu)?.length ?? 0) * 0.5
  const en = words.filter((word) => english.has(word)).length
  if (fr >= 1 && fr >= 2 * en) return 'fr'
  return en >= 1 && en >= 2 * fr ? 'en' : ''
}
