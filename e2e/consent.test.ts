import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, instantAt, mondayOf, type Instant } from '#method/calendar/day.ts'
import type { ConsentFact } from '#method/consent/consent.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
import { aPerson, everyDayIsWorked, onServer, sender, today, whoWrites, writeElsewhere, type Told } from './writing.ts'

let browser: Browser
let app: RunningApp
let device: BrowserContext
let page: Page

const hélène = idOf(1, 1)
const fields = {
  city: 'Drummondville',
  phones: [{ label: 'mobile', number: '+18195550142' }],
  emails: [{ label: '', address: 'helene@example.com' }],
}
const asked = (daysAgo: number): Told => ({
  at: todayAt('00:01'),
  change: {
    type: 'enquiry.record',
    enquiryId: idOf(11, 1),
    contactId: hélène,
    via: 'form',
    receivedAt: instantAt(addDays(today(), -daysAgo), '10:00', 'America/Toronto'),
    name: 'Hélène Roy',
    email: 'helene@example.com',
    phone: '',
    city: '',
    subject: 'Ateliers',
    words: 'Je cherche un atelier pour mon équipe.',
    language: 'fr',
    mayWrite: '',
  },
})
const noted = (n: number, fact: ConsentFact): Told => ({
  at: todayAt('00:01'),
  change: { type: 'consent.record', consentId: idOf(12, n), contactId: hélène, fact, occurredAt: todayAt('00:01').toISOString() as Instant },
})
const businessLine = noted(1, { type: 'line-kind', line: 'business' })

/** Two in the afternoon, some days from today, by the clock of Montreal. */
const afternoon = (days: number): Date => new Date(instantAt(addDays(today(), days), '14:00', 'America/Toronto'))
const link = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true })

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
})
afterEach(async () => {
  await device.close()
  await app.remove()
})

test('when the six months of her enquiry are over, writing is no longer proposed, the call is, and one sentence says why', async () => {
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', fields), asked(170), businessLine])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
  await link('Appeler').waitFor()
  await link('Courriel').waitFor()
  expect(await page.getByText('Pourquoi?').count()).toBe(0)

  await page.clock.setFixedTime(afternoon(20))
  await page.reload()
  await page.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
  await link('Appeler').waitFor()
  await link('Courriel').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /Pas proposé.*courriel.*Pourquoi\?/ }).click()
  await page
    .getByText(/Demande de renseignements du .*; permis jusqu’au .* seulement\./)
    .first()
    .waitFor()
  await page
    .getByText(/À la place.*Appeler/)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
})

