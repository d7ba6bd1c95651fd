import { formatNumber } from './format.ts'
import type { Language } from './language.ts'

const words = {
  fr: [
    'zéro',
    'un',
    'deux',
    'trois',
    'quatre',
    'cinq',
    'six',
    'sept',
    'huit',
    'neuf',
    'dix',
    'onze',
    'douze',
    'treize',
    'quatorze',
    'quinze',
    'seize',
    'dix-sept',
    'dix-huit',
    'dix-neuf',
    'vingt',
  ],
  en: [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
  ],
} as const

/** A count in words up to twenty, in figures beyond: `trois`, `three`; `feminine` turns `un` into `une`. */
export function numberInWords(count: number, language: Language, gender: 'feminine' | 'masculine' = 'feminine'): string {
  if (language === 'fr' && count === 1 && gender === 'feminine') return 'une'
  return words[language][count] ?? formatNumber(count, language)
}
