import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf, mondayOf, type Instant } from '#method/calendar/day.ts'
import { workingDayFrom } from '#method/calendar/schedule.ts'
import { bilanOf } from '#method/evidence/tell-bilan.ts'
import type { BilanAnswer } from '#wire/evidence/evidence.ts'
import { aContact } from '#test/a-day.ts'
import { aSale, aTouch } from '#test/a-log.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations, type Looks } from './phone.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp('demo')])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

const onDemo = async (look: Looks): Promise<{ readonly device: BrowserContext; readonly page: Page }> => {
  app = await app.restart()
  const device = await newDevice(browser, look)
  return { device, page: await enter(device, app.link) }
}
const figure = (page: Page, name: string | RegExp) => page.getByRole('region', { name }).first()
const openBilan = async (page: Page): Promise<void> => {
  await page.goto(`${app.url}/bilan`)
  await figure(page, 'Combien de jours avant une vente?').waitFor()
}
const looks: readonly Looks[] = [
  { theme: 'light', size: 'phone' },
  { theme: 'dark', size: 'phone' },
  { theme: 'light', size: 'desk' },
  { theme: 'dark', size: 'desk' },
]

test.each(looks)('the demo’s year reads week, month and year, each accessible and within its width ($theme, $size)', async (look) => {
  const { device, page } = await onDemo(look)
  await openBilan(page)
  for (const period of ['Semaine', 'Mois', 'Année']) {
    await page.getByRole('radio', { name: period }).check({ force: true })
    await figure(page, 'Combien de conversations?')
      .getByText(/pour .* tentatives?, soit .*entre/)
      .waitFor()
    await page.getByRole('table', { name: 'Jour par jour' }).first().waitFor()
  }
  // Each table unfolded: a screen reader reads every figure, and none pushes the page wider.
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)))
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('main section section, main > section[aria-labelledby], main div > section[aria-labelledby]')]
      .filter((one) => one.querySelector('h2') && !one.querySelector('table') && !/Trop tôt|Ce que dit/.test(one.textContent ?? ''))
      .map((one) => one.querySelector('h2')?.textContent),
  )
  expect(bare).toEqual([])
  await device.close()
})

test('the harvest stays folded at the end, apart from the days won', async () => {
  const { device, page } = await onDemo({})
  await openBilan(page)
  await page.getByRole('radio', { name: 'Mois' }).check({ force: true })
  const harvest = page.locator('details').filter({ has: page.locator('summary', { hasText: /^Récolte$/ }) })
  await harvest.waitFor()
  expect(await harvest.evaluate((fold: HTMLDetailsElement) => fold.open)).toBe(false)
  expect(await figure(page, 'Combien de jours gagnés?').textContent()).not.toContain('$')
  await harvest.locator('summary').first().click()
  expect(await harvest.textContent()).toMatch(/\d+\u00A0\$/)
  await harvest.getByText('Voir le tableau').click()
  await page.getByRole('table', { name: 'La récolte' }).waitFor()
  await harvest.getByText('Comment c’est calculé').click()
  await harvest.getByText('jamais un objectif').waitFor()
  expect(await violations(page)).toEqual([])
  await device.close()
})

test('the weeks, months and years before can be looked at again, and one comes back to the present', async () => {
  const { device, page } = await onDemo({})
  await openBilan(page)
  const after = page.getByRole('button', { name: 'La semaine d’après' })
  expect(await after.isDisabled()).toBe(true)
  const present = await page.getByText(/^Semaine du /).textContent()
  await page.getByRole('button', { name: 'La semaine d’avant' }).click()
  await page.getByText(/^Semaine du \d.* au \d/).waitFor()
  // Seven days, each of them over.
  const calendar = page.getByRole('table', { name: 'Jour par jour' }).first()
  await calendar.waitFor()
  await page
    .getByText(/Jusqu’au \d/)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'La semaine d’avant' }).click()
  await after.click()
  await after.click()
  await page.getByText(present ?? '', { exact: true }).waitFor()
  await page.getByRole('radio', { name: 'Mois' }).check({ force: true })
  await page.getByRole('button', { name: 'Le mois d’avant' }).click()
  await figure(page, 'Combien de conversations?')
    .getByText(/pour .* tentatives?, soit .*entre/)
    .waitFor()
  await page.getByRole('radio', { name: 'Année' }).check({ force: true })
  await page.getByRole('button', { name: 'L’année d’avant' }).click()
  await page.getByText(String(Number(todayAt('12:00').toISOString().slice(0, 4)) - 1), { exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
  await device.close()
})

test('the phone stands beside e-mail three ways, each with its n', async () => {
  const { device, page } = await onDemo({})
  await openBilan(page)
  const beside = figure(page, 'Téléphone ou courriel?')
  await beside.evaluate((one) => one.querySelectorAll('details').forEach((fold) => (fold.open = true)))
  for (const way of [
    'Tentatives qui deviennent une conversation',
    'Personnes ainsi contactées qui ont acheté',
    'Contacts suivis d’une vente avant tout autre',
  ]) {
    await beside.getByRole('heading', { name: way }).waitFor()
    // The phone and e-mail, each with its n.
    expect(await beside.getByRole('row').filter({ hasText: way }).count()).toBe(2)
  }
  expect(await violations(page)).toEqual([])
  await device.close()
})

test('what is shown is saved as a file that a spreadsheet reads', async () => {
  const { device, page } = await onDemo({})
  await openBilan(page)
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
  const text = readFileSync(await saved.path(), 'utf8')
  expect(text.split('\r\n')[0]).toBe('\uFEFFChiffre,Ligne,Mesure,Valeur,Nombre,Limite basse,Limite haute,Du,Au')
  expect(text).toMatch(/Combien de contacts avant une vente\?,1,/)
  expect(saved.suggestedFilename()).toMatch(/^entrain-bilan-\d{4}-\d{2}-\d{2}\.csv$/)
  await device.close()
})

