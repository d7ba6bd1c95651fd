import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type RunningApp } from './app.ts'
import { ask, enter, newDevice, openBrowser } from './phone.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

test('at the address that Entrain prints, a passkey is made, and it opens the door again', async () => {
  expect(new URL(app.link).hostname).toBe('localhost')
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const cdp = await device.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${app.url}/reglages/compte`)
  await page.getByRole('button', { name: 'Ajouter cet appareil' }).click()
  await page.getByText('Votre clé d’accès est prête.').waitFor()
  await expect.poll(async () => (await ask<readonly unknown[]>(page, '/api/auth/passkey/list-user-passkeys')).length).toBe(1)
  await device.clearCookies()
  await page.goto(`${app.url}/entrer`)
  await page.getByRole('button', { name: /clé d’accès/ }).click()
  await page.waitForURL((url) => url.pathname !== '/entrer')
  await expect.poll(async () => (await ask<readonly unknown[]>(page, '/api/auth/passkey/list-user-passkeys')).length).toBe(1)
  await device.close()
})
