import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, violations, type Looks } from './phone.ts'
import { places } from './places.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp('demo')])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

const looks: readonly Looks[] = [
  { theme: 'light', size: 'phone' },
  { theme: 'dark', size: 'phone' },
  { theme: 'light', size: 'desk' },
  { theme: 'dark', size: 'desk' },
]

// At the end of a screen, nothing that can be pressed stays under the round button.
const underTheRoundButton = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
    const round = [...document.querySelectorAll<HTMLElement>('#entrain > button, #entrain button')].find(
      (button) => getComputedStyle(button).position === 'fixed' && button.checkVisibility(),
    )
    if (!round) return []
    const { left, right, top, bottom } = round.getBoundingClientRect()
    return [...document.querySelectorAll('main a, main button, main input, main select, main textarea')].flatMap((one) => {
      const box = one.getBoundingClientRect()
      const isUnder = one.checkVisibility() && box.left < right && box.right > left && box.top < bottom && box.bottom > top
      return isUnder ? [`under the round button: ${one.textContent ?? ''}`] : []
    })
  })

test.each(looks)('every screen is accessible and holds in its width ($theme, $size)', async (look) => {
  app = await app.restart()
  const device = await newDevice(browser, look)
  const page = await enter(device, app.link)
  await page.getByRole('heading', { name: 'Nathalie Gagnon' }).first().waitFor()
  const [someone] = (
    await page.evaluate(
      async () =>
        (
          (await (await fetch('/api/sync?since=0')).json()) as {
            readonly rows: { readonly contact: readonly { readonly id: string; readonly name: string }[] }
          }
        ).rows.contact,
    )
  ).filter(({ name }) => name === 'Nathalie Gagnon')
  const found: Record<string, readonly string[]> = {}
  for (const place of [...places, `/personnes/${someone?.id ?? ''}`]) {
    await page.goto(`${app.url}${place}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const wrong = await violations(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    const covered = await underTheRoundButton(page)
    if (wrong.length > 0 || overflow > 0 || covered.length > 0) found[place] = [...wrong, ...(overflow > 0 ? [`${overflow} px too wide`] : []), ...covered]
  }
  expect(found).toEqual({})
  await device.close()
})