test('a week fits on one Letter sheet', async () => {
  const { device, page } = await onDemo({ size: 'desk' })
  await page.goto(`${app.url}/bilan/semaine`)
  await page
    .getByText(/jours? gagnés? sur/)
    .first()
    .waitFor()
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  // 612 by 792 points: Letter.
  expect(sheet).toMatch(/\/MediaBox\s*\[0 0 612 792\]/)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: /Imprimer/ }).isVisible()).toBe(false)
  await device.close()
})

test.each(['fr', 'en'] as const)('the table of a week holds on a phone, to its last column (%s)', async (language) => {
  const { device, page } = await onDemo({ language })
  await page.goto(`${app.url}/bilan/semaine`)
  const table = page.getByRole('group').filter({ has: page.getByRole('table') })
  await table.first().waitFor()
  expect(await table.first().evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  expect(await violations(page)).toEqual([])
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/week-${language}.png`, fullPage: true })
  await device.close()
})

test('on the first working day, Today offers five quiet screens on the week before, once', async () => {
  const { device, page } = await onDemo({})
  const today = dayOf(todayAt('12:00').toISOString() as Instant, 'America/Toronto')
  const first = workingDayFrom(addDays(mondayOf(today), 7), { schedules: [], daysOff: [] })
  await page.clock.setFixedTime(new Date(`${first}T14:00:00Z`))
  await page.goto(app.url)
  await page.getByRole('link', { name: 'Regarder' }).click()
  for (const title of ['Ce que vous avez fait', 'Ce qui est venu', 'Qui est au chaud', 'Une chose à essayer', 'Votre objectif']) {
    await page.getByRole('heading', { name: title, level: 2 }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: title === 'Votre objectif' ? 'Commencer la semaine' : 'Continuer' }).click()
  }
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForURL(`${app.url}/`)
  await page.reload()
  await page.getByRole('group', { name: 'Noter une activité' }).waitFor()
  expect(await page.getByRole('link', { name: 'Regarder' }).count()).toBe(0)
  await device.close()
})

test('the look back can be left at its first screen, and is not offered again that week', async () => {
  const { device, page } = await onDemo({})
  const today = dayOf(todayAt('12:00').toISOString() as Instant, 'America/Toronto')
  const first = workingDayFrom(addDays(mondayOf(today), 7), { schedules: [], daysOff: [] })
  await page.clock.setFixedTime(new Date(`${first}T14:00:00Z`))
  await page.goto(app.url)
  await page.getByRole('link', { name: 'Regarder' }).click()
  await page.getByRole('heading', { name: 'Ce que vous avez fait', level: 2 }).waitFor()
  await page.getByRole('button', { name: 'Passer' }).click()
  await page.waitForURL(`${app.url}/`)
  await page.getByRole('group', { name: 'Noter une activité' }).waitFor()
  expect(await page.getByRole('link', { name: 'Regarder' }).count()).toBe(0)
  await page.reload()
  await page.getByRole('group', { name: 'Noter une activité' }).waitFor()
  expect(await page.getByRole('link', { name: 'Regarder' }).count()).toBe(0)
  await device.close()
})

test('without network the Bilan still tells what the device holds', async () => {
  const { device, page } = await onDemo({})
  await openBilan(page)
  await page.evaluate(() => navigator.serviceWorker?.ready)
  await device.setOffline(true)
  await page.getByRole('link', { name: 'Aujourd’hui' }).first().click()
  await page.getByRole('link', { name: 'Bilan' }).first().click()
  await figure(page, 'Combien de conversations?')
    .getByText(/n = [1-9]/)
    .first()
    .waitFor()
  await device.setOffline(false)
  await device.close()
})

test('the whole log as a server told it is kept, and dated once there is no network', async () => {
  const { device, page } = await onDemo({})
  const today = dayOf(todayAt('12:00').toISOString() as Instant, 'America/Toronto')
  const people = Array.from({ length: 60 }, (_, n) => `p${n}`)
  const whole = bilanOf(
    people.flatMap((person, n) => [aTouch(person, 1), aTouch(person, 2), ...(n % 2 === 0 ? [aTouch(person, 3)] : [])]),
    {
      goals: [],
      calendar: { schedules: [], daysOff: [] },
      zone: 'America/Toronto',
      contacts: people.map((id) => aContact({ id })),
      sales: people.slice(0, 20).map((person) => aSale(person, 4, 300)),
    },
    { today, from: null, to: null, kind: null, source: null },
  )
  const told = { at: new Date().toISOString(), isBehind: false }
  await device.route(/\/api\/evidence/, (route) => route.fulfill({ json: { ...whole, streak: null, plan: null, checkIns: null, told } satisfies BilanAnswer }))
  await openBilan(page)
  const curve = figure(page, 'Combien de contacts avant une vente?')
  await curve.getByText('n = 60 personnes').waitFor()
  await device.unroute(/\/api\/evidence/)
  // The worker that keeps the shell must be in charge before the network goes.
  await page.evaluate(() => navigator.serviceWorker?.ready)
  await device.setOffline(true)
  await page.getByRole('link', { name: 'Aujourd’hui' }).first().click()
  await page.getByRole('link', { name: 'Bilan' }).first().click()
  await curve.getByText('n = 60 personnes').waitFor()
  await page
    .getByText(/Au \d+(er)? \p{L}+, \d+\u00A0h/u)
    .first()
    .waitFor()
  await device.setOffline(false)
  await device.close()
})
