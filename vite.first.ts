import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))
const imports = /^(?:import|export)\s(?!type\s)([^'"]*?)from '(#|\.{1,2}\/|lucide-react')([^']*)/gm

/** Files that the page asks for together. */
export type Together = {
  /** Source files, relative to the root. */
  readonly files: ReadonlySet<string>
  /** Names of the icon files. */
  readonly icons: ReadonlySet<string>
}

/** Follows imports as written, but for what is brought later (`import()`). */
const reachedFrom = (roots: readonly string[]): Together => {
  const files = new Set<string>()
  const icons = new Set<string>()
  const waiting = [...roots]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file) || !/\.tsx?$/.test(file) || !existsSync(resolve(root, file))) continue
    files.add(file)
    for (const [, names = '', way = '', rest = ''] of readFileSync(resolve(root, file), 'utf8').matchAll(imports)) {
      if (way === '#') waiting.push(`src/${rest}`)
      else if (way.startsWith('.')) waiting.push(relative(root, resolve(root, dirname(file), way + rest)))
      else for (const icon of iconsOf(names)) icons.add(icon)
    }
  }
  return { files, icons }
}

/** What the page waits for before its first screen stands. */
export const firstScreen = (): Together => reachedFrom(['src/web/app/main.tsx'])

/** What Today asks for at once beside it: who comes next, and the cards of some days. */
export const besideFirst = (): Together =>
  reachedFrom([
    'src/web/next/who-next.ts',
    'src/web/day/day-pace.ts',
    'src/web/goal/goal-offer-card.tsx',
    'src/web/day/day-harvest.tsx',
    'src/web/day/goal-lines.tsx',
    'src/web/goal/lighter-day-card.tsx',
    'src/web/app/asked-again.tsx',
    'src/web/app/update-toast.tsx',
    'src/web/day/morning-card.tsx',
    'src/web/day/evening-card.tsx',
    'src/web/day/regularity-card.tsx',
    'src/web/evidence/review-card.tsx',
  ])

/** What a press on the first screen opens. */
export const onPress = (): Together =>
  reachedFrom([
    'src/web/activity/activity-view.tsx',
    'src/web/activity/log-sheet.tsx',
    'src/web/activity/quick-log.tsx',
    'src/web/follow-up/step-sheet.tsx',
    'src/web/sale/sale-sheet.tsx',
  ])

/** Whether a module is part of these; of the icons, those that they name and what draws them. */
export const isPartOf = (id: string, { files, icons }: Together): boolean => {
  const icon = /\/lucide-react\/dist\/esm\/icons\/([^/.]+)\./.exec(id)?.[1]
  if (icon !== undefined) return icons.has(icon)
  return id.includes('/lucide-react/') || files.has(relative(root, id))
}

// `ChartNoAxesColumn` is in chart-no-axes-column, `Building2 as Office` in building-2.
const iconsOf = (names: string): readonly string[] =>
  names
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) =>
      name
        .replace(/ as .*$/, '')
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .replace(/([a-z])(\d)/g, '$1-$2')
        .toLowerCase(),
    )
