import { foldName, foldTight } from './fold.ts'
import { provinceOfPostalCode, readProvince, readRegion, type Province } from './province.ts'

/**
 * A place as it is written: the folded names it may have, most literal first, and what is said around them.
 * `isElsewhere` when the text names another country, or something after a comma that is no province, region or postal code.
 */
export type WrittenPlace = {
  readonly names: readonly string[]
  readonly province: Province | undefined
  readonly region: string | undefined
  readonly isAbroad: boolean
  readonly isElsewhere: boolean
}

const POSTAL = /(?<![\p{L}\p{N}])[A-Z]\d[A-Z][ -]?\d[A-Z]\d(?![\p{L}\p{N}])/iu
const TITLE = /^(?:ville|municipalite|paroisse|canton|village|cite|city|town) (?:de|d|du|des|of) /
const abroad = new Set(
  'france belgique belgium suisse switzerland luxembourg maroc morocco algerie tunisie senegal haiti usa us etatsunis unitedstates uk england angleterre royaumeuni unitedkingdom irlande ireland australie australia'.split(
    ' ',
  ),
)

/** Reads `Ville de St-Jérôme (Québec)  J7Y 1A1`, `London, ON`, `Windsor Ontario`: linear in the length of the text. */
export function readWrittenPlace(text: string): WrittenPlace {
  const postal = POSTAL.exec(text)?.[0]
  const parts = (postal === undefined ? text : text.replace(postal, ','))
    .split(/[,()\n;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const [first = '', ...around] = parts
  const { name, said } = withoutTail(foldName(first))
  const provincesSaid = [...around.map(readProvince), said, postal === undefined ? undefined : provinceOfPostalCode(postal)]
  const unread = around.filter((part) => !readProvince(part) && readRegion(part) === undefined && foldTight(part) !== 'canada')
  return {
    names: namesOf(foldName(first), name),
    province: provincesSaid.find((province) => province !== undefined),
    region: around.map(readRegion).find((region) => region !== undefined),
    isAbroad: around.some((part) => abroad.has(foldTight(part))),
    isElsewhere: unread.length > 0,
  }
}

/** `drummondville quebec canada` is Drummondville, in Quebec; `quebec` alone stays a name. */
function withoutTail(words: string): { readonly name: string; readonly said: Province | undefined } {
  const bare = words.replace(/(?: (?:canada|ca))+$/, '')
  const parts = bare.split(' ')
  for (const length of [1, 2, 3, 4]) {
    if (parts.length <= length) break
    const said = readProvince(parts.slice(-length).join(' '))
    if (said) return { name: parts.slice(0, -length).join(' '), said }
  }
  return { name: bare, said: undefined }
}

function namesOf(whole: string, outside: string): readonly string[] {
  const forms = [whole, outside, whole.replace(TITLE, ''), outside.replace(TITLE, '')]
  return [...new Set(forms.map((form) => form.replaceAll(' ', '')))].filter((form) => form !== '')
}
