import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '#method/calendar/day.ts'
import { defaultTemplates } from '#language/default-templates.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { foreignWords, heard } from './foreign-words.ts'
import { card, openings } from './openings.ts'
import { enter, newDevice, openBrowser, todayAt, violations, type Looks } from './phone.ts'
import { places } from './places.ts'
import { aPerson, aSale, aTouch, everyDayIsWorked, today, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

// Both languages meet both themes and both sizes, without trying every combination.
const looks: readonly Required<Pick<Looks, 'language' | 'theme' | 'size'>>[] = [
  { language: 'fr', theme: 'light', size: 'phone' },
  { language: 'en', theme: 'dark', size: 'phone' },
  { language: 'en', theme: 'light', size: 'desk' },
  { language: 'fr', theme: 'dark', size: 'desk' },
]

// What people wrote is theirs, and in neither language here; a language goes by its own name, a template by its own language.
const own = [
  ...defaultTemplates.map(({ name }) => name),
  'Ann Moore',
  'Bob Stone',
  'Carl Weber',
  'Ann spoke',
  'Dora Lind',
  'Dora wrote',
  'Toronto',
  'Québec',
  'Montréal',
  'Entrain',
  'Français',
  'English',
]

const settle = async (page: Page): Promise<void> => {
  await writeElsewhere(page, [
    everyDayIsWorked,
    {
      at: todayAt('00:00'),
      change: {
        type: 'goal.set',
        goal: { id: idOf(6, 1), goalId: 'main', effectiveFrom: today(), target: 5, per: 'day', measure: { type: 'all' }, counting: 'people' },
      },
    },
    aPerson(1, 'Ann Moore', { city: 'Toronto', line: 'business', phones: [{ label: '', number: '+14165550142' }] }),
    aPerson(2, 'Bob Stone', { city: 'Toronto', line: 'business', phones: [{ label: '', number: '+14165550143' }] }),
    aPerson(3, 'Carl Weber', { emails: [{ label: '', address: 'carl@example.com' }] }, 3),
    aTouch(1, [idOf(1, 1)], {
      note: 'Ann spoke',
      minutes: 12,
      after: { take: 'step', step: { due: today(), time: null, kind: 'phone', promised: true, note: '', origin: 'chosen' } },
    }),
    {
      at: todayAt('00:02'),
      change: {
        type: 'enquiry.record',
        enquiryId: idOf(11, 1),
        contactId: null,
        via: 'email',
        receivedAt: todayAt('00:02').toISOString() as Instant,
        name: 'Dora Lind',
        email: 'dora@example.com',
        phone: '',
        city: '',
        subject: '',
        words: 'Dora wrote',
        language: '',
        mayWrite: '',
      },
    },
    aTouch(2, [idOf(1, 3)], { kind: 'email', outcome: 'sent' }),
    {
      at: todayAt('00:04'),
      change: {
        type: 'contact.edit',
        contactId: idOf(1, 3),
        fields: { notNow: { reason: 'budget', note: '', until: null, at: todayAt('00:03').toISOString() as Instant, change: { type: 'event-near' } } },
      },
    },
    aSale(1, 30_000, idOf(1, 1)),
  ])
}

test('the places are read from the router', () => {
  expect(places).toEqual(expect.arrayContaining(['/', '/suivis', '/personnes', '/recolte', '/reglages/objectif', '/a-corriger']))
})

test('a sentence left in the other language would be heard', () => {
  const left = ['Enregistrer', 'Personne ne correspond', 'Sylvie est là']
  expect(foreignWords(left, 'en', own)).toEqual(left)
  expect(foreignWords(['Save', 'No one matches', 'Call Ann Moore', '14:30'], 'en', own)).toEqual([])
  expect(foreignWords(['Only three people left', 'Save', 'Jour 3', '550 $'], 'fr', own)).toEqual(['Only three people left', 'Save'])
})

test.each(looks)('every place and every sheet speaks one language, and every sheet is accessible and holds ($language, $theme, $size)', async (look) => {
  app = await app.restart()
  const device = await newDevice(browser, look)
  // An hour at which she may be called, whenever this runs.
  await device.clock.setFixedTime(todayAt('14:00'))
  const page = await enter(device, app.link)
  if (look === looks[0]) await settle(page)
  await writeElsewhere(page, [{ at: todayAt('00:06'), change: { type: 'settings.put', fields: { language: look.language, theme: 'system' } } }])
  const wrong: Record<string, readonly string[]> = {}
  const visit = async (place: string) => {
    await page.goto(`${app.url}${place}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expect.poll(() => page.evaluate(() => document.documentElement.lang.slice(0, 2)), { timeout: 10_000 }).toBe(look.language)
  }
  const listen = async () => foreignWords(await heard(page), look.language, own)
  // Sizes and themes change nothing of what a place says: once in each language is enough.
  for (const place of look.theme === 'dark' ? [...places, card] : []) {
    await visit(place)
    const foreign = await listen()
    if (foreign.length > 0) wrong[place] = foreign
  }
  let here = ''
  for (const { name, place, open } of openings) {
    if (place !== here) await visit(place)
    here = place
    await open(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    const found = [...(await violations(page)), ...(await listen()), ...(overflow > 0 ? [`${overflow} px too wide`] : [])]
    if (found.length > 0) wrong[name] = found
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  expect(wrong).toEqual({})
  await device.close()
})
