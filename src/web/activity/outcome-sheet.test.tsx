import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import axe from 'axe-core'
import { useState } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { aContact, clock, today, zone } from '#test/a-day.ts'
import { workshop } from '#test/invited-people.ts'
import { defaultKinds, type BuiltInKind } from '#method/activity/kind.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import { NextPerson } from '../next/next-person.tsx'
import { channelsOf } from './channels.ts'
import type { Log } from './log.ts'
import { OutcomeSheet } from './outcome-sheet.tsx'
import '../ui/styles.css'

beforeAll(() => i18n.loadAndActivate({ locale: 'fr-CA', messages: {} }))

const nathalie = aContact({
  city: 'Drummondville',
  touches: 4,
  phones: [{ label: '', number: '+18195550142' }],
  emails: [{ label: '', address: 'nathalie@exemple.ca' }],
  lastWords: 'On s’en reparle après mon lancement.',
  lastWordsAt: clock('08:30'),
  nextStep: { ...aContact().nextStep!, kind: 'phone', promised: true, origin: 'chosen' },
})

function Scene({ logs, kind = 'phone' }: { readonly logs: Log[]; readonly kind?: BuiltInKind }) {
  const [asked, setAsked] = useState<string | null>(null)
  const [, setCount] = useState(0)
  const shown = asked ? defaultKinds[kind] : defaultKinds.phone
  return (
    <I18nProvider i18n={i18n}>
      <main
        onClick={(event) => {
          if ((event.target as Element).closest('a')) event.preventDefault()
        }}
      >
        <h1>Aujourd’hui</h1>
        <NextPerson
          reach={{
            open: channelsOf(nathalie),
            closed: [],
            clock: null,
            isClockTelling: false,
            isZoneUnknown: false,
            isKnown: true,
            purpose: 'personal',
            carried: {},
          }}
          suggestion={{ contact: nathalie, reasons: [{ kind: 'promised', due: today, daysLate: 0, step: 'phone' }], place: 'promise' }}
          place={0}
          count={3}
          today={today}
          zone={zone}
          onPlace={() => undefined}
          onChannel={setAsked}
          onLater={() => undefined}
          onSee={() => undefined}
          onCopy={() => undefined}
        />
      </main>
      <OutcomeSheet
        open={asked !== null}
        onClose={() => setAsked(null)}
        subject={{ contact: nathalie, name: nathalie.name }}
        kind={shown}
        startedAt={clock('14:02')}
        settings={defaultSettings('nadia')}
        calendar={{ schedules: [], daysOff: [] }}
        offers={[
          { ...workshop, name: 'Atelier d’un jour' },
          { ...workshop, id: 'gone', name: 'Ancienne offre', archived: true },
        ]}
        now={clock('14:06')}
        zone={zone}
        today={today}
        asLawful={(step) => step}
        onLog={(log) => {
          logs.push(log)
          setCount(logs.length)
          setAsked(null)
        }}
      />
    </I18nProvider>
  )
}
const open = async (kind?: BuiltInKind) => {
  const logs: Log[] = []
  await render(<Scene logs={logs} {...(kind ? { kind } : {})} />)
  await page.getByRole('link', { name: 'Appeler' }).click()
  return { logs, sheet: page.getByRole('dialog') }
}

test('two taps log the next person: the channel, then the outcome, with the next step already proposed', async () => {
  const { logs, sheet } = await open()
  await expect.element(sheet.getByText('Prochain pas proposé')).toBeVisible()
  expect(sheet.element().textContent).toContain('Rappeler lundi 30')
  await sheet.getByRole('button', { name: 'Jointe', exact: true }).click()
  expect(logs).toMatchObject([{ kind: 'phone', outcome: 'reached', direction: 'out', occurredAt: clock('14:02'), after: { take: 'proposal' }, sale: null }])
})

test('the next step changes in one tap before the outcome', async () => {
  const { logs, sheet } = await open()
  await sheet.getByRole('button', { name: 'Changer' }).click()
  await sheet.getByRole('button', { name: '14 jours' }).click()
  await sheet.getByRole('button', { name: 'Message laissé' }).click()
  expect(logs).toMatchObject([{ outcome: 'message-left', after: { take: 'step', step: { due: '2026-12-07', origin: 'chosen' } } }])
})

test('a sale is recorded in the same gesture, its amount as people type it', async () => {
  const { logs, sheet } = await open()
  await sheet.getByRole('button', { name: 'Vente', exact: true }).click()
  await sheet.getByRole('button', { name: 'Noter la vente' }).click()
  await expect.element(sheet.getByRole('alert')).toBeVisible()
  await sheet.getByLabelText('Montant').fill('1 234,56 $')
  await sheet.getByRole('button', { name: 'Noter la vente' }).click()
  expect(logs).toMatchObject([{ outcome: 'yes', sale: { amount: 123_456, currency: 'CAD' } }])
})

