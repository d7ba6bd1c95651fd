import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { Place } from '#method/contact/gazetteer.ts'
import { useGazetteer } from '../contact/use-gazetteer.ts'
import { SuggestField } from '../ui/suggest-field.tsx'
import { pickedPlace, readPlace, suggestedPlaces, type WrittenPlace } from './event-draft.ts'

type Props = {
  readonly value: string
  readonly onValue: (value: string) => void
  /** A place was picked, or the field was left: what is there is meant. */
  readonly onPlace: (place: WrittenPlace) => void
}

/** Where an event is: free to type, with the places of Canada offered. What is not among them is kept, without a distance. */
export function PlaceField({ value, onValue, onPlace }: Props) {
  const { t } = useLingui()
  const gazetteer = useGazetteer()
  const found = useMemo(() => suggestedPlaces(value, gazetteer), [value, gazetteer])
  const read = useMemo(() => gazetteer.find(value), [value, gazetteer])
  const isNowhere = value.trim() !== '' && !read.ok && found.length === 0
  // Two places of one name are told apart by the region they are in.
  const isTwin = ({ name, province }: Place) => found.filter((one) => one.name === name && one.province === province).length > 1
  const detailOf = (place: Place) => (place.province !== 'QC' ? place.province : isTwin(place) ? t`Région ${place.region}` : undefined)
  return (
    <div onBlur={() => onPlace(readPlace(value, gazetteer))}>
      <SuggestField
        label={t`Ville`}
        value={value}
        onValue={onValue}
        hint={isNowhere ? t`Ce lieu n’est pas dans la liste : il sera gardé, sans distance.` : undefined}
        suggestions={found.map((place, index) => ({
          id: String(index),
          label: place.name,
          detail: detailOf(place),
        }))}
        onPick={({ id }) => {
          const place = found[Number(id)]
          if (place) onPlace(pickedPlace(place))
        }}
        countSentence={t`${plural(found.length, { one: '# suggestion', other: '# suggestions' })}`}
      />
    </div>
  )
}
