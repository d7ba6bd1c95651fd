import { createGazetteer, type Gazetteer, type Place } from './gazetteer.ts'
import { places } from './place.ts'
import { otherPlaces } from './places-canada.ts'
import { provinces, type Province } from './province.ts'

const isProvince = (letters: string): letters is Province => (provinces as readonly string[]).includes(letters)

function readPlaces(text: string): readonly Place[] {
  const read: Place[] = []
  for (const block of text.split('#')) {
    const letters = block.slice(0, 2)
    if (!isProvince(letters)) continue
    for (const entry of block.slice(2).split(';')) {
      const [name = '', latitude = '', longitude = ''] = entry.trim().split('|')
      if (name !== '') read.push({ name, latitude: Number(latitude), longitude: Number(longitude), province: letters, region: '' })
    }
  }
  return read
}

/** The places of Canada, those of Quebec first: `Windsor` is in Estrie, `Windsor, ON` is not. Screens load it when they need it. */
export const canada: Gazetteer = createGazetteer([...places, ...readPlaces(otherPlaces)])
