import { fileURLToPath } from 'node:url'
import { createCompilationErrorMessage, createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import type { Plugin } from 'vite'
import { besideFirst, firstScreen } from './vite.first.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/**
 * Cuts a catalog in two: `catalog.po?first` holds the words of Today, which waits for them; `catalog.po?rest` all the
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
      const files = firstScreen().files.union(besideFirst().files)
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
