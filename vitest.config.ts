import { lingui } from '@lingui/vite-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { linguiMacros } from './vite.macros.ts'

const chromium = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  // Chromium refuses its own sandbox for root; the pages under test are ours.
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
// What a screen may import, met at once: finding one on the way reloads the page in the middle of a test.
const needed = [
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  '@lingui/core',
  '@lingui/react',
  'lucide-react',
  'idb',
  'uuid',
  'zod',
  'axe-core',
  'vitest-browser-react',
  'libphonenumber-js',
  'libphonenumber-js/min',
  'libphonenumber-js/max',
  'csv-parse/browser/esm',
  'csv-parse/browser/esm/sync',
]

// The build's own module, which no component under test calls: absent, it would fill the log with a false alarm.
const noServiceWorker = {
  name: 'no-service-worker',
  resolveId: (id: string) => (id === 'virtual:pwa-register' ? `\0${id}` : null),
  load: (id: string) => (id === '\0virtual:pwa-register' ? 'export const registerSW = () => () => Promise.resolve()' : null),
}

// A machine at work on something else is slow, not wrong: waiting ends with the test, not before.
const patience = { poll: { timeout: 20_000 } }

export default defineConfig({
  test: {
    reporters: process.env['ENTRAIN_COUNT'] ? ['default', './scripts/count-reporter.mjs'] : ['default'],
    projects: [
      {
        plugins: [linguiMacros(), lingui()],
        test: {
          name: 'pure',
          environment: 'node',
          include: ['src/{method,wire,language}/**/*.test.ts', 'src/web/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          environment: 'node',
          include: ['src/{server,cli}/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/walls.test.ts'],
          globalSetup: ['test/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          expect: patience,
        },
      },
      {
        plugins: [noServiceWorker, linguiMacros(), lingui(), react(), tailwind()],
        optimizeDeps: { include: needed.filter(isInstalled) },
        test: {
          name: 'browser',
          include: ['src/web/**/*.test.tsx', 'src/web/**/*.browser.test.ts'],
          testTimeout: 30_000,
          expect: patience,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            ui: false,
            provider: playwright({ launchOptions: chromium, contextOptions: { locale: 'fr-CA', timezoneId: 'America/Toronto', hasTouch: true } }),
            viewport: { width: 390, height: 844 },
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      { test: { name: 'walls', environment: 'node', include: ['test/walls.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          // A journey that fails is tried once more, and the log says so beside its name: it stays a fault to look into, and a
          // fault of the product fails twice.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: patience,
        },
      },
    ],
  },
})

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name)
    return true
  } catch {
    return false
  }
}
