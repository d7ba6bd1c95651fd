// Those of the people of METHOD.md first; the browser knows all the others.
const usual = [
  'America/Toronto',
  'America/Montreal',
  'America/Halifax',
  'America/Moncton',
  'America/Winnipeg',
  'America/Edmonton',
  'America/Vancouver',
  'America/St_Johns',
  'Europe/Paris',
]

/** Every zone that the browser knows, the usual ones first; `current` is always there. */
export const zoneChoices = (current: string): readonly { readonly value: string; readonly label: string }[] =>
  [...new Set([current, ...usual, ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' ').replace('/', ' · '),
  }))
