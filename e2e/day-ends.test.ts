import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, instantAt, mondayOf, weekdayOf, type Day } from '#method/calendar/day.ts'
import { starterGoal } from '#method/goal/goal.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
import { aPerson, aTouch, onServer, today, writeElsewhere, type Told } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

const zone = 'America/Toronto'
const back = (days: number): Day => addDays(today(), -days)
const onDay = (day: Day, time: string): Date => new Date(instantAt(day, time, zone))
const names = ['Julie Côté', 'Marc Dubé', 'Sylvie Roy', 'Ana Morin', 'Luc Hébert', 'Ève Gagnon']

// Every day is worked until this week, which begins today, whatever day this runs on.
const weekFromToday = (): readonly Told[] => {
  const worked = { weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', easter: 'good-friday' } as const
  const fromToday = worked.weekdays.filter((weekday) => weekday >= weekdayOf(today()))
  return [
    { at: onDay(back(30), '08:00'), change: { type: 'schedule.set', schedule: { ...worked, id: idOf(7, 1), effectiveFrom: back(30) } } },
    { at: onDay(back(30), '08:00'), change: { type: 'goal.set', goal: { ...starterGoal, id: idOf(7, 2), effectiveFrom: back(30), target: 10 } } },
    {
      at: onDay(mondayOf(today()), '00:01'),
      change: { type: 'schedule.set', schedule: { ...worked, id: idOf(7, 3), effectiveFrom: mondayOf(today()), weekdays: fromToday } },
    },
  ]
}
// Seven calls on each of the days before this week.
const sevenADay = (): readonly Told[] =>
  Array.from({ length: 12 }, (_, week) =>
    Array.from({ length: 7 }, (_unused, n) => {
      const at = instantAt(addDays(mondayOf(today()), -1 - week), `${10 + n}:00`, zone)
      return aTouch(1000 + 10 * week + n, [], { occurredAt: at })
    }),
  ).flat()

const openAt = async (page: Page, at: Date): Promise<void> => {
  await page.clock.setFixedTime(at)
  await page.goto(app.url)
  await page.getByRole('group', { name: 'Noter une activité' }).waitFor()
}

test('a goal at her own measure is offered with the days behind it; refused it is silent for two weeks, taken it is in force at once', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const answer = await writeElsewhere(page, [...weekFromToday(), ...names.map((name, n) => aPerson(n + 1, name)), ...sevenADay()])
  expect(answer.answers.filter(({ status }) => status === 'refused')).toEqual([])
  const offer = page.getByRole('region', { name: 'Un objectif à votre mesure?' })
  await openAt(page, todayAt('09:00'))
  await page.getByRole('heading', { name: 'Dix personnes aujourd’hui' }).waitFor()
  await offer.getByText('Un jour sur deux, vous en faites 7 ou plus (n = 10 jours).').waitFor()
  await offer.getByText('Voulez-vous passer à 9 personnes par jour?').waitFor()
  expect(await violations(page)).toEqual([])
  await offer.getByRole('button', { name: 'Garder le mien' }).click()
  await offer.waitFor({ state: 'detached' })
  const answered = async () => (await onServer(page)).settings.at(-1)?.goalOffer
  await expect.poll(answered, { timeout: 20_000 }).toEqual({ offeredOn: today(), refusedOn: today() })
  expect((await onServer(page)).goal.map(({ target }) => target)).toEqual([10])

  // A week later it would be time again, and nothing is said; two weeks later it is.
  await openAt(page, onDay(addDays(today(), 7), '09:00'))
  await page.getByRole('heading', { name: 'Dix personnes aujourd’hui' }).waitFor()
  expect(await offer.count()).toBe(0)
  await openAt(page, onDay(addDays(today(), 14), '09:00'))
  await offer.waitFor()

  await writeElsewhere(page, [{ at: todayAt('00:05'), change: { type: 'settings.put', fields: { goalOffer: { offeredOn: null, refusedOn: null } } } }])
  await openAt(page, todayAt('09:05'))
  await offer.getByRole('button', { name: 'Oui, dès aujourd’hui' }).click()
  await page.getByRole('heading', { name: 'Neuf personnes aujourd’hui' }).waitFor()
  expect(await offer.count()).toBe(0)
  await expect.poll(answered, { timeout: 20_000 }).toEqual({ offeredOn: today(), refusedOn: null })
  expect((await onServer(page)).goal.at(-1)).toMatchObject({ effectiveFrom: today(), target: 9 })
  await device.close()
})

