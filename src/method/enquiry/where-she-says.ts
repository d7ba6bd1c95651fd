import type { PlaceReading } from '../contact/gazetteer.ts'

type Find = (text: string) => PlaceReading

const LETTERS = "[\\p{Lu}][\\p{L}\\p{M}'’.-]*(?:[ -][\\p{L}\\p{M}'’.-]+){0,5}"
const french = `(?:j['’]habite|je vis|je demeure|je reste|je travaille|je suis|nous sommes|située?s?|installée?s?|basée?s?|établie?s?)\\s+(?:à|au|aux|de|près de|dans la région de)\\s+(${LETTERS})`
const english = `(?:i live|i work|i am|i['’]m|we are|we['’]re|based|located|living)\\s+(?:in|from|near|around)\\s+(${LETTERS})`
const told = [new RegExp(french, 'giu'), new RegExp(english, 'giu')]
const postal = /(?<![\p{L}\p{N}])[A-Z]\d[A-Z][ -]?\d[A-Z]\d(?![\p{L}\p{N}])|\((?:qu[ée]bec|qc)\)|,\s*(?:qc|qu[ée]bec|on|nb|ontario)\b/iu

const name = (find: Find, text: string): string | null => {
  const found = find(text)
  return found.ok ? found.place.name : null
}

// « Drummondville et je cherche » is Drummondville: the longest beginning that is a place.
const longestPlace = (find: Find, words: string): string | null => {
  const parts = words.split(' ')
  for (let length = parts.length; length > 0; length -= 1) {
    const found = name(
      find,
      parts
        .slice(0, length)
        .join(' ')
        .replace(/[.'’-]+$/u, ''),
    )
    if (found !== null) return found
  }
  return null
}

/**
 * The city that someone says is hers, and no other: in words (« j’habite à… »), in an address with its postal code or province, or alone on
 * a line of her signature. The city of an event that she asks about is not hers.
 */
export function whereSheSays(words: string, signature: string, find: Find): string {
  for (const pattern of told) {
    for (const [, said = ''] of words.slice(0, 20_000).matchAll(pattern)) {
      // Case counts for a place and not for « J’habite »: « je suis à la recherche » names none.
      const found = /^\p{Lu}/u.test(said) ? longestPlace(find, said) : null
      if (found !== null) return found
    }
  }
  const lines = `${words}\n${signature}`.split('\n').map((line) => line.trim())
  for (const line of lines.filter((line) => line.length <= 160 && postal.test(line))) {
    const parts = line.split(',').map((part) => part.trim())
    const found = [line, ...parts.toReversed()].map((part) => name(find, part)).find((found) => found !== null)
    if (found !== undefined && found !== null) return found
  }
  return (
    signature
      .split('\n')
      .map((line) => name(find, line.trim()))
      .find((found) => found !== null) ?? ''
  )
}
