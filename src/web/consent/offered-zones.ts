/** The clocks of Canada and of the places that a seller of Quebec calls; any other that is already chosen is added. */
const offered: readonly string[] = [
  'America/St_Johns',
  'America/Halifax',
  'America/Moncton',
  'America/Blanc-Sablon',
  'America/Toronto',
  'America/Winnipeg',
  'America/Regina',
  'America/Edmonton',
  'America/Vancouver',
  'America/Whitehorse',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Europe/Paris',
  'Europe/Brussels',
  'Europe/Zurich',
  'Europe/London',
]

/** The time zones to choose from for someone, those in `more` too. */
export const offeredZones = (...more: readonly string[]): readonly string[] => [...new Set([...offered, ...more.filter((zone) => zone !== '')])]
