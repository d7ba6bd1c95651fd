// In the order in which their marks must be looked for: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
const browsers = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['CrOS', 'Chromebook'],
  ['Linux', 'Linux'],
] as const

/** A browser's long description of itself in two words that a person knows: `Chrome · Android`. Empty when it says nothing known. */
export const deviceName = (agent: string): string => [browsers, systems].flatMap((names) => names.find(([mark]) => agent.includes(mark))?.[1] ?? []).join(' · ')
