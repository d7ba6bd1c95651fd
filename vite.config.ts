import { lingui } from '@lingui/vite-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { besideFirst, firstScreen, isPartOf, onPress } from './vite.first.ts'
import { fontsAhead } from './vite.fonts.ts'
import { linguiMacros } from './vite.macros.ts'
import { wordsInTwo, wordsName } from './vite.words.ts'

const server = process.env['ENTRAIN_DEV_SERVER'] ?? 'http://127.0.0.1:3000'

const first = firstScreen()
const beside = besideFirst()
const pressed = onPress()

export default defineConfig({
  plugins: [
    linguiMacros(),
    lingui({ failOnCompileError: true }),
    wordsInTwo(),
    fontsAhead(),
    react(),
    tailwind(),
    VitePWA({
      registerType: 'prompt',
      // The page registers it from a hashed file: the policy allows no inline script.
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Entrain',
        short_name: 'Entrain',
        description: 'Vendre en faisant ses activités : ce qu’il reste à faire aujourd’hui, et avec qui.',
        lang: 'fr-CA',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#FBF7EF',
        theme_color: '#FBF7EF',
        categories: ['business', 'productivity'],
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [
          { name: 'Noter une activité', url: '/?noter=1' },
          { name: 'Suivis', url: '/suivis' },
          { name: 'Personnes', url: '/personnes' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,png,webmanifest}'],
        // Letters beyond Western Europe come when a name needs them.
        globIgnores: ['**/*latin-ext*', 'push.js'],
        // Read with the worker itself, which keeps it.
        importScripts: ['/push.js'],
        navigateFallback: 'index.html',
        navigateFallbackDenylist: [/^\/api(\/|$)/],
        cleanupOutdatedCaches: true,
        runtimeCaching: [
          {
            urlPattern: /\/assets\/.*\.woff2$/,
            handler: 'CacheFirst',
            options: { cacheName: 'fonts', expiration: { maxEntries: 8 } },
          },
        ],
      },
    }),
  ],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // Nothing inlined: the policy is script-src 'self'; style-src 'self'; font-src 'self'.
    assetsInlineLimit: 0,
    // Named one by one, the small files would weigh on the first one more than they gain.
    modulePreload: { polyfill: false, resolveDependencies: (_file, files) => files.filter((file) => /\/(?:beside|pressed|house)-/.test(file)) },
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Changes rarely: kept by the browser from one version of Entrain to the next.
            { name: 'ground', test: /node_modules\/(react|react-dom|scheduler|@lingui|idb|uuid)\//, priority: 4 },
            { name: (id) => wordsName(id), priority: 4 },
            // What the first screen needs stands together, and apart from what it does not.
            { name: 'first', test: (id) => isPartOf(id, first), priority: 3 },
            { name: 'beside', test: (id) => isPartOf(id, beside), priority: 2 },
            { name: 'pressed', test: (id) => isPartOf(id, pressed), priority: 1 },
            // What other screens share, in one file rather than thirty.
            { name: 'house', test: /src\/(web|language|method)\//, minShareCount: 4 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': { target: server } } },
})
