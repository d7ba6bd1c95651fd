import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser } from './phone.ts'

type Manifest = {
  readonly name: string
  readonly start_url: string
  readonly display: string
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string; readonly purpose?: string }[]
  readonly shortcuts: readonly { readonly url: string }[]
}

let app: RunningApp
let browser: Browser
beforeAll(async () => {
  app = await startApp()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

// A PNG says its width and height right after its signature.
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`

test('Entrain can be installed: a name, a start, icons of the sizes that it says, and shortcuts that lead somewhere', async () => {
  const page = await (await fetch(app.url)).text()
  const address = /rel="manifest" href="([^"]+)"/.exec(page)?.[1] ?? ''
  const manifest = (await (await fetch(new URL(address, app.url))).json()) as Manifest
  expect(manifest).toMatchObject({ name: 'Entrain', start_url: '/', display: 'standalone' })
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`)).toEqual(['192x192 any', '512x512 any', '512x512 maskable'])
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await fetch(new URL(src, app.url))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect(sizeOf(Buffer.from(await answer.arrayBuffer()))).toBe(sizes)
  }
  for (const { url } of manifest.shortcuts) expect((await fetch(new URL(url, app.url))).status).toBe(200)
  const touch = /rel="apple-touch-icon" href="([^"]+)"/.exec(page)?.[1] ?? ''
  expect((await fetch(new URL(touch, app.url))).status).toBe(200)
})

test('a new version is offered, never imposed, and taken with one press', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  // The first visit is served by the network; from the second on, by the shell that is kept.
  await page.goto(app.url)
  await page.locator('main').waitFor()
  const shell = new URL('../dist/web/sw.js', import.meta.url)
  const before = readFileSync(shell, 'utf8')
  try {
    appendFileSync(shell, '\n// the next version\n')
    await page.evaluate(() => {
      Object.assign(window, { isBefore: true })
      return navigator.serviceWorker.getRegistration().then((registration) => registration?.update().then(() => undefined))
    })
    const offer = page.getByText('Une nouvelle version est prête.')
    await offer.waitFor()
    expect(await page.evaluate(() => 'isBefore' in window)).toBe(true)
    await page.getByRole('button', { name: 'Mettre à jour' }).click()
    await page.waitForFunction(() => !('isBefore' in window))
    await page.locator('main').waitFor()
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration?.waiting === null))).toBe(true)
  } finally {
    writeFileSync(shell, before)
    await device.close()
  }
})
