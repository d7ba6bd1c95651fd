import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, instantAt } from '#method/calendar/day.ts'
import { starterGoal } from '#method/goal/goal.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
import { aPerson, aTouch, everyDayIsWorked, onServer, today, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

test('a goal is said realistic, ambitious or to revise by her own days, with their number, as she changes it', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const day = (back: number) => addDays(today(), -back)
  const begun = new Date(instantAt(day(20), '08:00', 'America/Toronto'))
  const schedule = { id: idOf(7, 9), effectiveFrom: day(20), weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', easter: 'good-friday' } as const
  const calls = Array.from({ length: 12 }, (_, back) =>
    Array.from({ length: 5 + (back % 3) }, (_unused, n) =>
      aTouch(1000 + back * 20 + n, [], { occurredAt: instantAt(day(back + 1), `${10 + n}:00`, 'America/Toronto') }),
    ),
  ).flat()
  const goal = { ...starterGoal, id: idOf(7, 10), effectiveFrom: today(), target: 5 }
  const answer = await writeElsewhere(page, [
    { at: begun, change: { type: 'schedule.set', schedule } },
    { at: todayAt('00:01'), change: { type: 'goal.set', goal } },
    ...calls,
  ])
  expect(answer.answers.filter(({ status }) => status === 'refused')).toEqual([])
  await page.goto(`${app.url}/reglages/objectif`)
  const number = page.getByLabel('Combien').first()
  const word = (name: string) => page.getByText(new RegExp(`^${name}\\. Atteint environ \\d+ fois sur \\d+.*n = 12`))
  await word('Réaliste').waitFor()
  await number.fill('6')
  await word('Ambitieux').waitFor()
  await number.fill('4')
  await word('Réaliste').waitFor()
  await number.fill('20')
  await word('À revoir').waitFor()
  expect(await violations(page)).toEqual([])
  await device.close()
})

test('after three mornings of low energy Today offers a lighter goal, for today alone (claim 7)', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await writeElsewhere(page, [
    everyDayIsWorked,
    { at: todayAt('00:01'), change: { type: 'goal.set', goal: { ...starterGoal, id: idOf(7, 20), effectiveFrom: today(), target: 20 } } },
    aPerson(1, 'Nathalie Gagnon'),
    ...[1, 2].map((back) => ({ at: todayAt('00:01'), change: { type: 'day.put' as const, day: addDays(today(), -back), fields: { energy: 2 as const } } })),
  ])
  await page.clock.setFixedTime(todayAt('09:00'))
  await page.goto(app.url)
  await page.getByRole('heading', { name: 'Vingt personnes aujourd’hui' }).waitFor()
  const offer = page.getByRole('region', { name: 'Une journée plus légère?' })
  expect(await offer.count()).toBe(0)
  await page.getByRole('group', { name: 'Votre énergie ce matin' }).getByRole('button', { name: '1, basse' }).click()
  await offer.waitFor()
  await offer.getByText('14 personnes par jour').waitFor()
  expect(await violations(page)).toEqual([])
  await offer.getByRole('button', { name: 'Oui, pour aujourd’hui' }).click()
  await page.getByRole('heading', { name: 'Quatorze personnes aujourd’hui' }).waitFor()
  await offer.waitFor({ state: 'detached' })
  await expect.poll(async () => (await onServer(page)).dayPage.find(({ day }) => day === today())?.isLight, { timeout: 20_000 }).toBe(true)
  const { goal } = await onServer(page)
  expect(goal.slice(-2)).toMatchObject([
    { effectiveFrom: today(), target: 14 },
    { effectiveFrom: addDays(today(), 1), target: 20 },
  ])
  await device.close()
})

test('her hours and how bold a suggestion may be are hers to say, and are kept', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await page.goto(`${app.url}/reglages`)
  const hours = page.getByRole('region', { name: 'Vos heures' })
  await hours.getByLabel('De', { exact: true }).fill('08:30')
  await hours.getByLabel('À', { exact: true }).fill('08:00')
  await hours.getByText('La fin vient après le début.').waitFor()
  await hours.getByLabel('À', { exact: true }).fill('16:00')
  await expect.poll(async () => (await onServer(page)).settings.at(-1)?.hours, { timeout: 20_000 }).toEqual({ from: '08:30', to: '16:00' })
  expect(await violations(page)).toEqual([])
  await page.goto(`${app.url}/reglages/objectif`)
  await page.getByRole('radio', { name: 'Ambitieuses' }).check({ force: true })
  await page.getByLabel('Jamais plus de').fill('25')
  await page.getByLabel('Jamais plus de').blur()
  await expect.poll(async () => (await onServer(page)).settings.at(-1)?.goalRules, { timeout: 20_000 }).toEqual({ most: 25, boldness: 'ambitious' })
  expect(await violations(page)).toEqual([])
  await device.close()
})
