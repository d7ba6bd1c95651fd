import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'fr-CA',
  locales: ['fr-CA', 'en'],
  // Someone in a hurry sees French rather than a code; `words:check` refuses a missing English sentence before it ships.
  fallbackLocales: { en: 'fr-CA' },
  catalogs: [{ path: '<rootDir>/src/web/app/locales/{locale}', include: ['<rootDir>/src/web'], exclude: ['**/*.test.*', '**/*.browser.test.*'] }],
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
})
