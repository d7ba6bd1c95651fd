import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes of compressed JavaScript: what the first screen waits for, and what Today asks for at once beside it. */
export type FirstRoute = { readonly before: number; readonly beside: number }

/** What the first screen may wait for, in bytes. */
export const firstRouteBudget = 120_000

/** Weighs the built screens of `folder` (`dist/web`), with the words of one language, as a server would compress them. */
export const firstRoute = (folder: string, locale: 'fr-CA' | 'en'): FirstRoute => {
  const assets = join(folder, 'assets')
  const files = readdirSync(assets).filter((file) => file.endsWith('.js'))
  const only = (name: string): string => {
    const found = files.filter((file) => file.startsWith(name))
    if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} files are called ${name}`)
    return found[0]
  }
  const codeOf = (file: string): string => readFileSync(join(assets, file), 'utf8')
  const reached = (from: readonly string[]): ReadonlySet<string> => {
    const all = new Set<string>()
    const waiting = [...from]
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (all.has(file)) continue
      all.add(file)
      for (const [, next = ''] of codeOf(file).matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) waiting.push(next)
    }
    return all
  }
  const weight = (of: Iterable<string>): number => [...of].reduce((sum, file) => sum + gzipSync(codeOf(file), { level: 9 }).length, 0)
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const asked = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, file = '']) => file)
  const before = reached([...asked, only(`words-${locale}-`)])
  const beside = [...reached([only('beside-')])].filter((file) => !before.has(file))
  return { before: weight(before), beside: weight(beside) }
}
