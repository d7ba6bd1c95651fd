import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { foldTight } from '#method/contact/fold.ts'
import { places } from '#method/contact/place.ts'
import { SuggestField } from '../ui/suggest-field.tsx'

type Props = {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  /** Leaving the field, or picking a city: what is there is meant. */
  readonly onSettled?: ((value: string) => void) | undefined
  /** Cities already used, offered first. */
  readonly own?: readonly string[] | undefined
  readonly error?: string | undefined
}

const most = 8
const gazetteer = places.map(({ name }) => ({ name, key: foldTight(name) }))

/** The cities that begin as typed, those in use first, then those of the gazetteer. */
export const suggestedCities = (typed: string, own: readonly string[]): readonly string[] => {
  const key = foldTight(typed)
  if (key === '') return own.slice(0, most)
  const known = own.filter((city) => foldTight(city).startsWith(key))
  const seen = new Set(known.map(foldTight))
  const others = gazetteer.filter((place) => place.key.startsWith(key) && !seen.has(place.key) && seen.add(place.key)).map(({ name }) => name)
  return [...known, ...others].slice(0, most).filter((city) => city !== typed)
}

/** A city, free to type, with those that exist offered. */
export function CityField({ label, value, onValue, onSettled, own = [], error }: Props) {
  const { t } = useLingui()
  const found = useMemo(() => suggestedCities(value, own), [value, own])
  return (
    <div onBlur={() => onSettled?.(value)}>
      <SuggestField
        {...{ label, value, onValue, error }}
        suggestions={found.map((city) => ({ id: city, label: city }))}
        onPick={(city) => {
          onValue(city.label)
          onSettled?.(city.label)
        }}
        countSentence={t`${plural(found.length, { one: '# suggestion', other: '# suggestions' })}`}
      />
    </div>
  )
}
