import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, instantAt, type Day } from '#method/calendar/day.ts'
import { starterGoal } from '#method/goal/goal.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, violations } from './phone.ts'
import { today, writeElsewhere, type Told } from './writing.ts'

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
const on = (day: Day, change: Told['change'], time = '09:00'): Told => ({ at: new Date(instantAt(day, time, zone)), change })
/** So many calls on a day, each with nobody named: as many dots. */
const calls = (day: Day, first: number, count: number, toldOn = day): readonly Told[] =>
  Array.from({ length: count }, (_, n) =>
    on(
      toldOn,
      {
        type: 'activity.record',
        activityId: idOf(2, first + n),
        kind: 'phone',
        direction: 'out',
        outcome: 'no-answer',
        contactIds: [],
        minutes: null,
        title: '',
        note: '',
        notNow: null,
        occurredAt: instantAt(day, '10:00', zone),
        zone,
        meeting: null,
        after: { take: 'proposal' },
      },
      '23:00',
    ),
  )

test('a vacation is neutral, a missed day is kept by the reserve, and what is noted late lengthens the streak (claim 7)', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const begun = back(21)
  const won = [21, 20, 19, 18, 17, 16, 15, 7, 6, 5, 4, 2, 1]
  await writeElsewhere(page, [
    on(begun, {
      type: 'schedule.set',
      schedule: { id: idOf(7, 1), effectiveFrom: begun, weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', easter: 'good-friday' },
    }),
    on(begun, { type: 'goal.set', goal: { ...starterGoal, id: idOf(7, 2), effectiveFrom: begun, target: 2 } }),
    on(back(15), { type: 'day-off.put', dayOff: { id: idOf(7, 3), from: back(14), to: back(8), kind: 'vacation', removed: false } }),
    ...won.flatMap((days, place) => calls(back(days), 10 * place + 1, 2)),
  ])
  // Three days ago nothing was noted: the week's reserve keeps the streak.
  await page.goto(app.url)
  await page.getByText('Série de 13 jours.').waitFor()
  await page.getByText('gagnés sur vos 14 derniers jours travaillés').waitFor()
  await page.getByText('Jour hachuré\u00A0: congé, sans effet.').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.goto(`${app.url}/bilan`)
  const figure = page.getByRole('region', { name: 'Votre régularité' })
  await figure.getByText('Série de 13 jours.').waitFor()
  expect(await figure.textContent()).toMatch(/13 gagnés sur vos 14 derniers jours travaillés/)
  await figure.getByText('Voir le tableau').click()
  await figure.getByRole('cell', { name: 'gardé par la réserve' }).waitFor()
  expect(await violations(page)).toEqual([])

  await writeElsewhere(page, calls(back(3), 500, 2, today()))
  await page.goto(app.url)
  await page.getByText('Série de 14 jours.').waitFor()
  await device.close()

  app = await app.restart()
  const desk = await newDevice(browser, { language: 'en', size: 'desk' })
  const english = await enter(desk, app.link)
  await writeElsewhere(english, [on(today(), { type: 'settings.put', fields: { language: 'en' } })])
  await english.goto(app.url)
  await english.getByText('A streak of 14 days.').waitFor()
  await english.getByText('won out of your last 14 working days').waitFor()
  await desk.close()
})
