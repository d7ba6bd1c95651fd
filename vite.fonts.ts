import type { Plugin } from 'vite'

// Letters beyond Western Europe come when a name needs them.
const asked = /\/(?:fraunces|instrument-sans)-latin-(?!ext)[^/]*\.woff2$/

/** Asks for the letters with the page itself, not once the styles have been read: nothing is drawn twice, and nothing moves when they come. */
export const fontsAhead = (): Plugin => ({
  name: 'entrain-fonts-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => asked.test(`/${file}`))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
          injectTo: 'head-prepend' as const,
        })),
  },
})
