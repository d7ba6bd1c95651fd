import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onThisMachine, startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, violations } from './phone.ts'
import { aPerson, everyDayIsWorked, onServer, whoWrites, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp
let device: BrowserContext
let page: Page
let address: string

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp('start', 'http://entrain.example')])
  device = await newDevice(browser)
  page = await enter(device, app.link)
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy')])
  await page.goto(`${app.url}/demandes`)
  await page.getByRole('button', { name: 'Ouvrir le formulaire' }).click()
  const field = page.getByLabel('Adresse du formulaire')
  await field.waitFor()
  expect(await violations(page)).toEqual([])
  const given = await field.inputValue()
  expect(given).toMatch(/^http:\/\/entrain\.example\/f\//)
  address = onThisMachine(app, given)
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

// Nobody reads and fills a form in less than this: the server takes whoever does for a robot.
const reading = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 2_700)
  })
const wide = (of: Page) => of.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test.each([
  {
    language: 'fr',
    size: 'phone',
    theme: 'light',
    title: 'Écrire à Atelier Nadia',
    name: 'Votre nom',
    words: 'Votre question',
    send: 'Envoyer',
    thanks: 'Merci!',
  },
  {
    language: 'en',
    size: 'desk',
    theme: 'dark',
    title: 'Write to Atelier Nadia',
    name: 'Your name',
    words: 'Your question',
    send: 'Send',
    thanks: 'Thank you!',
  },
] as const)('a stranger writes through the form, is told what is missing, and her question waits on top of Today ($language, $size)', async (told) => {
  const hers = await newDevice(browser, told)
  const form = await hers.newPage()
  await form.goto(address)
  await form.getByRole('heading', { level: 1, name: told.title }).waitFor()
  expect(await form.evaluate(() => document.documentElement.lang.slice(0, 2))).toBe(told.language)
  expect([await violations(form), await wide(form)]).toEqual([[], 0])
  await form.getByLabel(told.name).fill(`Zoé Lavallée (${told.language})`)
  await form.getByLabel(told.words).fill('Est-ce pour moi?')
  await reading()
  await form.getByRole('button', { name: told.send }).click()
  await form.getByRole('alert').waitFor()
  expect(await form.getByLabel(told.words).inputValue()).toBe('Est-ce pour moi?')
  expect([await violations(form), await wide(form)]).toEqual([[], 0])
  await form.locator('input[type=email]').fill('zoe@example.com')
  await reading()
  await form.getByRole('button', { name: told.send }).click()
  await form.getByRole('heading', { level: 1, name: told.thanks }).waitFor()
  expect([await violations(form), await wide(form)]).toEqual([[], 0])
  await hers.close()
  await expect.poll(async () => (await onServer(page)).enquiry.map(({ name }) => name), { timeout: 20_000 }).toContain(`Zoé Lavallée (${told.language})`)
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: /^Zoé Lavallée/ }).waitFor()
})

test('the other language is one link away', async () => {
  const hers = await newDevice(browser, { language: 'fr' })
  const form = await hers.newPage()
  await form.goto(address)
  await form.getByRole('link', { name: 'English' }).click()
  await form.getByRole('heading', { level: 1, name: /^Write to/ }).waitFor()
  await form.getByRole('link', { name: 'Français' }).click()
  await form.getByRole('heading', { level: 1, name: /^Écrire à/ }).waitFor()
  await hers.close()
})

test('a script writes as a stranger would, without a session nor an origin of ours, and learns nothing of the workspace', async () => {
  const seen = await fetch(address, { headers: { 'accept-language': 'fr-CA' } })
  const text = await seen.text()
  expect(seen.headers.get('content-security-policy')).toContain("script-src 'none'")
  expect(text).not.toContain('Hélène Roy')
  const stamp = /name="stamp" value="([^"]+)"/.exec(text)?.[1] ?? ''
  await reading()
  const post = (origin: string | null, words: string) =>
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(origin === null ? {} : { origin }) },
      body: new URLSearchParams({ name: 'Luc Gingras', email: '', phone: '418 555-0199', words, website: '', stamp }).toString(),
    })
  expect((await post(null, 'Par un script')).status).toBe(200)
  await expect.poll(async () => (await onServer(page)).enquiry.map(({ words }) => words), { timeout: 20_000 }).toContain('Par un script')
  expect(await (await fetch(`${app.url}/api/sync?since=0`)).text()).not.toContain('Luc Gingras')
})
