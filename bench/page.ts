import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startEntrain } from '#server/app/start.ts'
import { firstRoute, firstRouteBudget } from '#test/first-route.ts'
import { openBrowser } from './browser.ts'
import { newFolder, removeFolder } from './ground.ts'
import type { Line } from './timing.ts'

const debugPort = 9555
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** What the page weighs before its first screen, and what Lighthouse says of Today where it is installed. */
export const benchPage = async (): Promise<readonly Line[]> => {
  const weighed = (['fr-CA', 'en'] as const).map((locale): Line => {
    const { before, beside } = firstRoute('dist/web', locale)
    return {
      what: `JavaScript of the first route, compressed, ${locale}`,
      measured: kilobytes(before),
      reference: `${kilobytes(beside)} asked for beside it`,
      goal: '≤ 120 kB',
      isReached: before <= firstRouteBudget,
    }
  })
  const folder = process.env['ENTRAIN_LIGHTHOUSE']
  return folder === undefined ? weighed : [...weighed, await lighthouseLine(folder)]
}

type Report = { readonly lhr: { readonly categories: Readonly<Record<string, { readonly score: number | null }>> } }
type Lighthouse = { readonly default: (url: string, flags: object) => Promise<Report> }

const lighthouseLine = async (installed: string): Promise<Line> => {
  const { default: lighthouse } = (await import(pathToFileURL(join(installed, 'node_modules/lighthouse/core/index.js')).href)) as Lighthouse
  const folder = newFolder('page')
  const entrain = await startEntrain({
    dataFolder: join(folder, 'data'),
    host: '127.0.0.1',
    port: 0,
    portIsChosen: true,
    databaseUrl: undefined,
    publicUrl: undefined,
    demo: true,
  })
  const browser = await openBrowser(join(folder, 'profile'), [`--remote-debugging-port=${debugPort}`])
  try {
    const page = await browser.newPage()
    await page.goto(entrain.entryLink ?? entrain.url)
    await page.waitForURL((url) => url.hash === '' && url.pathname === '/')
    const cookie = (await browser.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    await page.close()
    const scores: (readonly number[])[] = []
    const categories = ['performance', 'accessibility', 'best-practices', 'seo']
    for (let run = 0; run < 3; run += 1) {
      const { lhr } = await lighthouse(entrain.url, { port: debugPort, extraHeaders: { Cookie: cookie }, onlyCategories: categories, logLevel: 'error' })
      scores.push(categories.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100)))
    }
    const middle = categories.map((_, n) => scores.map((run) => run[n] ?? 0).toSorted((a, b) => a - b)[1] ?? 0)
    return {
      what: 'Lighthouse, mobile, Today on a first visit (performance, accessibility, best practices, search; median of three)',
      measured: middle.join(' / '),
      reference: '',
      goal: '100 / 100 / 100 / 100',
      isReached: middle.every((score) => score === 100),
    }
  } finally {
    await browser.close()
    await entrain.stop()
    removeFolder(folder)
  }
}
