import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, dayOf, type Instant } from '#method/calendar/day.ts'
import type { NotNowChange } from '#method/contact/contact.ts'
import { invitationId } from '#method/event/event.ts'
import { idOf } from '#test/operations.ts'
import { onThisMachine, startApp, type RunningApp } from './app.ts'
import { aMailServer, useMailServer } from './mail-server.ts'
import { enter, newDevice, openBrowser, violations, type Looks } from './phone.ts'
import { aPerson, everyDayIsWorked, onServer, today, writeElsewhere, type Told } from './writing.ts'

let browser: Browser
let app: RunningApp
let device: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})
beforeEach(async () => {
  app = await startApp('start', 'http://entrain.example')
})
afterEach(async () => {
  await device.close()
  await app.remove()
})

const sylvie = idOf(1, 1)
const talkDay = () => addDays(today(), 35)
const february = () => {
  const year = Number(today().slice(0, 4)) - (today().slice(5) < '03-15' ? 1 : 0)
  return `${year}-02-12T15:00:00.000Z` as Instant
}

// The discovery call of February as the app writes it: « pas maintenant : budget », and no condition. She agreed to be written to.
const drummondville = (language: 'fr' | 'en' = 'fr', notNowChange: NotNowChange | null = null): readonly Told[] => {
  const at = new Date(february())
  const call: Told = {
    at,
    change: {
      type: 'activity.record',
      activityId: idOf(2, 1),
      kind: 'video',
      direction: 'out',
      outcome: 'not-now',
      contactIds: [sylvie],
      minutes: 40,
      title: '',
      note: 'Appel découverte. J’adorerais, mais pas avec mon budget de cette année.',
      notNow: 'budget',
      notNowChange,
      occurredAt: february(),
      zone: 'America/Toronto',
      meeting: null,
      after: { take: 'proposal' },
    },
  }
  const fields = {
    city: 'Drummondville',
    phones: [{ label: '', number: '+18195550142' }],
    emails: [{ label: '', address: 'sylvie@example.com' }],
    line: 'business' as const,
    interests: ['Prospection'],
  }
  return [
    everyDayIsWorked,
    { ...aPerson(1, 'Sylvie Tremblay', fields, 60), at },
    call,
    {
      at,
      change: {
        type: 'consent.record',
        consentId: idOf(6, 1),
        contactId: sylvie,
        fact: {
          type: 'express-consent',
          channels: ['email'],
          classes: ['personal', 'invitation'],
          means: 'written',
          wording: 'Oui, écrivez-moi quand vous passez par ici.',
          language: 'fr',
          isPreChecked: false,
          isBundled: false,
          proof: 'courriel du 12 février',
        },
        occurredAt: february(),
      },
    },
    aPerson(2, 'Paul Lavoie', { city: 'Drummondville' }, 20),
    aPerson(3, 'Anne Roy', { city: 'Sherbrooke' }, 20),
    aPerson(4, 'Luc Bernier', { city: 'Rimouski' }, 20),
    {
      at: new Date(),
      change: {
        type: 'settings.put',
        fields: {
          firstName: 'Nadia',
          language,
          sender: {
            businessName: 'Atelier Nadia',
            personName: 'Nadia Côté',
            mailingAddress: '12, rue des Pins, Sherbrooke QC J1H 1A1',
            phone: '',
            email: 'nadia@example.com',
            website: '',
            confirmedAt: new Date(Date.now() - 60_000).toISOString() as Instant,
            country: 'CA',
            province: 'QC',
            zone: 'America/Toronto',
            signature: { fr: 'Au plaisir,\nNadia', en: 'Best,\nNadia' },
            callRegistration: { number: '', areaCodes: [], listDate: null },
          },
        },
      },
    },
  ]
}

const open = async (looks: Looks = {}, change: NotNowChange | null = null): Promise<void> => {
  device = await newDevice(browser, looks)
  await device.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url })
  page = await enter(device, app.link)
  const kept = await writeElsewhere(page, drummondville(looks.language, change))
  expect(kept.answers.filter(({ status }) => status === 'refused')).toEqual([])
}
const holds = async (): Promise<void> => {
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}
const invitations = async () => (await onServer(page)).invitation

