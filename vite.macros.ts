import { transformAsync } from '@babel/core'
import type { Plugin } from 'vite'

const macros = /@lingui\/(react|core)\/macro/

/** Turns `t`, `<Trans>` and `plural` into catalog look-ups, before TypeScript and JSX are compiled. */
export const linguiMacros = (): Plugin => ({
  name: 'entrain-lingui-macros',
  enforce: 'pre',
  transform: {
    filter: { id: /\.tsx?(?:$|\?)/, code: macros },
    async handler(code, id) {
      const [filename = id] = id.split('?')
      const plugins = filename.endsWith('.tsx') ? (['typescript', 'jsx'] as const) : (['typescript'] as const)
      const result = await transformAsync(code, {
        filename,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: [...plugins] },
        plugins: ['@lingui/babel-plugin-lingui-macro'],
      })
      return result?.code ? { code: result.code, map: result.map ?? null } : null
    },
  },
})
