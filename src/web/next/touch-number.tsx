import { ordinalParts } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'

/** « 5e contact »: the number of the next touch (claim 4). */
export function TouchNumber({ touch }: { readonly touch: number }) {
  const { number, suffix } = ordinalParts(touch, useLanguage())
  return (
    <span className="shrink-0">
      {number}
      <sup>{suffix}</sup> contact
    </span>
  )
}
