import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { aContact, aGoal, zone } from '#test/a-day.ts'
import { aSale, aTouch, begun, dayNumber } from '#test/a-log.ts'
import type { Bilan } from '#method/evidence/bilan.ts'
import { bilanOf } from '#method/evidence/tell-bilan.ts'
import '../ui/styles.css'
import { JourneyFigures } from './journey-figures.tsx'
import { PeriodFigures } from './period-figures.tsx'

// Each person gets as many calls as her place asks for, then an e-mail; the buyers buy at the last of them.
const logOf = (people: number, buyers: number, goalFrom = begun, euros = 0): Bilan => {
  const names = Array.from({ length: people }, (_, n) => `p${n}`)
  const activities = names.flatMap((person, n) => [
    ...Array.from({ length: 1 + (n % 5) }, (_, touch) => aTouch(person, (n % 20) + touch, { outcome: (n + touch) % 2 === 0 ? 'reached' : 'no-answer' })),
    aTouch(person, 26, { kind: 'email', outcome: n % 4 === 0 ? 'no' : 'sent' }),
  ])
  return bilanOf(
    activities,
    {
      goals: [aGoal({ target: 2, effectiveFrom: goalFrom })],
      calendar: { schedules: [], daysOff: [] },
      zone,
      contacts: names.map((id, n) => aContact({ id, source: n % 3 === 0 ? '' : 'Salon' })),
      sales: names.slice(0, buyers).map((person, n) => aSale(person, (n % 20) + (n % 5), 300, n < euros ? { currency: 'EUR' } : {})),
    },
    { today: dayNumber(30), from: dayNumber(0), to: null, kind: null, source: null },
  )
}
const rich = logOf(80, 30)
const poor = logOf(4, 1)

const show = async (bilan: Bilan) => {
  i18n.loadAndActivate({ locale: 'fr-CA', messages: {} })
  await page.viewport(390, 844)
  return render(
    <I18nProvider i18n={i18n}>
      <main>
        <h1>Bilan</h1>
        <PeriodFigures bilan={bilan} />
        <JourneyFigures bilan={bilan} />
      </main>
    </I18nProvider>,
  )
}
const faults = async () => (await axe.run(document.body)).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
const unfold = () => {
  for (const fold of document.querySelectorAll('details')) fold.open = true
}

test('every figure has its table and its formula, and nothing is wider than the phone', async () => {
  await show(rich)
  unfold()
  const figures = [...document.querySelectorAll('section[aria-labelledby]')]
  expect(figures).toHaveLength(13)
  for (const figure of figures) {
    expect(figure.querySelectorAll('table').length, figure.querySelector('h2')?.textContent).toBeGreaterThan(0)
    expect(figure.textContent).toContain('Comment c’est calculé')
    expect(figure.textContent).toMatch(/n = \d|\(n\)/)
  }
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
  expect(await faults()).toEqual([])
})

test('the calendar is a table that tells each day, free ones too', async () => {
  await show(rich)
  const calendar = page.getByRole('table', { name: 'Jour par jour' })
  await expect.element(calendar).toBeVisible()
  // The fifth of January 2026 is a Monday: its Saturday is free.
  expect(calendar.element().textContent).toMatch(/5 janvier\u00A0: gagné, \d+ sur 2/)
  expect(calendar.element().textContent).toContain('10 janvier\u00A0: congé')
})

test('a working day before the first goal is told without a goal and not hatched, a free day as one', async () => {
  await show(logOf(80, 30, dayNumber(20)))
  const calendar = page.getByRole('table', { name: 'Jour par jour' })
  await expect.element(calendar).toBeVisible()
  const cellOf = (words: string) => [...calendar.element().querySelectorAll('td')].find((cell) => cell.textContent?.startsWith(words))
  const isHatched = (words: string) => cellOf(words)?.innerHTML.includes('repeating-linear-gradient')
  expect(cellOf('6 janvier')?.textContent).toMatch(/^6 janvier\u00A0: sans objectif, \d+/)
  expect([isHatched('6 janvier\u00A0: sans objectif'), isHatched('31 janvier\u00A0: congé')]).toEqual([false, true])
})

test('the curve stands beside the seven of the method, which is said to be its claim', async () => {
  await show(rich)
  const curve = page.getByRole('img', { name: /ont acheté \(\d+ à \d+\)$/ }).first()
  await expect.element(curve).toBeVisible()
  expect(curve.element().textContent).toContain('7\u00A0: ce que dit la méthode')
  expect(curve.element().querySelectorAll('[stroke-dasharray]')).toHaveLength(1)
  expect(curve.element().textContent).toContain('encore suivies (n)')
})

test('four people draw no curve: too early is said, with its n', async () => {
  await show(poor)
  expect(document.querySelectorAll('svg[role=img]')).toHaveLength(0)
  expect(page.getByRole('region', { name: 'Combien de contacts avant une vente?' }).element().textContent).toContain('Trop tôt\u00A0: n = 4')
  const shares = page.getByRole('region', { name: 'Qu’est-ce qui a participé aux ventes?' }).element()
  expect(shares.textContent).toContain('Trop tôt\u00A0: n = 1')
  // Neither way of sharing the sales is drawn.
  expect(shares.querySelectorAll('h3')).toHaveLength(0)
  expect(await faults()).toEqual([])
})

test('money of two currencies is never one: each has its own worth of a « non », its own sharing, and its own n', async () => {
  await show(logOf(80, 30, begun, 12))
  const worth = page.getByRole('region', { name: /^Ce que vaut un/ })
  await expect.element(worth.getByText(/^\d+\u00A0\$ par «\u00A0non\u00A0»/)).toBeVisible()
  await expect.element(worth.getByText(/^\d+\u00A0€ par «\u00A0non\u00A0»/)).toBeVisible()
  await expect.element(worth.getByText(/et 30 ventes \(18 en CAD, 12 en EUR\)/)).toBeVisible()
  expect(page.getByRole('heading', { name: 'Part égale par contact' }).elements()).toHaveLength(2)
})

test('participation shows two ways side by side, the others behind, and never says cause', async () => {
  await show(rich)
  const figure = page.getByRole('region', { name: 'Qu’est-ce qui a participé aux ventes?' }).first()
  await expect.element(figure.getByRole('heading', { name: 'Part égale par contact' })).toBeVisible()
  await expect.element(figure.getByRole('heading', { name: 'Part égale par activité' })).toBeVisible()
  expect(figure.element().textContent).toContain('Qui a participé, pas qui a causé.')
  await expect.element(figure.getByText('Si on l’enlevait')).not.toBeVisible()
  await figure.getByText(/^Autres vues/).click()
  await expect.element(figure.getByText('Si on l’enlevait')).toBeVisible()
})