test('« ne m’écrivez plus » hides writing at once, without network too; a yes said aloud brings it back with its ground', async () => {
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', fields), asked(10), businessLine])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(`${app.url}/personnes/${hélène}`)
  await link('Courriel').waitFor()
  const panel = page.getByRole('region', { name: 'Ce que je peux faire' })
  // The worker that keeps the shell must be in charge before the network goes.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await device.setOffline(true)
  await panel.getByRole('button', { name: 'Ne m’écrivez plus' }).click()
  await link('Courriel').waitFor({ state: 'hidden' })
  await link('Texto').waitFor({ state: 'hidden' })
  await link('Appeler').waitFor()
  await panel
    .getByText(/a demandé le .* de ne plus recevoir de messages/)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  // The page dropped and opened again, still without network: the wish is on the device.
  await page.reload()
  await link('Appeler').waitFor()
  await panel
    .getByText(/de ne plus recevoir de messages/)
    .first()
    .waitFor()
  expect(await link('Courriel').count()).toBe(0)
  await device.setOffline(false)
  await expect.poll(async () => (await onServer(page)).consent.map(({ fact }) => fact.type).sort(), { timeout: 30_000 }).toEqual(['line-kind', 'withdrawal'])

  // The next day, on the telephone: the words to say, and her yes.
  await page.clock.setFixedTime(afternoon(1))
  await page.reload()
  await panel.getByRole('button', { name: 'Elle accepte que je lui écrive' }).click()
  const sheet = page.getByRole('dialog', { name: 'Demander si on peut écrire' })
  await sheet.getByText('Je peux vous écrire quand je passe dans votre coin?').waitFor()
  await sheet.getByText(/Nadia Tremblay d’Atelier Nadia/).waitFor()
  expect(await violations(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Elle accepte que je lui écrive' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await link('Courriel').waitFor()
  await panel
    .getByText(/Consentement exprès du .*; aucune échéance\./)
    .first()
    .waitFor()
  // Nothing noted is ever taken away: the wish and the yes both stay in her history.
  const history = panel.getByRole('listitem')
  await history.filter({ hasText: 'Accepte qu’on lui écrive, de vive voix' }).waitFor()
  await history.filter({ hasText: /Ne veut plus/ }).waitFor()
})

test('in the evening, whose clock is not known is not proposed for a call: one sentence says why, and saying her clock opens it', async () => {
  const { phones } = fields
  await writeElsewhere(page, [everyDayIsWorked, aPerson(1, 'Hélène Roy', { phones }), businessLine])
  // A day of the week: on Saturday and Sunday the hours end before evening.
  await page.clock.setFixedTime(new Date(instantAt(addDays(mondayOf(today()), 7), '20:30', 'America/Toronto')))
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
  await page.getByText(/^Heure locale inconnue\s:/).waitFor()
  expect(await link('Appeler').count()).toBe(0)
  await page.getByRole('button', { name: 'Une autre heure…' }).click()
  await page.getByLabel('Elle vit à l’heure de').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Elle vit à l’heure de').selectOption({ label: 'Vancouver' })
  await link('Appeler').waitFor()
  // The west stopped changing its clocks in 2026: a browser may not have heard of it.
  await page.getByText(/^Il est 1[78]\sh\s30 chez elle; appels/).waitFor()
})

test('what was already done is noted without a word of law, even with someone who must not be contacted', async () => {
  await writeElsewhere(page, [
    everyDayIsWorked,
    aPerson(1, 'Hélène Roy', fields),
    noted(2, { type: 'withdrawal', scope: { type: 'all' }, means: 'call', words: '' }),
  ])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page
    .getByRole('region', { name: 'Ce que je peux faire' })
    .getByText(/ne plus être sollicitée/)
    .first()
    .waitFor()
  expect(await link('Courriel').count()).toBe(0)
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Jointe', exact: true }).click()
  await page.getByText('1 contact', { exact: true }).waitFor()
})

const talk: Told = {
  at: todayAt('00:01'),
  change: {
    type: 'event.put',
    event: {
      id: idOf(8, 1),
      title: 'Vendre sans se perdre',
      place: 'Drummondville',
      latitude: 45.8803,
      longitude: -72.4843,
      venue: '',
      day: addDays(today(), 35),
      time: '19:00',
      until: null,
      offerId: null,
      subjects: [],
      link: '',
      note: '',
      createdAt: todayAt('00:01').toISOString() as Instant,
      archivedAt: null,
    },
  },
}
const toWrite: Told = {
  at: todayAt('00:01'),
  change: {
    type: 'step.set',
    contactId: hélène,
    step: { due: today(), time: null, kind: 'email', promised: false, note: '', origin: 'chosen' },
  },
}

test('who said stop is written to by no path: Today, Suivis, her page, an invitation', async () => {
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', fields), toWrite, asked(10), businessLine, talk])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(`${app.url}/suivis`)
  // Before: the step says to write.
  await page.getByText(/^Écrire un courriel aujourd’hui/).waitFor()
  await writeElsewhere(page, [noted(2, { type: 'withdrawal', scope: { type: 'writing' }, means: 'reply', words: 'STOP' })])
  await page.reload()
  const says = async () => await page.getByRole('main').innerText()
  await page.getByText(/^Rappeler aujourd’hui/).waitFor()
  expect(await says()).not.toMatch(/écrire un courriel|texter/i)

  await page.goto(app.url)
  await link('Appeler').waitFor()
  expect(await page.getByRole('main').locator('a[href^="mailto:"], a[href^="sms:"]').count()).toBe(0)
  expect(await says()).not.toMatch(/écrire un courriel|texter/i)

  await page.goto(`${app.url}/personnes/${hélène}`)
  await link('Appeler').waitFor()
  await page.getByRole('region', { name: 'Prochain pas' }).getByText('Rappeler aujourd’hui').waitFor()
  expect(await page.getByRole('main').locator('a[href^="mailto:"], a[href^="sms:"]').count()).toBe(0)

  await page.goto(`${app.url}/evenements/${idOf(8, 1)}`)
  const who = page.getByRole('region', { name: 'Qui inviter' })
  await who.getByText('Téléphone', { exact: true }).waitFor()
  await who.getByRole('button', { name: 'Hélène Roy' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('link', { name: 'Appeler' }).waitFor()
  expect(await sheet.locator('a[href^="mailto:"], a[href^="sms:"]').count()).toBe(0)
  for (const name of ['Envoyer', 'Copier']) expect(await sheet.getByRole('button', { name, exact: true }).count()).toBe(0)
})

test('as long as the book of the law has not come, noting alone is offered; it comes with the network', async () => {
  await writeElsewhere(page, [
    everyDayIsWorked,
    whoWrites,
    aPerson(1, 'Hélène Roy', fields),
    noted(3, { type: 'inquiry', means: 'email', words: '' }),
    businessLine,
  ])
  await page.clock.setFixedTime(afternoon(0))
  const other = await newDevice(browser)
  // The screens kept for later would answer in place of the network.
  await other.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }))
  await other.addCookies(await device.cookies())
  const bare = await other.newPage()
  await bare.clock.setFixedTime(afternoon(0))
  // Whatever file the build gave the law to.
  const [file, ...more] = readdirSync('dist/web/assets').filter(
    (name) => name.endsWith('.js') && readFileSync(`dist/web/assets/${name}`, 'utf8').includes('list-unchecked'),
  )
  expect([file, more]).toEqual([expect.any(String), []])
  await bare.route(`**/assets/${file}`, (route) => route.abort())
  await bare.goto(app.url)
  await bare.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
  await bare.getByRole('button', { name: 'Noter un contact' }).waitFor()
  expect(await bare.getByRole('main').locator('a[href^="tel:"], a[href^="mailto:"], a[href^="sms:"]').count()).toBe(0)
  expect(await bare.getByText('Ni téléphone ni courriel dans sa fiche').count()).toBe(0)
  await bare.unroute(`**/assets/${file}`)
  await bare.evaluate(() => window.dispatchEvent(new Event('online')))
  await bare.getByRole('main').getByRole('link', { name: 'Appeler', exact: true }).waitFor()
  await other.close()
})

const types = async () => (await onServer(page)).consent.map(({ fact }) => fact.type)

test('a stranger at home is called once her number was looked up, in one tap, and the registration is known', async () => {
  const registered: Told = {
    at: todayAt('00:02'),
    change: { type: 'settings.put', fields: { sender: { ...sender, callRegistration: { number: 'R-1001', areaCodes: ['819'], listDate: null } } } },
  }
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', fields)])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(`${app.url}/personnes/${hélène}`)
  const why = page.getByRole('button', { name: /Pas proposé.*appel.*Pourquoi\?/ })
  await why.click()
  await page.getByRole('button', { name: /^Vérifié.: pas sur la liste$/ }).click()
  await page.getByRole('button', { name: 'Mon inscription à la liste' }).waitFor()
  expect(await link('Appeler').count()).toBe(0)
  await writeElsewhere(page, [registered])
  await page.reload()
  await link('Appeler').waitFor()
  expect(await types()).toEqual(['national-list-check'])
  // Found on it since: the later word of the same version closes the telephone again.
  await page.getByRole('button', { name: 'Autre chose…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Autre chose à noter' })
  await sheet.getByRole('button', { name: 'Liste nationale vérifiée' }).click()
  await sheet.getByText('Sur la liste', { exact: true }).click()
  await sheet.getByRole('button', { name: 'Noter la vérification' }).click()
  await link('Appeler').waitFor({ state: 'hidden' })
})

test('each fact that the law knows has its small form on her page, and opens what it opens', async () => {
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', fields)])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(`${app.url}/personnes/${hélène}`)
  const panel = page.getByRole('region', { name: 'Ce que je peux faire' })
  const sheet = page.getByRole('dialog', { name: 'Autre chose à noter' })
  const open = async (name: string) => {
    await panel.getByRole('button', { name: 'Autre chose…' }).click()
    await sheet.getByRole('button', { name }).click()
    expect(await violations(page)).toEqual([])
  }
  const note = async (name: string) => {
    await sheet.getByRole('button', { name, exact: true }).click()
    await sheet.waitFor({ state: 'hidden' })
  }
  expect(await link('Courriel').count()).toBe(0)
  await open('Un contrat écrit nous lie')
  await sheet.getByLabel('Depuis le').fill(addDays(today(), -400))
  await sheet.getByLabel('Lequel').fill('Accompagnement de groupe')
  await note('Noter le contrat')
  await link('Courriel').waitFor()
  await panel.getByText(/Contrat écrit.: Accompagnement de groupe/).waitFor()

  await open('Un contrat ou un abonnement se termine')
  await sheet.getByLabel('Dernier jour').fill(addDays(today(), -1))
  await note('Noter la fin')

  await open('Elle est abonnée ou membre')
  await sheet.getByLabel('Quelle sorte').selectOption({ label: 'Adhésion' })
  await sheet.getByLabel('Depuis le').fill(addDays(today(), -30))
  await note('Noter l’abonnement')

  await open('Son adresse est publiée')
  await sheet.getByLabel('Adresse de la page').fill('https://exemple.ca/equipe')
  await sheet.getByLabel('Sa fonction').fill('Directrice RH')
  await sheet.getByLabel('En quoi votre offre touche cette fonction').fill('Formation de son équipe')
  await note('Noter l’adresse publiée')

  await open('C’est une personne proche')
  await sheet.getByText('On s’écrit ou se parle des deux côtés, de plein gré').click()
  await note('Noter la relation')

  await open('Je lui ai dit à quoi sert son adresse')
  await sheet.getByLabel('Comment elle l’a su').fill('Dit au salon')
  await note('Noter')

  await open('Elle accepte d’être appelée')
  await sheet.getByLabel('Où est la preuve').fill('Son courriel du 3 mars')
  await note('Noter son accord')
  await link('Appeler').waitFor()

  await open('Un don, du bénévolat ou une assemblée')
  await sheet.getByRole('button', { name: 'Noter', exact: true }).click()
  await sheet.getByText('Dites quel jour, aujourd’hui au plus tard.').waitFor()
  expect(await violations(page)).toEqual([])
  await sheet.getByLabel('Quel jour').fill(addDays(today(), -40))
  await sheet.getByLabel('Où est la preuve').fill('Reçu 81')
  await note('Noter')

  await open('Elle vient d’une entreprise que j’ai reprise')
  await sheet.getByLabel('Quel jour').fill(addDays(today(), -200))
  await sheet.getByLabel('Entreprise reprise').fill('Ancien atelier')
  await sheet.getByLabel('Reprise le').fill(addDays(today(), -100))
  await note('Noter')

  await open('Elle accepte par écrit que je lui écrive')
  await sheet.getByLabel('Ce à quoi elle a dit oui').fill('Écrivez-moi pour vos ateliers')
  await sheet.getByLabel('Où est la preuve').fill('Son courriel du 3 mars')
  await note('Noter son accord')
  await panel.getByRole('button', { name: /^Tout voir/ }).click()
  await panel.getByText(/Accepte qu’on lui écrive, par écrit/).waitFor()
  await panel.getByText(/^Don.: Reçu 81/).waitFor()
  await panel.getByText(/^Achat à une entreprise reprise, le .*: Ancien atelier/).waitFor()

  await expect
    .poll(types, { timeout: 30_000 })
    .toEqual(
      expect.arrayContaining([
        'contract',
        'ended',
        'membership',
        'address-published',
        'close-relationship',
        'informed',
        'consent-to-call',
        'non-business',
        'inherited',
        'express-consent',
      ]),
    )
})

test('a call asked for at her own hour is promised at the hour it is where one works', async () => {
  await writeElsewhere(page, [everyDayIsWorked, aPerson(1, 'Hélène Roy', { ...fields, city: 'St. John’s', zone: 'America/St_Johns', country: 'CA' }, 5)])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page.getByRole('button', { name: 'Rappelez-moi…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Rappel demandé' })
  await sheet.getByLabel('Quel jour').fill(addDays(today(), 1))
  await sheet.getByLabel('À quelle heure').fill('14:00')
  // Newfoundland is an hour and a half ahead of Montreal, summer and winter.
  await sheet.getByText(/^Chez vous, ce sera demain à 12\sh\s30\.$/).waitFor()
  expect(await violations(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Noter le rappel' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await expect
    .poll(async () => (await onServer(page)).contact.map(({ nextStep }) => [nextStep?.due, nextStep?.time, nextStep?.promised]), { timeout: 20_000 })
    .toEqual([[addDays(today(), 1), '12:30', true]])
  expect((await onServer(page)).consent.map(({ fact }) => fact)).toMatchObject([{ type: 'call-back', on: addDays(today(), 1), time: '14:00' }])
})

test('a tap on the wrong wish is taken back at once: the call is there again, and the proof keeps both', async () => {
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', fields), businessLine])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(`${app.url}/personnes/${hélène}`)
  await link('Appeler').waitFor()
  const panel = page.getByRole('region', { name: 'Ce que je peux faire' })
  await panel.getByRole('button', { name: 'Ne m’appelez plus' }).click()
  await link('Appeler').waitFor({ state: 'hidden' })
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Annuler' }).click()
  await link('Appeler').waitFor()
  expect(await panel.getByText('Ne veut plus être appelée').count()).toBe(0)
  await expect.poll(types, { timeout: 20_000 }).toEqual(expect.arrayContaining(['do-not-call', 'noted-by-mistake']))
  await page.goto(`${app.url}/personnes/${hélène}/preuve`)
  await page.getByText('Noté par erreur, annulé aussitôt').waitFor()
  await page.getByText('Ne veut plus être appelée').first().waitFor()
  expect(await violations(page)).toEqual([])
})
