import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import type { AxeResults } from 'axe-core'
import { dayOf, instantAt, type Instant } from '#method/calendar/day.ts'

const zone = 'America/Toronto'
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A browser on this machine; the caller closes it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
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
  })

/** How someone looks at Entrain. */
export type Looks = { readonly language?: 'fr' | 'en'; readonly theme?: 'light' | 'dark'; readonly size?: 'phone' | 'desk'; readonly scale?: number }

/** A device of its own: nothing stored yet. */
export const newDevice = async (browser: Browser, { language = 'fr', theme = 'light', size = 'phone', scale = 1 }: Looks = {}): Promise<BrowserContext> => {
  const device = await browser.newContext({
    viewport: size === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    deviceScaleFactor: scale,
    locale: language === 'fr' ? 'fr-CA' : 'en-CA',
    timezoneId: zone,
    colorScheme: theme,
    acceptDownloads: true,
    hasTouch: size === 'phone',
  })
  // This machine has no dialler: Chromium would ask which program to open and hold the page until someone answers.
  await device.addInitScript(() =>
    document.addEventListener(
      'click',
      (event) => {
        if (event.target instanceof Element && event.target.closest('a[href^="tel:"], a[href^="mailto:"], a[href^="sms:"]')) event.preventDefault()
      },
      true,
    ),
  )
  return device
}

/** Opens the one-time link as its owner would, and waits for the app to be there. */
export const enter = async (device: BrowserContext, link: string): Promise<Page> => {
  const page = await device.newPage()
  await page.goto(link)
  await page.waitForURL((url) => url.hash === '' && url.pathname !== '/entrer')
  await page.locator('main').waitFor()
  return page
}

/** The instant at which the clock of Montreal shows `time` on the real today, so that the server and the phone agree on the day. */
export const todayAt = (time: string): Date => new Date(instantAt(dayOf(new Date().toISOString() as Instant, zone), time, zone))

/** What axe finds wrong with the page as it is. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axeSource)
  const found = await page.evaluate(async () => {
    // A colour on its way is not a colour to judge.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    const { axe } = globalThis as unknown as { readonly axe: { readonly run: (where: Document, options: object) => Promise<AxeResults> } }
    return (await axe.run(document, { resultTypes: ['violations'] })).violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    )
  })
  return found
}

/** Asks the server as this device, from the page itself, so that session and origin are the real ones. */
export const ask = <T>(page: Page, path: string, body?: unknown): Promise<T> =>
  page.evaluate(
    async ([where, sent]) => {
      const answer = await fetch(
        where as string,
        sent === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) },
      )
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      return (await answer.json()) as T
    },
    [path, body] as const,
  ) as Promise<T>

/** The way back in a message, which stays on screen while it has the focus: a journey may look at the server before taking it. */
export const undoInMessage = async (page: Page): Promise<Locator> => {
  const undo = page.getByRole('button', { name: 'Annuler', exact: true })
  await undo.focus()
  return undo
}

/** A real finger that goes `by` pixels to the right (to the left when negative) over something. */
export const swipe = async (page: Page, over: Locator, by: number): Promise<void> => {
  await over.scrollIntoViewIfNeeded()
  const box = await over.boundingBox()
  if (!box) throw new Error('nothing to swipe over')
  const cdp = await page.context().newCDPSession(page)
  const [x, y] = [box.x + box.width / 2 - by / 2, box.y + box.height / 2]
  const touch = (type: 'touchStart' | 'touchMove', at: number) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: at, y }] })
  await touch('touchStart', x)
  for (let step = 1; step <= 10; step += 1) await touch('touchMove', x + (by * step) / 10)
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await cdp.detach()
}
