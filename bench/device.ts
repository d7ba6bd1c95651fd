import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startEntrain } from '#server/app/start.ts'
import { openBrowser } from './browser.ts'
import { fillStore } from './device-store.ts'
import { newFolder, removeFolder } from './ground.ts'
import { median, ms, type Line } from './timing.ts'

const people = 5000
const activities = 50_000
const taps = 60
const opens = 7
const throttled = 4

declare global {
  interface Window {
    readonly bench: { readonly counted: number[]; usable: number }
  }
}

// In the page, before anything of it runs: from the press to the counter written otherwise, and from the opening to a whole Today.
const watch = (): void => {
  const bench = { counted: [] as number[], usable: 0 }
  Object.defineProperty(window, 'bench', { value: bench })
  const counter = () => (document.querySelector('#counter') ?? document.querySelector('main h1')?.parentElement?.parentElement)?.textContent
  const isWhole = () =>
    document.querySelector('main h1') && [...document.querySelectorAll('main button')].some(({ textContent }) => textContent === 'Voir la fiche')
  let eyes: MutationObserver | undefined
  document.addEventListener(
    'click',
    (event) => {
      const before = counter()
      // Only the press before the change counts for it.
      eyes?.disconnect()
      eyes = new MutationObserver(() => {
        if (counter() === before) return
        bench.counted.push(performance.now() - event.timeStamp)
        eyes?.disconnect()
      })
      eyes.observe(document.body, { subtree: true, childList: true, characterData: true })
    },
    true,
  )
  const opening = new MutationObserver(() => {
    if (!isWhole()) return
    bench.usable = performance.now()
    opening.disconnect()
  })
  opening.observe(document, { subtree: true, childList: true })
}

const percentile = (of: readonly number[], share: number): number =>
  [...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * share))] ?? Number.NaN
const spread = (of: readonly number[]): string => `p50 ${ms(median(of))}, p95 ${ms(percentile(of, 0.95))}`

const slower = async (page: Page, rate: number): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** So many people noted as reached, in two presses each; the second one counts. */
const noted = async (page: Page, times: number): Promise<readonly number[]> => {
  await page.bringToFront()
  const found: number[] = []
  for (let n = 0; n < times; n += 1) {
    await page
      .locator('main a[href^="tel:"]')
      .or(page.getByRole('button', { name: 'Noter un contact' }))
      .first()
      .click()
    const sheet = page.getByRole('dialog')
    await page.evaluate(() => void window.bench.counted.splice(0))
    await sheet.getByRole('button', { name: 'Jointe', exact: true }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page.waitForFunction(() => window.bench.counted.length > 0)
    found.push((await page.evaluate(() => window.bench.counted))[0] ?? Number.NaN)
  }
  return found
}

const pressed = async (page: Page, times: number): Promise<readonly number[]> => {
  await page.bringToFront()
  await page.evaluate(() => void window.bench.counted.splice(0))
  for (let n = 0; n < times; n += 1) await page.locator('#press').click()
  return page.evaluate(() => [...window.bench.counted])
}

/** A page that keeps nothing: a press, a number, and nothing between them. */
const control = async (): Promise<Server> => {
  const server = createServer((_, answer) =>
    answer
      .setHeader('content-type', 'text/html')
      .end('<button id="press">+</button><p id="counter">0</p><script>let n = 0; press.onclick = () => { counter.textContent = String(++n) }</script>'),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const addressOf = (server: Server): string => {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
}

/** From the press to the counter, and from the icon to Today without a network, with a full device. */
export const benchDevice = async (): Promise<readonly Line[]> => {
  const folder = newFolder('device')
  const profile = join(folder, 'profile')
  const dataFolder = join(folder, 'data')
  await fillStore(dataFolder, people, activities)
  const entrain = await startEntrain({ dataFolder, host: '127.0.0.1', port: 0, portIsChosen: true, databaseUrl: undefined, publicUrl: undefined })
  const bare = await control()
  try {
    const tapped = await measureTaps(profile, entrain.entryLink ?? entrain.url, addressOf(bare))
    await entrain.stop()
    return [...tapped, await measureOpenings(profile, entrain.url)]
  } finally {
    bare.close()
    await entrain.stop()
    removeFolder(folder)
  }
}

const measureTaps = async (profile: string, link: string, bare: string): Promise<readonly Line[]> => {
  const browser = await openBrowser(profile)
  try {
    await browser.addInitScript(watch)
    const page = await browser.newPage()
    await page.goto(link)
    await page.waitForURL((url) => url.hash === '' && url.pathname === '/')
    await page.waitForFunction(() => window.bench.usable > 0)
    await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active))
    const other = await browser.newPage()
    await other.goto(bare)
    await noted(page, 3)
    await pressed(other, 20)
    const lines: Line[] = []
    for (const rate of [1, throttled]) {
      await slower(page, rate)
      await slower(other, rate)
      const floor = await pressed(other, taps)
      const found = await noted(page, taps)
      lines.push({
        what: `tap → counter, ${people.toLocaleString('en-CA')} people and ${activities.toLocaleString('en-CA')} activities on the device${rate === 1 ? '' : `, processor ${rate} × slower`}`,
        measured: spread(found),
        reference: `${spread(floor)}: a page that keeps nothing`,
        goal: rate === 1 ? 'p50 ≤ 5 ms, p95 ≤ 16 ms' : '—',
        isReached: rate === 1 ? median(found) <= 5 && percentile(found, 0.95) <= 16 : null,
      })
    }
    return lines
  } finally {
    await browser.close()
  }
}

const measureOpenings = async (profile: string, url: string): Promise<Line> => {
  const found: number[] = []
  for (let n = 0; n < opens; n += 1) {
    const browser = await openBrowser(profile)
    try {
      await browser.addInitScript(watch)
      await browser.setOffline(true)
      const [page = await browser.newPage()] = browser.pages()
      await page.goto(url)
      await page.waitForFunction(() => window.bench.usable > 0)
      found.push(await page.evaluate(() => window.bench.usable))
    } finally {
      await browser.close()
    }
  }
  return {
    what: 'cold start offline to a whole Today (counter and next person), the same device',
    measured: `${ms(median(found))} (${ms(Math.min(...found))} to ${ms(Math.max(...found))})`,
    reference: '',
    goal: '≤ 500 ms',
    isReached: median(found) <= 500,
  }
}
