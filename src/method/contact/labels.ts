import { foldWords } from './fold.ts'

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:fax|telecopieur|telecopie)\b/, 'fax'],
  [/\b(?:cell|cellulaire|cellphone|mobile|portable|iphone)\b/, 'mobile'],
  [/\b(?:pager|teleavertisseur)\b/, 'pager'],
  [/\b(?:work|bureau|travail|business|office|professionnel|professionnelle|company|societe)\b/, 'work'],
  [/\b(?:home|maison|domicile|personnel|personnelle|residence|personal)\b/, 'home'],
  [/\b(?:main|principal|principale|primary)\b/, 'main'],
]
const MEANINGLESS = /^(?:other|autre|voice|internet|pref|text|video|msg|smtp|x internet)?$/

/**
 * One word for what an address or number is for: `work`, `home`, `mobile`, `fax`, `pager`, `main`; otherwise the word of the file,
 * without the marks of Google (`* Work`) and Apple (`_$!<Home>!$_`); empty when it says nothing.
 */
export function readLabel(text: string): string {
  const bare = text
    .replace(/^_\$!<(.*)>!\$_$/u, '$1')
    .replace(/^\*\s*/u, '')
    .trim()
  const folded = foldWords(bare.replaceAll(/([a-z])([A-Z])/g, '$1 $2'))
  for (const [word, label] of WORDS) if (word.test(folded)) return label
  return MEANINGLESS.test(folded) ? '' : bare
}
