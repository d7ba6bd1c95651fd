import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, instantAt, mondayOf, type Day, type Instant } from '#method/calendar/day.ts'
import type { Change } from '#method/ledger/operation.ts'
import { asCents } from '#method/sale/sale.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations, type Looks } from './phone.ts'
import { aPerson, aTouch, everyDayIsWorked, onServer, today, whoWrites, writeElsewhere } from './writing.ts'

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
  app = await startApp()
})
afterEach(async () => {
  await device.close()
  await app.remove()
})

// The last Monday there was, and the Friday before it: the whole story has happened, whenever this runs.
const monday = mondayOf(today())
const friday = addDays(monday, -3)
const clock = (day: Day, time: string): Instant => instantAt(day, time, 'America/Toronto')
const at = (day: Day, time: string) => page.clock.setFixedTime(new Date(clock(day, time)))

const open = async (look: Looks): Promise<void> => {
  device = await newDevice(browser, look)
  page = await enter(device, app.link)
  await writeElsewhere(page, [
    everyDayIsWorked,
    whoWrites,
    { at: todayAt('00:00'), change: { type: 'settings.put', fields: { language: look.language ?? 'fr' } } },
    aPerson(1, 'Hélène Roy', { city: 'Québec', line: 'business', phones: [{ label: '', number: '+14185550101' }] }, -20),
  ])
  await at(friday, '14:00')
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
  // The worker that keeps the shell must be in charge before the network goes.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

const button = (name: RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first()
const hers = `De : Josée Lavoie <josee@example.com>
Envoyé : vendredi 14:00
À : Nadia Tremblay <nadia@example.com>
Objet : Est-ce pour moi?

Bonjour Nadia,

J’hésite à m’inscrire à l’accompagnement. Pouvez-vous m’en dire plus?

Josée Lavoie
819 555-0142`

const paste = async (): Promise<void> => {
  await page.goto(`${app.url}/demandes`)
  await button(/^(Coller un message|Paste a message)$/).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel(/^(Collez le message reçu|Paste the message you received)$/).fill(hers)
  expect(await sheet.getByLabel(/^(Nom|Name)$/).inputValue()).toBe('Josée Lavoie')
  expect(await violations(page)).toEqual([])
  await sheet.getByRole('button', { name: /^(Mettre en haut d’Aujourd’hui|Put at the top of Today)$/ }).click()
  await sheet.waitFor({ state: 'hidden' })
}

test.each<Looks>([
  { language: 'fr', size: 'phone' },
  { language: 'en', size: 'desk' },
])('an enquiry of Friday is called without a network, and the sale of Monday tells the whole story ($language, $size)', async (look) => {
  await open(look)
  await device.setOffline(true)
  await paste()

  await page.goto(app.url)
  await at(friday, '14:12')
  await page.reload()
  const card = page
    .getByRole('region', { name: 'Josée Lavoie' })
    .or(page.getByRole('article', { name: 'Josée Lavoie' }))
    .first()
  await card.getByText(/^(Il y a 12\u00A0min|12\u00A0min ago)$/).waitFor()
  await card.getByText('J’hésite à m’inscrire').waitFor()
  // On top of Today, and its first gesture is the telephone.
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('Josée Lavoie')
  expect(await card.locator('a, button').first().innerText()).toMatch(/^(Appeler maintenant|Call now)$/)
  expect(await violations(page)).toEqual([])

  await button(/^(Préparer l’appel|Prepare the call)$/).click()
  const brief = page.getByRole('dialog', { name: 'Josée Lavoie' })
  await brief.getByText(/(au sujet de votre message|about your message)/).waitFor()
  await brief.getByText(/J’hésite à m’inscrire à l’accompagnement/).waitFor()
  expect(await violations(page)).toEqual([])
  await brief.getByRole('link', { name: /^(Appeler|Call)$/ }).click()

  const asked = page.getByRole('dialog', { name: /^(Comment ça s’est passé\?|How did it go\?)$/ })
  await asked.getByRole('timer').waitFor()
  // The phone drops the page during the call; coming back, the question is asked.
  await at(friday, '14:32')
  await page.reload()
  await asked
    .getByRole('timer')
    .filter({ hasText: /^20:0\d$/ })
    .waitFor()
  await asked.getByRole('button', { name: /^(Demander si je peux écrire|Ask whether I may write)$/ }).click()
  await asked.getByRole('button', { name: /^(Elle accepte que je lui écrive|Agrees that I write)$/ }).click()
  await asked.getByRole('button', { name: /^(Jointe|Reached)$/ }).click()
  await asked.waitFor({ state: 'hidden' })
  await page.getByText(/^(Enregistré|Saved)\./).waitFor()
  await page.getByRole('heading', { level: 2, name: 'Josée Lavoie' }).waitFor({ state: 'hidden' })

  await device.setOffline(false)
  await expect.poll(async () => (await onServer(page)).activity.length, { timeout: 30_000 }).toBe(1)
  const rows = await onServer(page)
  const josée = rows.contact.find(({ name }) => name === 'Josée Lavoie')
  expect(josée).toMatchObject({ phones: [{ number: '+18195550142' }], emails: [{ address: 'josee@example.com' }], nextStep: { due: addDays(friday, 7) } })
  expect(rows.enquiry).toMatchObject([{ via: 'email', contactId: josée?.id, receivedAt: clock(friday, '14:00') }])
  expect(rows.activity).toMatchObject([{ kind: 'phone', outcome: 'reached', minutes: 20, contactIds: [josée?.id], occurredAt: clock(friday, '14:12') }])
  expect(rows.consent.map(({ contactId, fact }) => [contactId, fact.type])).toEqual([[josée?.id, 'express-consent']])

  await at(monday, '10:00')
  await page.goto(`${app.url}/recolte`)
  await button(/^(Noter une vente|Log a sale)$/).click()
  const sale = page.getByRole('dialog')
  await sale.getByLabel(/^(Montant|Amount)/).fill('1 200 $')
  await sale.getByRole('combobox').filter({ visible: true }).last().fill('josee')
  await sale.getByRole('option', { name: /Josée Lavoie/ }).click()
  await sale.getByRole('button', { name: /^(Noter la vente|Log the sale)$/ }).click()
  await sale.waitFor({ state: 'hidden' })

  await page.goto(`${app.url}/personnes/${josée?.id}`)
  const story = page.getByRole('region', { name: /^(Histoire|History)$/ })
  await story.getByText(/^(Demande|Enquiry)$/).waitFor()
  const told = await story.innerText()
  // Newest first: the sale, three days, the call of twenty minutes, the e-mail that began it.
  const steps = [/1[\s,]200/, /^(3\s|Trois )(jours|days)/im, /(Jointe|Reached).*20\s?min/i, /(Demande|Enquiry)\s+(Courriel|E-mail)/]
  const places = steps.map((step) => told.search(step))
  expect(places, told).not.toContain(-1)
  expect(places, told).toEqual(places.toSorted((one, other) => one - other))
  expect(await violations(page)).toEqual([])
})

test('an enquiry linked to the wrong person is taken back, and what it brought to her page with it', async () => {
  await open({})
  await writeElsewhere(page, [aPerson(2, 'Marc Dubé', { city: 'Sherbrooke', phones: [{ label: '', number: '+18195550142' }] }, -20)])
  await paste()
  await page.goto(`${app.url}/demandes`)
  await page.getByText('Est-ce quelqu’un que vous connaissez?').waitFor()
  // She can be called before it is said who she is.
  await page.getByRole('link', { name: 'Appeler maintenant' }).waitFor()
  await page.getByText('819\u00A0555\u20110142').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Marc Dubé · même téléphone', exact: true }).click()
  const emails = async () => (await onServer(page)).contact.find(({ id }) => id === idOf(1, 2))?.emails.map(({ address }) => address)
  await expect.poll(emails, { timeout: 20_000 }).toEqual(['josee@example.com'])
  await page.getByRole('link', { name: 'Appeler maintenant' }).waitFor()
  await page.getByRole('button', { name: 'Ce n’est pas elle' }).click()
  await page.getByText('Est-ce quelqu’un que vous connaissez?').waitFor()
  await expect.poll(emails, { timeout: 20_000 }).toEqual([])
  expect((await onServer(page)).enquiry).toMatchObject([{ contactId: null }])
  // Said again, then taken back at once by the message.
  await page.getByRole('button', { name: 'Marc Dubé · même téléphone', exact: true }).click()
  await page.getByRole('button', { name: 'Annuler', exact: true }).last().click()
  await page.getByText('Est-ce quelqu’un que vous connaissez?').waitFor()
  await expect.poll(emails, { timeout: 20_000 }).toEqual([])
})

test('what an enquiry brought is taken back in the other language too, and « Demande » is said in the language of the screen', async () => {
  await open({})
  const marc = idOf(1, 2)
  await writeElsewhere(page, [aPerson(2, 'Marc Dubé', { city: 'Sherbrooke', phones: [{ label: '', number: '+18195550142' }] }, -20)])
  await paste()
  await page.goto(`${app.url}/demandes`)
  await page.getByRole('button', { name: 'Marc Dubé · même téléphone', exact: true }).click()
  const emails = async () => (await onServer(page)).contact.find(({ id }) => id === marc)?.emails
  await expect.poll(emails, { timeout: 20_000 }).toEqual([{ label: 'enquiry', address: 'josee@example.com' }])
  const labels = async (word: RegExp): Promise<readonly string[]> => {
    await page.goto(`${app.url}/personnes/${marc}`)
    await page.getByLabel(/^(Sorte|Label), (Courriel|E-mail) 1$/).waitFor()
    return page.locator('select option:checked').filter({ hasText: word }).allInnerTexts()
  }
  expect(await labels(/^(Demande|Enquiry|enquiry)$/)).toEqual(['Demande'])

  await writeElsewhere(page, [{ at: todayAt('00:01'), change: { type: 'settings.put', fields: { language: 'en' } } }])
  const isNotHer = async () => {
    await page.goto(`${app.url}/demandes`)
    await page.getByRole('button', { name: 'It is not her' }).click()
    await page.getByText('Is it someone you know?').waitFor()
    await expect.poll(emails, { timeout: 20_000 }).toEqual([])
  }
  await isNotHer()

  // Kept as a word by a screen in French, before there was a mark.
  const { enquiry } = await onServer(page)
  await writeElsewhere(page, [
    { at: todayAt('00:02'), change: { type: 'contact.edit', contactId: marc, fields: { emails: [{ label: 'Demande', address: 'josee@example.com' }] } } },
    { at: todayAt('00:02'), change: { type: 'enquiry.link', enquiryId: enquiry[0]?.id ?? '', contactId: marc } },
  ])
  expect(await labels(/^(Demande|Enquiry|enquiry)$/)).toEqual(['Enquiry'])
  await isNotHer()
})

test('said to be someone new, she keeps her words and her clock on the next card, and nothing is written in her place', async () => {
  await open({})
  await writeElsewhere(page, [aPerson(2, 'Marc Dubé', { city: 'Sherbrooke', phones: [{ label: '', number: '+18195550142' }] }, -20)])
  await paste()
  await at(friday, '14:40')
  await page.goto(app.url)
  await button(/^Nouvelle personne$/).click()
  await page.getByText('Est-ce quelqu’un que vous connaissez?').waitFor({ state: 'hidden' })
  const card = page
    .getByRole('region', { name: 'Josée Lavoie' })
    .or(page.getByRole('article', { name: 'Josée Lavoie' }))
    .first()
  await card.getByText(/^Vous a écrit pour une demande/).waitFor()
  await card.getByText('J’hésite à m’inscrire').waitFor()
  await card.getByText('Attend depuis 40\u00A0min.').waitFor()
  expect(await card.getByText(/Demande[ \u00A0]?:/).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await expect.poll(async () => (await onServer(page)).contact.find(({ name }) => name === 'Josée Lavoie')?.source, { timeout: 20_000 }).toBe('')
})

test('a message file dropped on the page is read, and one of Outlook is refused by its name', async () => {
  await open({ size: 'desk' })
  await page.goto(`${app.url}/demandes`)
  await page.getByRole('heading', { level: 1, name: 'Demandes' }).waitFor()
  const drop = async (name: string, text: string): Promise<void> => {
    const dropped = await page.evaluateHandle(
      ([title, content]) => {
        const given = new DataTransfer()
        given.items.add(new File([content as string], title as string))
        return given
      },
      [name, text] as const,
    )
    await page.dispatchEvent('main', 'dragover', { dataTransfer: dropped })
    await page.getByText('Déposez le message ici, n’importe où sur la page.').waitFor()
    await page.dispatchEvent('main', 'drop', { dataTransfer: dropped })
  }
  const sheet = page.getByRole('dialog', { name: 'Une demande' })
  await drop('demande.msg', 'x')
  await sheet.getByText(/Ce fichier \.msg est propre à Outlook/).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  await drop('demande.eml', 'From: Zoé Lavallée <zoe@example.com>\r\nSubject: Bonjour\r\n\r\nAppelez-moi au 819 555-0188.')
  await sheet.getByLabel('Nom').waitFor()
  expect(await sheet.getByLabel('Nom').inputValue()).toBe('Zoé Lavallée')
  expect(await sheet.getByLabel('Téléphone').inputValue()).toBe('819\u00A0555\u20110188')
})

test('someone who telephoned yesterday is told by hand with the moment she did, and is on top of Today', async () => {
  await open({})
  await page.goto(`${app.url}/demandes`)
  await button(/^Coller un message$/).click()
  const sheet = page.getByRole('dialog', { name: 'Une demande' })
  await sheet.getByLabel('Collez le message reçu').fill(hers.replace('vendredi 14:00', `${addDays(friday, -2)} 09:15`))
  // What the headings say of the moment is shown, to be put right.
  const received = sheet.getByRole('group', { name: 'Reçue', exact: true })
  expect(await received.getByLabel('Jour').inputValue()).toBe(addDays(friday, -2))
  expect(await received.getByLabel('Heure').inputValue()).toBe('09:15')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })

  await button(/^Coller un message$/).click()
  await sheet.getByRole('button', { name: 'Écrire moi-même' }).click()
  await sheet.getByRole('button', { name: 'Téléphone', exact: true }).click()
  await sheet.getByLabel('Nom').fill('Zoé Lavallée')
  await sheet.getByLabel('Téléphone').fill('819 555-0188')
  await sheet.getByLabel('Ce qu’elle a écrit ou dit').fill('Elle veut savoir si l’atelier est complet.')
  await received.getByRole('button', { name: 'Hier' }).click()
  await received.getByLabel('Heure').fill('16:30')
  expect(await violations(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Mettre en haut d’Aujourd’hui' }).click()
  await sheet.waitFor({ state: 'hidden' })

  await page.goto(app.url)
  await page.getByText('Elle veut savoir si l’atelier est complet.').waitFor()
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('Zoé Lavallée')
  await page.getByRole('link', { name: 'Appeler maintenant' }).first().waitFor()
  await expect
    .poll(async () => (await onServer(page)).enquiry, { timeout: 20_000 })
    .toMatchObject([{ via: 'phone', name: 'Zoé Lavallée', language: '', receivedAt: clock(addDays(friday, -1), '16:30'), contactId: null }])
})

test('before the call, one card tells all that is known of her', async () => {
  await open({})
  const zoé = idOf(1, 3)
  const told = (change: Change) => ({ at: todayAt('00:02'), change })
  const anOffer = (n: number, name: string, points: string) =>
    told({ type: 'offer.put', offer: { id: idOf(9, n), name, price: asCents(30_000), archived: false, points, createdAt: null } })
  const kept = await writeElsewhere(page, [
    aPerson(3, 'Zoé Lavallée', {
      organisation: 'Fleurs du Pacifique',
      role: 'Gérante',
      city: 'Vancouver',
      zone: 'America/Vancouver',
      line: 'business',
      relationship: 'past-client',
      phones: [{ label: '', number: '+16045550188' }],
      interests: ['Prospection', 'Atelier'],
      source: 'Salon de Vancouver, au kiosque voisin.',
    }),
    told({
      type: 'enquiry.record',
      enquiryId: idOf(8, 1),
      contactId: zoé,
      via: 'email',
      receivedAt: clock(addDays(friday, -9), '09:12'),
      name: 'Zoé Lavallée',
      email: '',
      phone: '',
      city: '',
      subject: 'Atelier',
      words: 'Avez-vous encore de la place?',
      language: 'fr',
      mayWrite: '',
    }),
    aTouch(1, [zoé], { note: 'Rappelez-moi quand vous aurez vos dates.', occurredAt: clock(addDays(friday, -8), '15:00') }),
    anOffer(1, 'Accompagnement', 'Six mois, deux rencontres par mois.'),
    anOffer(2, 'Atelier', 'Un jour, douze places.'),
    anOffer(3, 'Conférence', 'Une heure, sans préparation.'),
    told({
      type: 'step.set',
      contactId: zoé,
      step: { due: friday, time: '15:30', kind: 'phone', promised: true, note: 'lui donner les dates', origin: 'chosen' },
    }),
    told({
      type: 'step.set',
      contactId: idOf(1, 1),
      step: { due: addDays(friday, 60), time: null, kind: 'phone', promised: false, note: '', origin: 'chosen' },
    }),
  ])
  expect(kept.answers.filter(({ status }) => status === 'refused')).toEqual([])
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: 'Zoé Lavallée' }).waitFor()
  await button(/^Préparer l’appel$/).click()
  const brief = page.getByRole('dialog', { name: 'Zoé Lavallée' })
  await brief.getByText('«\u00A0Bonjour, ici Nadia Tremblay d’Atelier Nadia. Je vous appelle au sujet d’Atelier.\u00A0»').waitFor()
  await brief.getByText('Ancienne clientèle · Gérante · Fleurs du Pacifique · Vancouver').waitFor()
  const lines = await brief
    .locator('dl > div')
    .evaluateAll((all) =>
      all.map((line) => [line.querySelector('dt')?.textContent ?? '', (line.querySelector('dd')?.textContent ?? '').replaceAll('\u00A0', ' ')]),
    )
  const said = Object.fromEntries(lines) as Record<string, string>
  expect(Object.keys(said)).toEqual([
    'Pourquoi maintenant',
    'Promis',
    'Ses derniers mots',
    'Ce qu’elle a écrit',
    'Ce qui l’intéresse',
    'Votre rencontre',
    'À dire de Atelier',
    'À dire de Accompagnement',
  ])
  expect(said['Pourquoi maintenant']).not.toBe('')
  expect(said['Promis']).toMatch(/^Aujourd’hui · 15 h 30 · lui donner les dates$/)
  expect(said['Ses derniers mots']).toContain('« Rappelez-moi quand vous aurez vos dates. » · ')
  expect(said['Ce qu’elle a écrit']).toContain('« Avez-vous encore de la place? » · ')
  expect(said['Ce qui l’intéresse']).toBe('Prospection, Atelier')
  expect(said['Votre rencontre']).toBe('Salon de Vancouver, au kiosque voisin.')
  expect([said['À dire de Atelier'], said['À dire de Accompagnement']]).toEqual(['Un jour, douze places.', 'Six mois, deux rencontres par mois.'])
  // Her own clock, and the hours at which she may be called by it.
  await brief.getByText(/^Il est 1[12]\u00A0h( \d\d)? chez elle; appels de /).waitFor()
  expect(await violations(page)).toEqual([])
})

test('whatever page the call began on, coming back to the app asks how it went', async () => {
  await open({})
  await page.goto(`${app.url}/personnes/${idOf(1, 1)}`)
  await page.getByRole('main').getByRole('link', { name: 'Appeler', exact: true }).click()
  const asked = page.getByRole('dialog', { name: 'Comment ça s’est passé?' })
  await asked.getByText('Hélène Roy').waitFor()
  // The phone dropped the page during the call, and the app opens again somewhere else.
  await at(friday, '14:09')
  await page.goto(`${app.url}/bilan`)
  await asked.getByText('Hélène Roy').waitFor()
  await asked.getByRole('button', { name: 'Message laissé' }).click()
  await expect
    .poll(async () => (await onServer(page)).activity.map(({ outcome, contactIds, minutes }) => [outcome, contactIds, minutes]), { timeout: 20_000 })
    .toEqual([['message-left', [idOf(1, 1)], 9]])
  // Told once, it is not asked again.
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Bilan' }).waitFor()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  expect(await asked.count()).toBe(0)
})
