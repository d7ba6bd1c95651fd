import { foldTight } from './fold.ts'

/** The provinces and territories of Canada, by their two letters. */
export const provinces = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'] as const
/** One of them. */
export type Province = (typeof provinces)[number]

const written: Readonly<Record<Province, string>> = {
  AB: 'ab alberta',
  BC: 'bc cb britishcolumbia colombiebritannique',
  MB: 'mb manitoba',
  NB: 'nb newbrunswick nouveaubrunswick',
  NL: 'nl tnl newfoundland terreneuve newfoundlandandlabrador terreneuveetlabrador labrador',
  NS: 'ns ne novascotia nouvelleecosse',
  NT: 'nt tno northwestterritories territoiresdunordouest',
  NU: 'nu nunavut',
  ON: 'on ont ontario',
  PE: 'pe pei ipe princeedwardisland ileduprinceedouard',
  QC: 'qc pq que quebec',
  SK: 'sk saskatchewan',
  YT: 'yt yukon',
}
const byWriting = new Map(provinces.flatMap((province) => written[province].split(' ').map((form) => [form, province] as const)))

/** The province that a text names, by its letters or its name in either language. */
export const readProvince = (text: string): Province | undefined => byWriting.get(foldTight(text))

const byPostalLetter: Readonly<Record<string, Province>> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  Y: 'YT',
}

/** The province of a Canadian postal code; `X` is shared by two territories and tells neither. */
export const provinceOfPostalCode = (code: string): Province | undefined => byPostalLetter[code.trim().charAt(0).toUpperCase()]

const regions = [
  'Bas-Saint-Laurent',
  'Saguenay–Lac-Saint-Jean',
  'Capitale-Nationale',
  'Mauricie',
  'Estrie',
  'Montréal',
  'Outaouais',
  'Abitibi-Témiscamingue',
  'Côte-Nord',
  'Nord-du-Québec',
  'Gaspésie–Îles-de-la-Madeleine',
  'Chaudière-Appalaches',
  'Laval',
  'Lanaudière',
  'Laurentides',
  'Montérégie',
  'Centre-du-Québec',
]
const byRegion = new Map(regions.map((name, place) => [foldTight(name), String(place + 1).padStart(2, '0')]))

/** The name of an administrative region of Quebec by its number (`17`); empty when there is none. */
export const regionName = (region: string): string => regions[Number(region) - 1] ?? ''

/** The number of the administrative region of Quebec that a text names. */
export const readRegion = (text: string): string | undefined => byRegion.get(foldTight(text))
