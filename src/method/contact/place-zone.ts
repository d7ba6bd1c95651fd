import type { Place } from './gazetteer.ts'
import type { Province } from './province.ts'

type Position = Pick<Place, 'name' | 'province' | 'region' | 'latitude' | 'longitude'>

// Where one zone does not do for a province, its other zones: the first line that fits. The borders follow tz's own notes.
const exceptions: Partial<Readonly<Record<Province, readonly (readonly [zone: string, fits: (place: Position) => boolean])[]>>> = {
  QC: [
    ['America/Halifax', ({ region, longitude }) => region === '11' && longitude > -63],
    ['America/Blanc-Sablon', ({ longitude }) => longitude > -63],
  ],
  ON: [
    ['America/Atikokan', ({ name }) => ['Atikokan', 'Pickle Lake'].includes(name)],
    ['America/Winnipeg', ({ longitude }) => longitude < -90],
  ],
  SK: [['America/Edmonton', ({ name }) => name === 'Lloydminster']],
  BC: [
    ['America/Creston', ({ name }) => name === 'Creston'],
    ['America/Fort_Nelson', ({ latitude, longitude }) => latitude > 57.5 && longitude > -125],
    ['America/Dawson_Creek', ({ latitude, longitude }) => latitude > 55 && longitude > -122.4],
    ['America/Edmonton', ({ latitude, longitude }) => longitude > (latitude > 50.3 ? -117.3 : -116.45)],
  ],
  NL: [['America/Goose_Bay', ({ latitude }) => latitude > 52.8]],
  NT: [['America/Inuvik', ({ latitude, longitude }) => latitude > 66 && longitude < -125]],
  NU: [
    ['America/Cambridge_Bay', ({ longitude }) => longitude < -102],
    ['America/Atikokan', ({ name }) => name === 'Coral Harbour'],
    ['America/Rankin_Inlet', ({ longitude }) => longitude < -85],
  ],
}

const usual: Readonly<Record<Province, string>> = {
  AB: 'America/Edmonton',
  BC: 'America/Vancouver',
  MB: 'America/Winnipeg',
  NB: 'America/Moncton',
  NL: 'America/St_Johns',
  NS: 'America/Halifax',
  NT: 'America/Edmonton',
  NU: 'America/Iqaluit',
  ON: 'America/Toronto',
  PE: 'America/Halifax',
  QC: 'America/Toronto',
  SK: 'America/Regina',
  YT: 'America/Whitehorse',
}

/** The IANA zone of a place of Canada: the hours at which one may call there (law A3, T4). */
export const zoneOfPlace = (place: Position): string => exceptions[place.province]?.find(([, fits]) => fits(place))?.[0] ?? usual[place.province]
