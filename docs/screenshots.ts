import { mkdirSync, statSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { startApp } from '../e2e/app.ts'
import { ask, enter, newDevice, openBrowser, todayAt, type Looks } from '../e2e/phone.ts'
import { everyDayIsWorked, writeElsewhere } from '../e2e/writing.ts'
import { picturesOfParts } from './screenshots-of-parts.ts'

// `npm run screenshots`: the pictures of the documents, taken from the demonstration as it stands at two in the afternoon. Names after `--` take those
// alone: `npm run screenshots -- bilan-fr plan-fr`.
const asked = process.argv.slice(2)
const wants = (...names: readonly string[]): boolean => asked.length === 0 || names.some((name) => asked.includes(name))
const ofTheDay = ['today-fr', 'follow-ups-fr', 'people-fr', 'person-fr', 'import-fr', 'desktop-fr', 'today-en-dark', 'outcome-fr', 'won-fr']
// The six scenes of a day as they are besides: on a phone in the dark, on a desk by light and in the dark.
const ways = [
  { size: 'phone', theme: 'dark' },
  { size: 'desk', theme: 'light' },
  { size: 'desk', theme: 'dark' },
] as const
const scenes = ['today', 'outcome', 'follow-ups', 'person', 'import', 'won'] as const
const besides = ways.flatMap(({ size, theme }) => scenes.map((scene) => `${scene}-${size}-${theme}`))
const folder = 'docs/pictures'
const heaviest = 300_000
const sample = 'test/samples/contacts/csv/excel_fr_semicolon_bom.csv'

mkdirSync(folder, { recursive: true })
const app = await startApp('demo')
const browser = await openBrowser()
try {
  let link: string | undefined = app.link
  let cookies: Awaited<ReturnType<BrowserContext['cookies']>> = []
  const open = async (looks: Looks): Promise<Page> => {
    const device = await newDevice(browser, { scale: 2, ...looks })
    // The link enters once: later devices take the session of the first.
    if (link === undefined) await device.addCookies(cookies)
    const page = link === undefined ? await device.newPage() : await enter(device, link)
    link = undefined
    cookies = await device.cookies()
    await page.clock.setFixedTime(todayAt('14:00'))
    await page.goto(app.url)
    return page
  }

  if (wants(...ofTheDay, ...besides)) await picturesOfTheDay(open)
  await picturesOfParts({ url: app.url, open, picture, wants })
} finally {
  await browser.close()
  await app.remove()
}

async function picturesOfTheDay(open: (looks: Looks) => Promise<Page>): Promise<void> {
  const phone = await open({})
  // The article's day is a day of work, whatever the day on which the pictures are taken.
  await writeElsewhere(phone, [everyDayIsWorked])
  await phone.goto(app.url)
  await next(phone, 'Nathalie Gagnon')
  await phone.getByRole('heading', { name: 'Plus que trois personnes' }).waitFor()
  await picture(phone, 'today-fr')
  await visit(phone, '/suivis', 'follow-ups-fr')
  await visit(phone, '/personnes', 'people-fr')
  const {
    contacts: [nathalie],
  } = await ask<{ readonly contacts: readonly { readonly id: string }[] }>(phone, '/api/contacts?q=Nathalie%20Gagnon')
  await visit(phone, `/personnes/${nathalie?.id ?? ''}`, 'person-fr')
  await phone.goto(`${app.url}/personnes/importer`)
  await phone.locator('input[type=file]').setInputFiles(sample)
  await phone.getByRole('button', { name: /^Importer \d+ personnes/ }).waitFor()
  await picture(phone, 'import-fr')

  for (const { size, theme } of ways) {
    const page = await open({ size, theme, scale: 1 })
    const name = (scene: (typeof scenes)[number]) => `${scene}-${size}-${theme}`
    await next(page, 'Nathalie Gagnon')
    await picture(page, name('today'))
    await page
      .getByRole('link', { name: /^Appeler/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await picture(page, name('outcome'))
    await visit(page, '/suivis', name('follow-ups'))
    await visit(page, `/personnes/${nathalie?.id ?? ''}`, name('person'))
    await page.goto(`${app.url}/personnes/importer`)
    await page.locator('input[type=file]').setInputFiles(sample)
    await page.getByRole('button', { name: /^Importer \d+ personnes/ }).waitFor()
    await picture(page, name('import'))
    await page.context().close()
  }

  const desk = await open({ size: 'desk' })
  await next(desk, 'Nathalie Gagnon')
  await picture(desk, 'desktop-fr')

  await writeElsewhere(phone, [{ at: new Date(), change: { type: 'settings.put', fields: { language: 'en' } } }])
  const dark = await open({ language: 'en', theme: 'dark' })
  await next(dark, 'Nathalie Gagnon')
  await dark.getByRole('heading', { name: 'Only three people left' }).waitFor()
  await picture(dark, 'today-en-dark')
  await writeElsewhere(phone, [{ at: new Date(), change: { type: 'settings.put', fields: { language: 'fr' } } }])

  // The three who are left, and the day is won.
  const winning = await open({})
  const sheet = winning.getByRole('dialog')
  for (const [n, left] of ['Plus que deux personnes', 'Plus qu’une personne', 'Journée gagnée'].entries()) {
    await winning
      .getByRole('link', { name: /^Appeler/ })
      .first()
      .click()
    await sheet.waitFor()
    if (n === 0) await picture(winning, 'outcome-fr')
    await sheet.getByRole('button', { name: /^Joint/ }).click()
    await winning.getByRole('heading', { level: 1, name: left }).waitFor()
  }
  // The notice with its "undo" leaves by itself; the picture is of the day.
  await winning.goto(app.url)
  await winning.getByRole('heading', { level: 1, name: 'Journée gagnée' }).waitFor()
  await winning
    .getByText(/en attente/)
    .first()
    .waitFor({ state: 'hidden' })
  await picture(winning, 'won-fr')
  for (const { size, theme } of ways) {
    const page = await open({ size, theme, scale: 1 })
    await page.getByRole('heading', { level: 1, name: 'Journée gagnée' }).waitFor()
    await picture(page, `won-${size}-${theme}`)
    await page.context().close()
  }
}

async function next(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name }).first().waitFor()
}

async function visit(page: Page, place: string, name: string): Promise<void> {
  await page.goto(`${app.url}${place}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await picture(page, name)
}

async function picture(page: Page, name: string): Promise<void> {
  if (!wants(name)) return
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
  const path = `${folder}/${name}.png`
  await page.screenshot({ path })
  // A page that a phone opens on the road: rather fewer points than a heavier file.
  if (statSync(path).size > heaviest) await page.screenshot({ path, scale: 'css' })
  process.stdout.write(`${path}  ${Math.round(statSync(path).size / 1000)} kB\n`)
}
