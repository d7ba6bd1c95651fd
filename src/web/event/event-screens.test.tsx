import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import axe from 'axe-core'
import { useState, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { asDay } from '#method/calendar/day.ts'
import type { Event } from '#method/event/event.ts'
import { anEvent } from '#test/invited-people.ts'
import { createRouter, pastOf } from '../ui/create-router.ts'
import { RouterProvider } from '../ui/router.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import '../ui/styles.css'
import { EventFields } from './event-fields.tsx'
import { NewEventForm, type EventStart } from './new-event-form.tsx'

const today = asDay('2026-11-23')

async function show(screen: ReactNode) {
  i18n.loadAndActivate({ locale: 'fr-CA', messages: {} })
  await page.viewport(390, 844)
  const router = createRouter([], () => null, pastOf('/'))
  return render(
    <I18nProvider i18n={i18n}>
      <ToastProvider regionLabel="Messages" dismissLabel="Fermer">
        <RouterProvider router={router}>
          <main>{screen}</main>
        </RouterProvider>
      </ToastProvider>
    </I18nProvider>,
  )
}

const faults = async () => {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}

test('an event begins with what, where and when, and says what is missing', async () => {
  const begun: EventStart[] = []
  await show(<NewEventForm today={today} onCreate={(start) => begun.push(start)} />)
  await page.getByRole('button', { name: 'Créer l’événement' }).click()
  await expect.element(page.getByText('Donnez-lui un nom.')).toBeVisible()
  await expect.element(page.getByText('Choisissez le jour.')).toBeVisible()
  expect(begun).toEqual([])
  await page.getByRole('textbox', { name: 'Titre' }).fill('Conférence')
  await page.getByRole('combobox', { name: 'Ville' }).fill('st-hyac')
  await page.getByRole('option', { name: 'Saint-Hyacinthe' }).click()
  await page.getByLabelText('Date').fill('2026-12-28')
  expect(await faults()).toEqual([])
  await page.getByRole('button', { name: 'Créer l’événement' }).click()
  expect(begun).toEqual([
    {
      title: 'Conférence',
      place: 'Saint-Hyacinthe',
      latitude: expect.closeTo(45.6, 0) as number,
      longitude: expect.closeTo(-72.9, 0) as number,
      day: '2026-12-28',
      time: null,
    },
  ])
})

function Scene({ first, onEdit }: { readonly first: Event; readonly onEdit: (event: Event) => void }) {
  const [event, setEvent] = useState(first)
  const edit = (fields: Partial<Event>) => {
    const next = { ...event, ...fields }
    setEvent(next)
    onEdit(next)
  }
  return <EventFields event={event} offers={[]} edit={edit} />
}

test('each field of an event is written by itself, and a place outside the list is kept without a point', async () => {
  const written: Event[] = []
  await show(<Scene first={anEvent({ latitude: 45.88, longitude: -72.48 })} onEdit={(event) => written.push(event)} />)
  await page.getByRole('textbox', { name: 'Titre' }).fill('Atelier')
  await userEvent.tab()
  expect(written.at(-1)?.title).toBe('Atelier')
  await page.getByRole('combobox', { name: 'Ville' }).fill('Chez Marie, au bout du rang')
  await userEvent.tab()
  expect(written.at(-1)).toMatchObject({ place: 'Chez Marie, au bout du rang', latitude: null, longitude: null })
  await page.getByRole('combobox', { name: 'Ville' }).fill('Windsor, O')
  await page.getByRole('option', { name: /^Windsor\s*ON/ }).click()
  expect(written.at(-1)).toMatchObject({ place: 'Windsor, ON', latitude: expect.closeTo(42.3, 0) as number })
  await userEvent.tab()
  expect(written.at(-1)).toMatchObject({ place: 'Windsor, ON', latitude: expect.closeTo(42.3, 0) as number })
  await page.getByRole('textbox', { name: 'Sujets' }).fill('Prospection, vente')
  await userEvent.tab()
  expect(written.at(-1)?.subjects).toEqual(['Prospection', 'vente'])
  expect(await faults()).toEqual([])
})

test('a first day moved past the last takes the last with it', async () => {
  const written: Event[] = []
  await show(<Scene first={anEvent({ day: asDay('2026-12-01'), until: asDay('2026-12-03') })} onEdit={(event) => written.push(event)} />)
  await page.getByLabelText('Date').fill('2026-12-10')
  expect(written.at(-1)).toMatchObject({ day: '2026-12-10', until: null })
})
