import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Instant } from '#method/calendar/day.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { aMailServer, useMailServer } from './mail-server.ts'
import { enter, newDevice, openBrowser, todayAt, undoInMessage, violations } from './phone.ts'
import { aPerson, everyDayIsWorked, onServer, saidYes, whoWrites, writeElsewhere, type Told } from './writing.ts'

let browser: Browser
let app: RunningApp
let device: BrowserContext
let page: Page
let sheet: Locator

const hélène = idOf(1, 1)
const fields = {
  city: 'Drummondville',
  phones: [{ label: 'mobile', number: '+18195550142' }],
  emails: [{ label: '', address: 'helene@example.com' }],
}
const yes: Told = {
  at: todayAt('00:01'),
  change: { type: 'consent.record', consentId: idOf(12, 1), contactId: hélène, fact: saidYes, occurredAt: todayAt('00:01').toISOString() as Instant },
}
const closing = ['Nadia Tremblay, Atelier Nadia', '12, rue Principale, Québec', 'nadia@example.com']

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})
beforeEach(async () => {
  app = await startApp()
  device = await newDevice(browser)
  page = await enter(device, app.link)
  sheet = page.getByRole('dialog')
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', fields), yes])
})
afterEach(async () => {
  await device.close()
  await app.remove()
})

const written = async (link: Locator): Promise<string> => decodeURIComponent((await link.getAttribute('href')) ?? '')

