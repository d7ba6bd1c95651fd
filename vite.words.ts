import { fileURLToPath } from 'node:url'
import { createCompilationErrorMessage, createCompiledCatalog, getCatalogs } from '@lingui/cli/api'
import { getConfig } from '@lingui/conf'
import type { Plugin } from 'vite'
import { besideFirst, firstScreen } from './vite.first.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The name of the file that holds the words of Today in one language. */
export const wordsName = (id: string): string | null => {
  const locale = /([^/]+)\.po\?first$/.exec(id)?.[1]
  return locale === undefined ? null : `words-${locale}`
}

// Sentences that Today does not say.
const others = new Set<string>()
// Sentences as the compiled screens ask for them.
const asked = /\bid:\s*["'`]([^"'`]{6})["'`]/g

/**
 * Cuts a catalog in two: `catalog.po?first` holds the words of Today, which waits for them; `catalog.po?rest` all the
 * others. A sentence that does not
 * compile stops the build, and so does a file of Today that says one of the others.
 */
export const wordsInTwo = (): Plugin => ({
  name: 'entrain-words-in-two',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || !['first', 'beside'].includes(file.name)) continue
      const missing = [...file.code.matchAll(asked)].filter(([, id = '']) => others.has(id)).map(([, id]) => id)
      if (missing.length > 0) this.error(`${file.fileName} says what is not among the words of Today: ${missing.join(', ')}`)
    }
  },
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
      if (part === 'rest') for (const message of Object.keys(kept)) others.add(message)
      const { source, errors } = createCompiledCatalog(locale, kept, { namespace: 'es' })
      if (errors.length > 0) throw new Error(createCompilationErrorMessage(locale, errors))
      this.addWatchFile(id.replace(/\?.*$/, ''))
      return { code: source, map: null, moduleType: 'js' }
    },
  },
})
