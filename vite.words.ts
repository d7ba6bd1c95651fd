import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCompilationErrorMessage, createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import type { Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const imports = /^(?:import|export)\s(?!type\s)[^'"]*?from '(\.{1,2}\/[^']+)'/gm

/** The files that the page asks for before its first screen stands: what its first file leads to, but for what is brought later. */
const firstFiles = (): ReadonlySet<string> => {
  const found = new Set<string>()
  const waiting = [resolve(root, 'src/web/app/main.tsx')]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) continue
    found.add(file)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(imports)) waiting.push(resolve(dirname(file), path))
  }
  return new Set([...found].map((file) => relative(root, file)))
}

/**
 * Cuts a catalog in two: `catalog.po?first` holds the words of the first screen, which waits for them; `catalog.po?rest` all the
 * others. A sentence that does not compile stops the build.
 */
export const wordsInTwo = (): Plugin => ({
  name: 'entrain-words-in-two',
  load: {
    filter: { id: /\.po\?(?:first|rest)$/ },
    async handler(id) {
      const [, locale = '', part] = /([^/]+)\.po\?(first|rest)$/.exec(id) ?? []
      const config = getConfig({ cwd: root })
      const [catalog] = await getCatalogs(config)
      if (!catalog) throw new Error('lingui.config.ts names no catalog')
      const files = firstFiles()
      const told = (await catalog.read(locale)) ?? {}
      const isFirst = (message: string): boolean => told[message]?.origin?.some(([file]) => files.has(file)) ?? false
      const { messages } = await catalog.getTranslations(locale, { fallbackLocales: config.fallbackLocales, sourceLocale: config.sourceLocale ?? locale })
      const kept = Object.fromEntries(Object.entries(messages).filter(([message]) => isFirst(message) === (part === 'first')))
      const { source, errors } = createCompiledCatalog(locale, kept, { namespace: 'es' })
      if (errors.length > 0) throw new Error(createCompilationErrorMessage(locale, errors))
      this.addWatchFile(id.replace(/\?.*$/, ''))
      return { code: source, map: null, moduleType: 'js' }
    },
  },
})