test('from Today a message is begun with her details, changed, opened with the lines of the law, and noted once it left', async () => {
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
  // The bare way stays one tap, and an empty letter already says who writes and how to stop it.
  const bare = await written(page.getByRole('main').getByRole('link', { name: 'Courriel', exact: true }))
  for (const line of [...closing, 'répondez ARRÊT']) expect(bare).toContain(line)

  await page.getByRole('button', { name: 'Préparer un message' }).click()
  await sheet.getByRole('heading', { name: 'Écrire à Hélène Roy' }).waitFor()
  expect(await sheet.getByLabel('Modèle').locator('option').allInnerTexts()).toEqual(
    expect.arrayContaining(['Prendre des nouvelles', 'Remercier', 'Répondre à une demande', 'Un mot', 'Say thank you (English)']),
  )
  const words = sheet.getByRole('textbox', { name: 'Message' })
  expect(await words.inputValue()).toMatch(/^Bonjour Hélène,/)
  await words.fill('Bonjour Hélène,\n\nComment s’est passé votre lancement?')
  await sheet.getByText('Aperçu', { exact: true }).click()
  for (const line of [...closing, 'répondez ARRÊT']) await sheet.getByText(line).first().waitFor()
  expect(await violations(page)).toEqual([])

  await sheet.getByText('Par texto', { exact: true }).click()
  const text = await written(sheet.getByRole('link', { name: 'Texto' }))
  expect(text).toMatch(/^sms:\+18195550142\?&body=Bonjour Hélène,\n\nComment s’est passé votre lancement\?\n/)
  for (const line of [...closing, 'ARRÊT pour ne plus recevoir de textos. STOP to unsubscribe.']) expect(text).toContain(line)

  await sheet.getByText('Par courriel', { exact: true }).click()
  const letter = sheet.getByRole('link', { name: 'Courriel' })
  const mail = await written(letter)
  expect(mail).toMatch(/^mailto:helene@example\.com\?subject=Je prends de vos nouvelles&body=Bonjour Hélène,/)
  for (const line of [...closing, 'répondez ARRÊT']) expect(mail).toContain(line)
  await letter.click()
  expect((await onServer(page)).activity).toEqual([])
  await sheet.getByRole('button', { name: 'Courriel envoyé' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await expect.poll(async () => (await onServer(page)).activity.map(({ kind, outcome }) => [kind, outcome]), { timeout: 30_000 }).toEqual([['email', 'sent']])
  await (await undoInMessage(page)).click()
  await expect.poll(async () => (await onServer(page)).activity.map(({ voidedAt }) => voidedAt !== null), { timeout: 30_000 }).toEqual([true])
})

test('an enquiry is answered in writing from the template that answers, once it is known whose it is', async () => {
  await writeElsewhere(page, [
    {
      at: todayAt('00:02'),
      change: {
        type: 'enquiry.record',
        enquiryId: idOf(11, 1),
        contactId: null,
        via: 'email',
        receivedAt: todayAt('00:02').toISOString() as Instant,
        name: 'Claire Dion',
        email: 'claire@example.com',
        phone: '',
        city: '',
        subject: 'Atelier',
        words: 'Offrez-vous un atelier pour deux?',
        language: 'fr',
        mayWrite: '',
      },
    },
  ])
  await page.goto(`${app.url}/demandes`)
  await page.getByRole('button', { name: 'Courriel', exact: true }).click()
  await sheet.getByRole('heading', { name: 'Écrire à Claire Dion' }).waitFor()
  expect(await sheet.getByRole('textbox', { name: 'Objet' }).inputValue()).toBe('Votre message')
  expect(await sheet.getByRole('textbox', { name: 'Message' }).inputValue()).toMatch(/^Bonjour Claire,\n\nMerci de m’avoir écrit/)
  await sheet.getByRole('link', { name: 'Courriel' }).click()
  await sheet.getByRole('button', { name: 'Courriel envoyé' }).click()
  await page.getByText('Personne n’attend de réponse').waitFor()
  expect(await violations(page)).toEqual([])
})

test('what is given to Entrain counts once it has left; what is refused says why, and leaves at the second try', async () => {
  const mail = await aMailServer()
  try {
    expect(await useMailServer(page, mail)).toBe(200)
    mail.refuses = true
    await page.goto(`${app.url}/personnes/${hélène}`)
    await page.getByRole('button', { name: 'Préparer un message' }).click()
    await sheet.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await sheet.waitFor({ state: 'hidden' })
    const story = page.getByRole('region', { name: 'Histoire' })
    await story.getByText(/^Le courriel n’est pas parti.: votre serveur a refusé cette adresse/).waitFor()
    await page.getByText('Pas encore contactée').waitFor()
    expect(await violations(page)).toEqual([])

    await page.goto(`${app.url}/suivis`)
    const toTakeUp = page.getByRole('region', { name: 'Courriels à reprendre' })
    mail.refuses = false
    await toTakeUp.getByRole('button', { name: 'Réessayer' }).click()
    await toTakeUp.waitFor({ state: 'hidden' })
    await page.goto(`${app.url}/personnes/${hélène}`)
    await page.getByText('1 contact', { exact: true }).waitFor()
    await story.getByRole('button', { name: /^Courriel – Je prends de vos nouvelles/ }).waitFor()
    expect(mail.received).toHaveLength(1)
    const { message, activity } = await onServer(page)
    expect(message.map(({ state }) => state).sort()).toEqual(['cancelled', 'sent'])
    expect(activity.map(({ id }) => id)).toEqual(message.filter(({ state }) => state === 'sent').map(({ id }) => id))
  } finally {
    await mail.close()
  }
})

test('without the network a message waits with the rest, and leaves when the network is back', async () => {
  const mail = await aMailServer()
  try {
    expect(await useMailServer(page, mail)).toBe(200)
    await page.goto(`${app.url}/personnes/${hélène}`)
    const send = sheet.getByRole('button', { name: 'Envoyer', exact: true })
    await page.getByRole('button', { name: 'Préparer un message' }).click()
    await send.waitFor()
    await sheet.getByRole('button', { name: 'Fermer' }).click()
    await device.setOffline(true)
    await page.getByRole('button', { name: 'Préparer un message' }).click()
    await send.click()
    const story = page.getByRole('region', { name: 'Histoire' })
    await story.getByText(/^Courriel en attente d’envoi/).waitFor()
    await page.getByText('Pas encore contactée').waitFor()
    expect(mail.received).toHaveLength(0)
    await device.setOffline(false)
    await page.getByText('1 contact', { exact: true }).waitFor()
    expect(mail.received).toHaveLength(1)
  } finally {
    await mail.close()
  }
})

test('a message that may have left is never sent again: who knows says that it did, and it counts then', async () => {
  const mail = await aMailServer()
  try {
    expect(await useMailServer(page, mail)).toBe(200)
    mail.goes = true
    await page.goto(`${app.url}/personnes/${hélène}`)
    await page.getByRole('button', { name: 'Préparer un message' }).click()
    await sheet.getByRole('button', { name: 'Envoyer', exact: true }).click()
    const story = page.getByRole('region', { name: 'Histoire' })
    await story.getByText(/^Courriel peut-être parti/).waitFor()
    expect(await story.getByRole('button', { name: 'Réessayer' }).count()).toBe(0)
    await page.goto(`${app.url}/suivis`)
    const toTakeUp = page.getByRole('region', { name: 'Courriels à reprendre' })
    await toTakeUp.getByRole('button', { name: 'Il est bien parti' }).click()
    await toTakeUp.waitFor({ state: 'hidden' })
    await expect.poll(async () => (await onServer(page)).activity.map(({ kind }) => kind), { timeout: 30_000 }).toEqual(['email'])
    const { message, activity } = await onServer(page)
    expect(activity.map(({ id }) => id)).toEqual(message.map(({ id }) => id))
    expect(mail.received).toHaveLength(1)
  } finally {
    await mail.close()
  }
})

test('on a sequence, a message starts from the template that its step names', async () => {
  const [templateId, sequenceId] = [idOf(13, 1), idOf(14, 1)]
  await writeElsewhere(page, [
    {
      at: todayAt('00:01'),
      change: {
        type: 'template.put',
        template: {
          id: templateId,
          name: 'Après l’atelier',
          purpose: 'other',
          language: 'fr',
          subject: 'Notre atelier',
          body: 'Bonjour {prénom}, et depuis l’atelier?',
          archived: false,
        },
      },
    },
    {
      at: todayAt('00:01'),
      change: { type: 'sequence.put', sequence: { id: sequenceId, name: 'Après un atelier', steps: [{ day: 0, kind: 'email', templateId }], archived: false } },
    },
    {
      at: todayAt('00:02'),
      change: { type: 'contact.edit', contactId: hélène, fields: { sequence: { id: sequenceId, startedAt: todayAt('00:02').toISOString() as Instant } } },
    },
  ])
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page.getByText(/Modèle.: Après l’atelier/).waitFor()
  await page.getByRole('button', { name: 'Préparer un message' }).click()
  await sheet.getByRole('heading', { name: 'Écrire à Hélène Roy' }).waitFor()
  expect(await sheet.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Bonjour Hélène, et depuis l’atelier?')
  expect(await sheet.getByRole('textbox', { name: 'Objet' }).inputValue()).toBe('Notre atelier')
})
