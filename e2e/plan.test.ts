import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, instantAt } from '#method/calendar/day.ts'
import { numbersIn } from '#method/plan/compare-plan.ts'
import { asCents } from '#method/sale/sale.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
import { aPerson, everyDayIsWorked, onServer, today, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  browser = await openBrowser()
  app = await startApp()
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

const width = (page: Awaited<ReturnType<typeof enter>>) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('« je veux vendre 500 $ par jour » is a result: it becomes so many people a working day, and the goal of Today', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const began = Date.now()
  await page.goto(`${app.url}/plan`)
  await page.getByLabel('Votre souhait').fill('je veux vendre 500 $')
  // In how long is not said: it is asked, and one tap answers.
  await page.getByText('En combien de temps?').waitFor()
  await page.getByText('Répondez d’abord à la question ci-dessus.').waitFor()
  await page.getByRole('button', { name: 'par jour', exact: true }).click()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('heading', { name: 'C’est un résultat. Voici ce que vous contrôlez.' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'En faire un plan' }).click()
  await page.getByLabel('Montant habituel').fill('275')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('button', { name: '3 h', exact: true }).click()
  await page.getByRole('button', { name: 'Continuer' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Voir le plan' }).click()
  await page.getByRole('heading', { name: 'Votre plan' }).waitFor()
  await page.getByText('personnes par jour travaillé').waitFor()
  // Beyond her hours: what they allow comes first, and the plans of the wish stay beside it, looked at but not taken.
  expect(await page.getByLabel('Dans mes heures').isChecked()).toBe(true)
  await page.getByText(/Une fois sur deux, ce souhait demande .* par jour\u00A0: plus que vos heures\./).waitFor()
  const accept = page.getByRole('button', { name: 'En faire mon objectif' })
  expect(await accept.isDisabled()).toBe(false)
  await page.getByText('Une fois sur deux', { exact: true }).click()
  await page.getByText(/Il faudrait \d+ jours de travail au lieu d’un\./).waitFor()
  expect(await page.getByText('va à 0\u00A0$').count()).toBe(0)
  await page.getByText('Combien de chaque activité par jour').waitFor()
  expect(await accept.isDisabled()).toBe(true)
  await page.getByText('Un objectif tient dans vos heures.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByText('Dans mes heures', { exact: true }).click()
  // The range and its n stand beside the number, before anything is opened.
  await page.getByText(/^Rappeler mes clientes et clients\u00A0: Entre \d+ et \d+ contacts par vente\. .*\(n = 0\)\.$/).waitFor()
  await page.getByText('Comment c’est calculé').click()
  await page
    .getByText(/\(n = 0\)/)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  expect(await width(page)).toBeLessThanOrEqual(0)
  const shown = Number((await page.locator('.font-serif.text-6xl').first().textContent())?.replace(/\D/g, ''))
  await accept.click()
  await page.waitForURL(`${app.url}/`)
  expect(Date.now() - began).toBeLessThan(120_000)
  await expect.poll(async () => (await onServer(page)).plan.length, { timeout: 20_000 }).toBe(1)
  const rows = await onServer(page)
  expect(rows.plan[0]).toMatchObject({ wish: 'je veux vendre 500 $ par jour', content: { type: 'result', wanted: { type: 'money', cents: 50_000 } } })
  expect(rows.goal.at(-1)).toMatchObject({ goalId: 'main', per: 'day', measure: { type: 'all' }, target: Math.min(500, shown) })
  await device.close()
})

test('a plan is redone from the Bilan, and the second is the one compared from then on', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await writeElsewhere(page, [everyDayIsWorked])
  const planFor = async (wish: string) => {
    await page.getByLabel('Votre souhait').fill(wish)
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByRole('button', { name: 'En faire un plan' }).click()
    await page.getByLabel('Montant habituel').fill('275')
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByRole('button', { name: 'Voir le plan' }).click()
    await page.getByRole('button', { name: 'En faire mon objectif' }).click()
    await page.waitForURL(`${app.url}/`)
    await expect.poll(async () => (await onServer(page)).plan.some((kept) => kept.wish === wish), { timeout: 20_000 }).toBe(true)
  }
  const figure = page.getByRole('region', { name: 'Votre plan' })
  await page.goto(`${app.url}/plan`)
  await planFor('1 500 $ par mois')
  await page.goto(`${app.url}/bilan`)
  await figure.getByText('« 1 500 $ par mois », depuis').waitFor()
  await figure.getByRole('link', { name: 'Refaire le plan' }).click()
  // A new conversation, from its first step.
  expect(await page.getByRole('progressbar', { name: 'Le plan' }).getAttribute('aria-valuetext')).toBe('Étape 1 sur 6')
  expect(await page.getByLabel('Votre souhait').inputValue()).toBe('')
  await planFor('500 $ par mois')
  const plans = (await onServer(page)).plan.toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(-2)
  const numbers = plans.map(({ content }) => numbersIn(content))
  const [first, second] = numbers
  if (!first || !second) throw new Error('two plans were kept')
  expect(second.touches).toBeLessThan(first.touches)

  // A week later seven days are over: what was planned for them is the second plan's.
  await page.clock.setFixedTime(new Date(todayAt('10:00').getTime() + 7 * 86_400_000))
  await page.goto(`${app.url}/bilan`)
  await figure.getByText('« 500 $ par mois », depuis').waitFor()
  await figure.getByText(`0 contact fait pour ${Math.round((7 * second.touches) / second.workingDays)} prévus, en 7 jours de travail.`).waitFor()
  expect(await figure.getByText('1 500 $').count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await device.close()
})

test('a wish that is an activity already is a good goal, in English too', async () => {
  app = await app.restart()
  const device = await newDevice(browser, { language: 'en', size: 'desk' })
  const page = await enter(device, app.link)
  await page.goto(`${app.url}/plan`)
  const wish = page.getByLabel(/Your wish|Votre souhait/)
  await wish.fill('talk to 12 people a day')
  await page.getByRole('button', { name: /^(Continue|Continuer)$/ }).click()
  await page.getByRole('heading', { name: /That is a good goal|C’est un bon objectif/ }).waitFor()
  await page.getByRole('button', { name: /Aim for 12 people a day/ }).click()
  await page.waitForURL(`${app.url}/`)
  await expect.poll(async () => (await onServer(page)).goal.some(({ target }) => target === 12), { timeout: 20_000 }).toBe(true)
  await device.close()
})

test('a wish in calls or in conversations keeps its gesture and its period: ten calls a day, five conversations a week', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await writeElsewhere(page, [everyDayIsWorked])
  const wishFor = async (wish: string, aim: string) => {
    await page.goto(`${app.url}/plan`)
    await page.getByLabel('Votre souhait').fill(wish)
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByRole('heading', { name: 'C’est un bon objectif.' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: aim }).click()
    await page.waitForURL(`${app.url}/`)
  }
  const latest = async () => (await onServer(page)).goal.at(-1)
  await wishFor('10 appels par jour', 'Viser 10 appels par jour')
  await expect
    .poll(latest, { timeout: 20_000 })
    .toMatchObject({ goalId: 'main', target: 10, per: 'day', measure: { type: 'kinds', kinds: ['phone'] }, counting: 'activities' })
  await page.getByRole('heading', { name: 'Dix appels aujourd’hui' }).waitFor()
  await wishFor('5 conversations par semaine', 'Viser 5 conversations par semaine')
  await expect.poll(latest, { timeout: 20_000 }).toMatchObject({ goalId: 'main', target: 5, per: 'week', measure: { type: 'conversations' } })
  await page.getByRole('heading', { name: 'Cinq conversations cette semaine' }).waitFor()
  await device.close()
})

test('a wish in profit asks what a sale leaves, and says the sales that it takes; starting points are hers to change', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await page.goto(`${app.url}/plan`)
  await page.getByLabel('Votre souhait').fill('1 000 $ de profit par mois')
  const next = page.getByRole('button', { name: 'Continuer' })
  expect(await next.isDisabled()).toBe(true)
  await page.getByLabel('Sur 100\u00A0$ de ventes, combien vous reste-t-il?').fill('40')
  expect(await violations(page)).toEqual([])
  await next.click()
  await page.getByText('1\u00A0000\u00A0$ de profit à 40\u00A0% de marge, c’est 2\u00A0500\u00A0$ de ventes.').waitFor()
  await page.getByRole('button', { name: 'En faire un plan' }).click()
  await page.getByLabel('Montant habituel').fill('275')
  await next.click()
  await next.click()
  await page.getByRole('button', { name: 'Voir le plan' }).click()
  await page.getByText('Trop tôt pour dire si c’est réaliste').waitFor()
  await page.getByText('Une fois sur deux', { exact: true }).click()
  const perDay = async () => Number((await page.locator('.font-serif.text-6xl').first().textContent())?.replace(/\D/g, ''))
  const before = await perDay()
  await page.getByText('Changer les points de départ').click()
  await page.getByLabel('Rappeler mes clientes et clients').fill('10')
  await expect.poll(perDay).toBeLessThan(before)
  expect(await violations(page)).toEqual([])
  await device.close()
})

test('what came from a file long before the device’s window counts in the plan, and a challenge won then stays won', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const day = (back: number) => addDays(today(), -back)
  const people = Array.from({ length: 12 }, (_, n) => aPerson(60 + n, `Cliente ${String.fromCharCode(65 + n)}`))
  const at = (back: number, hour: number) => instantAt(day(back), `${String(hour).padStart(2, '0')}:00`, 'America/Toronto')
  const past = {
    type: 'history.import' as const,
    importId: idOf(5, 77),
    file: 'cahier.csv',
    activities: people.flatMap((_, n) =>
      [0, 1].map((call) => ({
        activityId: idOf(2, 3000 + 2 * n + call),
        kind: 'phone',
        direction: 'out' as const,
        outcome: 'reached' as const,
        contactIds: [idOf(1, 60 + n)],
        minutes: null,
        title: '',
        note: '',
        notNow: null,
        occurredAt: at(200 - call, 9 + n),
        zone: 'America/Toronto',
      })),
    ),
    sales: people.map((_, n) => ({
      saleId: idOf(4, 3000 + n),
      amount: asCents(40_000),
      currency: 'CAD',
      offerId: null,
      contactId: idOf(1, 60 + n),
      note: '',
      occurredAt: at(198, 9),
      zone: 'America/Toronto',
    })),
  }
  const challenge = {
    id: idOf(8, 1),
    title: 'Douze par jour',
    items: [{ kind: 'phone', target: 24, relationship: null }],
    from: day(200),
    to: day(199),
    pauses: [],
    endedAt: null,
    stakes: '',
    template: null,
    joinedOn: null,
  }
  const answer = await writeElsewhere(page, [
    {
      at: todayAt('00:00'),
      change: {
        type: 'schedule.set',
        schedule: { id: idOf(7, 11), effectiveFrom: today(), weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', easter: 'good-friday' },
      },
    },
    ...people,
    { at: todayAt('00:02'), change: past },
    { at: todayAt('00:03'), change: { type: 'challenge.put', challenge } },
  ])
  expect(answer.answers.filter(({ status }) => status === 'refused')).toEqual([])
  await page.goto(`${app.url}/plan`)
  await page.getByLabel('Votre souhait').fill('1 000 $ par mois')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('button', { name: 'En faire un plan' }).click()
  // Twelve sales of 400 $, of which the device holds none.
  await page.getByText('D’après vos 12 dernières ventes notées').waitFor()
  await page.goto(`${app.url}/defis`)
  const card = page.locator('li, article, section').filter({ hasText: 'Douze par jour' }).last()
  await card.getByText('Réussi').first().waitFor()
  // Without network, what was told of those days stays.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await device.setOffline(true)
  await page.reload()
  await card.getByText('Réussi').first().waitFor()
  await device.close()
})