test('the morning takes an intention in her own words; the evening, without network, a line and three people, who come first the next day', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const everyDay = { id: idOf(7, 4), effectiveFrom: today(), weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', easter: 'good-friday' } as const
  await writeElsewhere(page, [
    { at: todayAt('00:06'), change: { type: 'schedule.set', schedule: everyDay } },
    { at: todayAt('00:06'), change: { type: 'day.put', day: today(), fields: { closedAt: null, tomorrow: [], line: '' } } },
  ])
  await openAt(page, todayAt('09:10'))
  const morning = page.getByRole('region', { name: 'Pour commencer la journée' })
  await morning.getByRole('button', { name: 'Écrire la mienne' }).click()
  const intention = 'Si la pluie cesse, alors j’appelle Julie.'
  await morning.getByLabel('Votre intention').fill(intention)
  await morning.getByLabel('Votre intention').press('Enter')
  expect(await morning.getByRole('button', { name: intention }).getAttribute('aria-pressed')).toBe('true')
  expect(await violations(page)).toEqual([])
  await morning.getByRole('button', { name: 'C’est fait' }).click()
  await page.getByText(`Votre intention\u00A0: ${intention}`).waitFor()
  await expect.poll(async () => (await onServer(page)).dayPage.find(({ day }) => day === today())?.intention, { timeout: 20_000 }).toBe(intention)
  await page.evaluate(() => navigator.serviceWorker.ready)

  await device.setOffline(true)
  await openAt(page, todayAt('17:00'))
  // The intention stays in sight, the questions of the morning do not.
  await page.getByText(`Votre intention\u00A0: ${intention}`).waitFor()
  expect(await morning.count()).toBe(0)
  await page.getByRole('button', { name: 'Fermer la journée' }).click()
  const evening = page.getByRole('region', { name: 'Fermer la journée' })
  await evening.getByRole('group', { name: 'Votre confiance ce soir' }).getByRole('button', { name: /^4/ }).click()
  await evening.getByLabel('Une ligne, pour vous').fill('Une bonne conversation avec Ana.')
  const first = evening.getByRole('group', { name: 'Vos trois premières personnes, la prochaine fois' })
  const offered = await first.getByRole('button').allTextContents()
  expect(offered.toSorted()).toEqual(names.toSorted())
  // The last three of the list, which would not come first by themselves; a fourth takes the place of the oldest choice.
  const [replaced, ...chosen] = [offered[0], ...offered.slice(3)] as [string, ...string[]]
  for (const name of [replaced, ...chosen]) await first.getByRole('button', { name }).click()
  expect(await first.locator('[aria-pressed=true]').allTextContents()).toEqual(chosen)
  expect(await violations(page)).toEqual([])
  await evening.getByRole('button', { name: 'C’est fermé. Bonne soirée' }).click()
  await page.getByText('Journée fermée à 17\u00A0h.').waitFor()
  expect(await violations(page)).toEqual([])

  await device.setOffline(false)
  const kept = async () => (await onServer(page)).dayPage.find(({ day }) => day === today())
  const idsOf = (wanted: readonly string[]) => wanted.map((name) => idOf(1, names.indexOf(name) + 1))
  await expect
    .poll(kept, { timeout: 20_000 })
    .toMatchObject({ confidence: 4, line: 'Une bonne conversation avec Ana.', tomorrow: idsOf(chosen), closedAt: todayAt('17:00').toISOString() })

  await openAt(page, onDay(addDays(today(), 1), '09:00'))
  for (const name of chosen) {
    const card = page.getByRole('region', { name, exact: true })
    await card.getByText('Vous l’avez choisie hier soir.').waitFor()
    await card.getByRole('button', { name: 'Personne suivante' }).click()
  }
  // The fourth was not chosen.
  await page.getByRole('region', { name: new RegExp(`^(${offered.slice(0, 3).join('|')})$`) }).waitFor()
  await device.close()
})
