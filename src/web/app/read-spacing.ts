const most = 1000
const longest = 20

/** A number of days as it is typed: blank is `null`, what cannot be read or is too long is `undefined`. */
export const readDays = (text: string): number | null | undefined => {
  const typed = text.trim()
  if (typed === '') return null
  const days = Number(typed)
  return /^\d{1,4}$/.test(typed) && days <= most ? days : undefined
}

/** The days of a spacing, separated by anything but digits: `2, 4, 7` or `2 4 7`; `undefined` when it is none. */
export const readSpacing = (text: string): readonly number[] | undefined => {
  if (!/^[\d\s,;]*$/.test(text)) return undefined
  const days = (text.match(/\d+/g) ?? []).map(readDays)
  const read = days.filter((each) => typeof each === 'number')
  return read.length === days.length && read.length >= 1 && read.length <= longest ? read : undefined
}