test('"not now" keeps its reason and what would change it', async () => {
  const { logs, sheet } = await open()
  await sheet.getByRole('button', { name: 'Pas maintenant…' }).click()
  await sheet.getByRole('button', { name: 'Budget' }).click()
  await sheet.getByRole('button', { name: 'Un événement près d’elle' }).click()
  await sheet.getByLabelText('En ses mots').fill('Après le lancement')
  await sheet.getByRole('button', { name: /^Noter/ }).click()
  expect(logs).toMatchObject([
    { outcome: 'not-now', notNow: 'budget', notNowChange: { type: 'event-near' }, note: 'Après le lancement', after: { take: 'proposal' } },
  ])
})

test('without a condition, "not now" asks for no date: the day is only proposed', async () => {
  const { logs, sheet } = await open()
  await sheet.getByRole('button', { name: 'Pas maintenant…' }).click()
  await sheet.getByRole('button', { name: /^Noter/ }).click()
  expect(logs).toMatchObject([{ outcome: 'not-now', notNow: 'timing', notNowChange: null, after: { take: 'proposal' } }])
})

test('the date that she asked for has its own field, and is her next step', async () => {
  const { logs, sheet } = await open()
  await sheet.getByRole('button', { name: 'Pas maintenant…' }).click()
  await sheet.getByRole('button', { name: 'Une date', exact: true }).click()
  await expect.element(sheet.getByLabelText('En reparler le')).toHaveValue('2027-02-22')
  await sheet.getByLabelText('En reparler le').fill('2027-03-03')
  await sheet.getByRole('button', { name: /^Noter/ }).click()
  expect(logs).toMatchObject([{ notNowChange: { type: 'date' }, after: { take: 'step', step: { due: '2027-03-03', origin: 'chosen' } } }])
})

test('the offer that she waits for is chosen among mine, or is any new one', async () => {
  const { logs, sheet } = await open()
  await sheet.getByRole('button', { name: 'Pas maintenant…' }).click()
  await sheet.getByRole('button', { name: 'Une offre', exact: true }).click()
  const which = sheet.getByLabelText('Quelle offre?')
  expect([...(which.element() as HTMLSelectElement).options].map(({ label }) => label)).toEqual(['Une nouvelle, quelle qu’elle soit', 'Atelier d’un jour'])
  await which.selectOptions('Atelier d’un jour')
  await sheet.getByRole('button', { name: /^Noter/ }).click()
  expect(logs).toMatchObject([{ notNowChange: { type: 'offer', offerId: 'workshop' } }])
})

test('another condition is kept in its words, and words never written are none', async () => {
  const { logs, sheet } = await open()
  await sheet.getByRole('button', { name: 'Pas maintenant…' }).click()
  await sheet.getByRole('button', { name: 'Autre condition' }).click()
  await sheet.getByLabelText('Quelle condition?').fill(' quand ma sœur sera partie ')
  await sheet.getByRole('button', { name: /^Noter/ }).click()
  expect(logs).toMatchObject([{ notNowChange: { type: 'words', words: 'quand ma sœur sera partie' } }])
  await page.getByRole('link', { name: 'Appeler' }).click()
  await sheet.getByRole('button', { name: 'Pas maintenant…' }).click()
  await sheet.getByRole('button', { name: 'Autre condition' }).click()
  await sheet.getByRole('button', { name: /^Noter/ }).click()
  expect(logs[1]).toMatchObject({ notNowChange: null })
})

test('a booked meeting asks its day and hour', async () => {
  const { logs, sheet } = await open()
  await sheet.getByRole('button', { name: 'Rendez-vous', exact: true }).click()
  await sheet.getByLabelText('Jour du rendez-vous').fill('2026-11-27')
  await sheet.getByLabelText('Heure').fill('10:30')
  await sheet.getByRole('button', { name: 'Noter le rendez-vous' }).click()
  expect(logs).toMatchObject([{ outcome: 'meeting-booked', meeting: { day: '2026-11-27', time: '10:30' } }])
})

test('closing the sheet logs nothing', async () => {
  const { logs, sheet } = await open()
  await sheet.getByRole('button', { name: 'Fermer sans noter' }).click()
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  expect(logs).toEqual([])
})

test.each(['light', 'dark'])('the next person and the sheet are accessible, %s', async (theme) => {
  document.documentElement.dataset['theme'] = theme
  const { sheet } = await open()
  await sheet.getByRole('button', { name: 'Changer' }).click()
  // Colours are measured once the sheet has come to rest.
  await Promise.all(document.getAnimations().map(({ finished }) => finished))
  // A colour on its way is not a colour to judge.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(document.body)
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
  delete document.documentElement.dataset['theme']
})