test('an event in Drummondville brings back the woman of February: first in the list, written to, and she books', async () => {
  await open()
  await page.goto(`${app.url}/plus`)
  await page.getByRole('link', { name: 'Événements' }).click()
  await page.getByRole('heading', { name: 'Une conférence, un atelier, un salon?' }).waitFor()
  await holds()

  // Installed, then in the basement: creating and ranking need no network.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await device.setOffline(true)
  await page.getByRole('button', { name: 'Nouvel événement' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Titre' }).fill('Vendre sans se perdre')
  await sheet.getByRole('combobox', { name: 'Ville' }).fill('drummond')
  await sheet.getByRole('option', { name: /^Drummondville/ }).click()
  await sheet.getByLabel('Date').fill(talkDay())
  await sheet.getByLabel('Heure').fill('19:00')
  await holds()
  await sheet.getByRole('button', { name: 'Créer l’événement' }).click()
  await page.getByRole('heading', { level: 1, name: 'Vendre sans se perdre' }).waitFor()

  const who = page.getByRole('region', { name: 'Qui inviter' })
  const first = who.getByRole('listitem').first()
  await first.getByText('Sylvie Tremblay').waitFor()
  expect(await first.innerText()).toMatch(/Habite à Drummondville; a dit «\u00A0pas maintenant\u00A0» en février(?: \d{4})?\u00A0: le budget\./)
  expect(await who.getByRole('listitem').count()).toBe(2)
  await holds()
  await who.getByText('80\u00A0km', { exact: true }).click()
  await who.getByText('Anne Roy').waitFor()
  expect(await who.getByText('Luc Bernier').count()).toBe(0)

  await first.getByRole('button', { name: 'Sylvie Tremblay' }).click()
  const message = sheet.getByRole('textbox', { name: 'Message' })
  expect(await message.inputValue()).toMatch(/^Bonjour Sylvie,\n\nJe prépare «\u00A0Vendre sans se perdre\u00A0», le .+ à 19\u00A0h à Drummondville/)
  await message.fill(`${await message.inputValue()}\n\nVous m’aviez parlé de votre boutique.`)
  await sheet.getByText('Aperçu').click()
  await sheet.getByText(/12, rue des Pins/).waitFor()
  await holds()
  const href = (await sheet.getByRole('link', { name: 'Courriel' }).getAttribute('href')) ?? ''
  expect(decodeURIComponent(href)).toMatch(
    /^mailto:sylvie@example\.com\?subject=Je serai à Drummondville&body=Bonjour Sylvie,\r\n[\s\S]*votre boutique\.\r\n\r\nAu plaisir,\r\nNadia\r\n\r\n-- \r\n/,
  )
  await sheet.getByRole('link', { name: 'Courriel' }).click()
  await sheet.getByRole('button', { name: 'Courriel envoyé' }).click()
  await sheet.waitFor({ state: 'hidden' })

  const list = page.getByRole('region', { name: 'Invitations' })
  await list.getByText('1 invitée').waitFor()
  expect(await who.getByText('Sylvie Tremblay').count()).toBe(0)
  await list.getByRole('button', { name: 'A accepté' }).click()
  await list.getByText('1 a accepté').waitFor()
  await holds()

  await device.setOffline(false)
  await expect
    .poll(async () => (await invitations()).map(({ contactId, state, channel }) => [contactId, state, channel]), { timeout: 30_000 })
    .toEqual([[sylvie, 'accepted', 'email']])
  const rows = await onServer(page)
  expect(rows.event[0]).toMatchObject({ title: 'Vendre sans se perdre', place: 'Drummondville', day: talkDay(), time: '19:00' })
  expect(rows.event[0]?.latitude).toBeCloseTo(45.88, 1)
  expect(rows.activity.filter(({ kind, outcome, contactIds }) => kind === 'email' && outcome === 'sent' && contactIds.includes(sylvie))).toHaveLength(1)

  // Her page tells it, and the days between.
  await list.getByRole('link', { name: 'Sylvie Tremblay' }).click()
  const story = page.getByRole('region', { name: 'Histoire' })
  await story.getByRole('link', { name: /Vendre sans se perdre/ }).waitFor()
  await page.getByRole('region', { name: 'Ce qui s’en vient près d’elle' }).getByText('A accepté').waitFor()
  await holds()
})

test('creating the event brings her among the next people, with its reason', async () => {
  await open({}, { type: 'event-near' })
  await page.goto(`${app.url}/`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  expect(await page.getByText('Sylvie Tremblay').count()).toBe(0)
  const at = new Date()
  await writeElsewhere(page, [
    {
      at,
      change: {
        type: 'event.put',
        event: {
          id: idOf(8, 1),
          title: 'Vendre sans se perdre',
          place: 'Drummondville',
          latitude: 45.8803,
          longitude: -72.4843,
          venue: '',
          day: talkDay(),
          time: '19:00',
          until: null,
          offerId: null,
          subjects: [],
          link: '',
          note: '',
          createdAt: at.toISOString() as Instant,
          archivedAt: null,
        },
      },
    },
  ])
  await page.reload()
  await page.getByText('Sylvie Tremblay').first().waitFor()
  await page
    .getByText(/«\u00A0Vendre sans se perdre\u00A0» aura lieu tout près/)
    .first()
    .waitFor()
})

test('an invitation made by mistake is taken back whole, and the people met are called on the next days', async () => {
  await open()
  const eventId = idOf(8, 1)
  const event = {
    id: eventId,
    title: '5 à 7 des entreprises',
    place: 'Drummondville',
    latitude: 45.8803,
    longitude: -72.4843,
    venue: '',
    day: today(),
    time: null,
    until: null,
    offerId: null,
    subjects: [],
    link: '',
    note: '',
    createdAt: new Date().toISOString() as Instant,
    archivedAt: null,
  }
  await writeElsewhere(page, [{ at: new Date(), change: { type: 'event.put', event } }])
  await page.goto(`${app.url}/evenements/${eventId}`)
  const who = page.getByRole('region', { name: 'Qui inviter' })
  await who.getByRole('button', { name: 'Sylvie Tremblay' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Copier' }).click()
  await sheet.getByRole('button', { name: 'Courriel envoyé' }).click()
  await page.getByText('1 invitée').waitFor()
  await page.getByRole('button', { name: 'Annuler' }).click()
  await who.getByRole('button', { name: 'Sylvie Tremblay' }).waitFor()
  expect(await page.getByText('1 invitée').count()).toBe(0)

  const name = page.getByRole('combobox', { name: 'Qui avez-vous rencontré?' })
  for (const met of ['Claire Dion', 'Omar Haddad', 'Paul Lavoie']) {
    await name.fill(met)
    await name.press('Enter')
  }
  const met = page.getByRole('region', { name: 'Personnes rencontrées' })
  await met.getByRole('button', { name: 'Compter ces 3 rencontres dans ma journée' }).click()
  await met.getByText('Cet événement compte dans votre journée.').waitFor()
  await holds()
  await expect.poll(async () => (await invitations()).filter(({ state }) => state === 'present').length, { timeout: 30_000 }).toBe(3)
  const rows = await onServer(page)
  const people = rows.contact.filter(({ name: one }) => ['Claire Dion', 'Omar Haddad'].includes(one))
  expect(people).toHaveLength(2)
  for (const { nextStep } of people) expect((nextStep?.due ?? '') > dayOf(new Date().toISOString() as Instant, 'America/Toronto')).toBe(true)
  expect(rows.invitation.find(({ id }) => id === invitationId(eventId, sylvie))?.state).toBe('withdrawn')
  const [networking] = rows.activity.filter(({ kind }) => kind === 'networking')
  expect(networking?.contactIds).toHaveLength(3)
})

test('with one’s own mail server Entrain sends the one message, and says when it has left', async () => {
  const mail = await aMailServer()
  try {
    await open()
    const eventId = idOf(8, 1)
    const event = { id: eventId, title: 'Vendre sans se perdre', place: 'Drummondville', latitude: 45.8803, longitude: -72.4843, venue: '', day: talkDay() }
    const more = { time: null, until: null, offerId: null, subjects: [], link: '', note: '', createdAt: new Date().toISOString() as Instant, archivedAt: null }
    await writeElsewhere(page, [{ at: new Date(), change: { type: 'event.put', event: { ...event, ...more } } }])
    expect(await useMailServer(page, mail)).toBe(200)
    await page.goto(`${app.url}/evenements/${eventId}`)
    await page.getByRole('region', { name: 'Qui inviter' }).getByRole('button', { name: 'Sylvie Tremblay' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: 'Envoyer' }).click()
    await sheet.waitFor({ state: 'hidden' })
    const list = page.getByRole('region', { name: 'Invitations' })
    await list.getByText(/^Courriel parti/).waitFor({ timeout: 30_000 })
    await holds()
    expect(mail.received).toHaveLength(1)
    expect(mail.received[0]).toMatch(/^To: sylvie@example\.com/m)
    expect((await onServer(page)).message.map(({ state, to, eventId: of }) => [state, to, of])).toEqual([['sent', 'sylvie@example.com', eventId]])
    // The way out that the message carries, pressed in a browser as she would: no session, no script.
    const wayOut = /^List-Unsubscribe:\s*<(https?:[^>]+)>/im.exec((mail.received[0] ?? '').replaceAll(/\r?\n\s+/g, ' '))?.[1] ?? ''
    const hers = await newDevice(browser)
    const goodbye = await hers.newPage()
    await goodbye.goto(onThisMachine(app, wayOut))
    expect(await violations(goodbye)).toEqual([])
    await goodbye.getByRole('button').click()
    await goodbye.getByRole('heading', { level: 1, name: 'C’est fait' }).waitFor()
    await hers.close()
    await expect.poll(async () => (await onServer(page)).consent.some(({ fact }) => fact.type === 'withdrawal'), { timeout: 20_000 }).toBe(true)
  } finally {
    await mail.close()
  }
})

test('an invitation whose message did not leave invites nobody and says why; taken back or withdrawn, she can be invited again', async () => {
  const mail = await aMailServer()
  try {
    await open()
    const eventId = idOf(8, 1)
    const event = { id: eventId, title: 'Vendre sans se perdre', place: 'Drummondville', latitude: 45.8803, longitude: -72.4843, venue: '', day: talkDay() }
    const more = { time: null, until: null, offerId: null, subjects: [], link: '', note: '', createdAt: new Date().toISOString() as Instant, archivedAt: null }
    await writeElsewhere(page, [{ at: new Date(), change: { type: 'event.put', event: { ...event, ...more } } }])
    expect(await useMailServer(page, mail)).toBe(200)
    mail.refuses = true
    await page.goto(`${app.url}/evenements/${eventId}`)
    const who = page.getByRole('region', { name: 'Qui inviter' }).getByRole('button', { name: 'Sylvie Tremblay' })
    const list = page.getByRole('region', { name: 'Invitations' })
    const sheet = page.getByRole('dialog')
    await who.click()
    await sheet.getByRole('button', { name: 'Envoyer' }).click()
    await list.getByText(/^Le courriel n’est pas parti.: votre serveur a refusé cette adresse/).waitFor()
    expect(await list.getByText(/invitées?$/).count()).toBe(0)
    expect(await who.count()).toBe(0)
    await holds()
    expect((await onServer(page)).activity).toEqual([])
    await list.getByRole('button', { name: 'Retirer', exact: true }).click()
    await who.waitFor()

    mail.refuses = false
    await who.click()
    await sheet.getByRole('button', { name: 'Envoyer' }).click()
    await list.getByText(/^Courriel parti/).waitFor({ timeout: 30_000 })
    await list.getByText('1 invitée').waitFor()
    await list.getByRole('button', { name: 'Retirer l’invitation de Sylvie Tremblay' }).click()
    await who.waitFor()
    // The message did leave: it stays in the day, and in her story.
    expect((await onServer(page)).activity.map(({ kind, voidedAt }) => [kind, voidedAt])).toEqual([['email', null]])
    await expect.poll(async () => (await invitations()).map(({ state }) => state), { timeout: 30_000 }).toEqual(['withdrawn'])
  } finally {
    await mail.close()
  }
})

test.each<Looks>([
  { language: 'fr', size: 'phone', theme: 'dark' },
  { language: 'en', size: 'desk', theme: 'light' },
])('the event, its list and an invitation hold in $language $size $theme', async (looks) => {
  await open(looks)
  await page.goto(`${app.url}/evenements`)
  await page.getByRole('button', { name: /^(Nouvel événement|New event)$/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: /^(Titre|Title)$/ }).fill('Selling calmly')
  await sheet.getByRole('combobox').fill('Drummondville')
  await sheet.getByLabel('Date').fill(talkDay())
  await holds()
  await sheet.getByRole('button', { name: /^(Créer l’événement|Create the event)$/ }).click()
  const who = page.getByRole('region', { name: /^(Qui inviter|Who to invite)$/ })
  await who.getByRole('button', { name: 'Sylvie Tremblay' }).waitFor()
  if (looks.language === 'en') await who.getByText(/said “not now” in February/).waitFor()
  await holds()
  await who.getByRole('button', { name: 'Sylvie Tremblay' }).click()
  await sheet.getByText(/^(Aperçu|Preview)$/).click()
  await holds()
  await page.keyboard.press('Escape')
  await page.goto(`${app.url}/evenements`)
  await page.getByRole('link', { name: 'Selling calmly' }).waitFor()
  await holds()
})
