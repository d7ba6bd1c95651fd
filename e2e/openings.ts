import type { Page } from 'playwright-core'
import { idOf } from '#test/operations.ts'

/** A sheet or a form that opens over a place, by its words in both languages. */
export type Opening = { readonly name: string; readonly place: string; readonly open: (page: Page) => Promise<void> }

const sheet = (page: Page) => page.getByRole('dialog')
/** A screen whose file neither the worker nor the network gives any more; what would take the newest version has tried already. */
const stop = async (page: Page) => {
  await page.evaluate(async () => {
    sessionStorage.setItem('entrain-reloaded', '1')
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
    for (const name of await caches.keys()) await caches.delete(name)
  })
  const file = '**/assets/harvest-screen-*.js'
  await page.route(file, (route) => route.abort())
  await page.goto(new URL('/recolte', page.url()).href)
  await page.getByRole('heading', { level: 1, name: /^(Cet écran s’est arrêté|This screen stopped)$/ }).waitFor()
  await page.unroute(file)
}
const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click()
/** The card of the first person. */
export const card = `/personnes/${idOf(1, 1)}`
const tile = async (page: Page, name: RegExp) => {
  await page
    .getByRole('group', { name: /^(Noter une activité|Log an activity)$/ })
    .getByRole('button', { name })
    .click()
  await sheet(page).waitFor()
}
const called = async (page: Page) => {
  await page
    .getByRole('link', { name: /^(Appeler|Call)/ })
    .first()
    .click()
  await sheet(page).waitFor()
}

const added = (page: Page, part: RegExp) =>
  page
    .getByRole('region', { name: part })
    .getByRole('button', { name: /^(Ajouter|Add)$/ })
    .click()

// What someone allows, gives or asks, each told in its own form.
const facts = [
  ['a yes said aloud', /^(Elle accepte que je lui écrive|Agrees that I write)$/],
  ['a call asked for', /^(Rappelez-moi…|Call me back…)$/],
  ['a business card', /^(Carte d’affaires…|Business card…)$/],
  ['a referral', /^(Recommandation…|Referral…)$/],
  ['what she did before', /^(Achat ou demande d’avant…|Earlier purchase or inquiry…)$/],
] as const

/** What opens over the places: each kind of sheet once, and the parts that unfold in it. */
export const openings: readonly Opening[] = [
  {
    name: 'the palette',
    place: '/bilan',
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await sheet(page).getByRole('combobox').fill('a')
    },
  },
  {
    name: 'the shortcuts',
    place: '/bilan',
    open: async (page) => {
      await page.keyboard.press('?')
      await sheet(page).waitFor()
    },
  },
  { name: 'who a call was with', place: '/', open: (page) => tile(page, /^(Appel|Call)$/) },
  { name: 'an event', place: '/', open: (page) => tile(page, /^(Réseautage|Networking)$/) },
  { name: 'a post', place: '/', open: (page) => tile(page, /^(Publication|Post)$/) },
  {
    name: 'the outcome and its next step',
    place: '/',
    open: async (page) => {
      await called(page)
      await sheet(page)
        .getByRole('button', { name: /^(Changer|Change)$/ })
        .click()
      await sheet(page)
        .getByRole('button', { name: /^Note$/ })
        .click()
    },
  },
  {
    name: 'the outcome, a sale',
    place: '/',
    open: async (page) => (
      await called(page),
      sheet(page)
        .getByRole('button', { name: /^(Vente|Sale)$/ })
        .click()
    ),
  },
  {
    name: 'the outcome, not now',
    place: '/',
    open: async (page) => (
      await called(page),
      sheet(page)
        .getByRole('button', { name: /^(Pas maintenant|Not now)/ })
        .click()
    ),
  },
  ...(['Une date|A date', 'Une offre|An offer', 'Autre condition|Another condition'] as const).map((condition): Opening => ({
    name: `the outcome, not now: ${condition}`,
    place: '/',
    open: async (page) => {
      await called(page)
      await sheet(page)
        .getByRole('button', { name: /^(Pas maintenant|Not now)/ })
        .click()
      await sheet(page)
        .getByRole('button', { name: new RegExp(`^(${condition})$`) })
        .click()
    },
  })),
  {
    name: 'the outcome, a meeting',
    place: '/',
    open: async (page) => (
      await called(page),
      sheet(page)
        .getByRole('button', { name: /^(Rendez-vous|Meeting)/ })
        .click()
    ),
  },
  {
    name: 'an enquiry that waits',
    place: '/',
    open: (page) => page.getByRole('heading', { level: 2, name: 'Dora Lind' }).waitFor(),
  },
  { name: 'later', place: '/', open: (page) => press(page, /^(Plus tard|Later)$/) },
  { name: 'letting go', place: '/suivis', open: (page) => press(page, /^(Lâcher prise pour|Let .+ go)/) },
  {
    name: 'an activity, to correct',
    place: card,
    open: async (page) => {
      await page
        .getByRole('region', { name: /^(Histoire|History)$/ })
        .getByRole('listitem')
        .getByRole('button', { name: /Ann spoke/ })
        .click()
      await sheet(page)
        .getByRole('button', { name: /^(Corriger|Correct)$/ })
        .click()
    },
  },
  {
    name: 'before a call',
    place: card,
    open: async (page) => (await press(page, /^(Préparer l’appel|Prepare the call)$/), sheet(page).waitFor()),
  },
  ...facts.map(([name, chip]): Opening => ({ name, place: card, open: async (page) => (await press(page, chip), sheet(page).waitFor()) })),
  { name: 'a merge', place: card, open: (page) => press(page, /^(Fusionner|Merge)$/) },
  {
    name: 'a merge, compared',
    place: card,
    open: async (page) => {
      await press(page, /^(Fusionner|Merge)$/)
      await sheet(page).getByRole('combobox').fill('Bob')
      await sheet(page).getByRole('option').first().click()
      await sheet(page).getByRole('table').waitFor()
    },
  },
  {
    name: 'a not now, changed',
    place: `/personnes/${idOf(1, 3)}`,
    open: async (page) => (await press(page, /^(Modifier son|Edit the)/), sheet(page).waitFor()),
  },
  {
    name: 'a sequence of follow-ups',
    place: '/reglages/suites',
    open: async (page) => (await press(page, /^(Nouvelle suite|New sequence)$/), sheet(page).waitFor()),
  },
  { name: 'the filters', place: '/personnes', open: (page) => press(page, /^(Filtrer|Filter)/) },
  { name: 'an enquiry, pasted', place: '/demandes', open: async (page) => (await press(page, /^(Ajouter|Add)$/), sheet(page).waitFor()) },
  {
    name: 'an enquiry, told',
    place: '/demandes',
    open: async (page) => {
      await press(page, /^(Ajouter|Add)$/)
      await press(page, /^(Écrire moi-même|Write it myself)$/)
      await sheet(page)
        .getByLabel(/^(Nom|Name)$/)
        .waitFor()
    },
  },
  {
    name: 'the public form, closed until others can open Entrain',
    place: '/demandes',
    open: async (page) => {
      await page.getByText(/^(Pour l’instant, Entrain n’a une adresse que pour vous|For now, Entrain has an address for you only)/).waitFor()
    },
  },
  {
    name: 'a template',
    place: '/reglages/modeles',
    open: async (page) => (await press(page, /^(Nouveau modèle|New template)$/), sheet(page).waitFor()),
  },
  {
    name: 'one’s own mail server',
    place: '/reglages/courriel',
    open: async (page) => {
      await page.locator('form input').first().waitFor()
    },
  },
  { name: 'a sale', place: '/recolte', open: (page) => press(page, /^(Noter une vente|Log a sale)$/) },
  {
    name: 'a refund',
    place: '/recolte',
    open: async (page) => {
      await press(page, /^Ann Moore$/)
      await press(page, /^(Rembourser|Refund)/)
    },
  },
  { name: 'another goal', place: '/reglages/objectif', open: (page) => press(page, /^(Ajouter un objectif|Add a goal)$/) },
  {
    name: 'a day off',
    place: '/reglages/calendrier',
    open: async (page) => {
      await page.getByLabel(/^(Premier jour|First day)$/).fill('2031-07-02')
      await page.getByLabel(/^(Dernier jour|Last day)$/).fill('2031-07-01')
    },
  },
  { name: 'a kind of one’s own', place: '/reglages', open: (page) => added(page, /^(Mes genres|My kinds)/) },
  { name: 'an offer', place: '/reglages', open: (page) => added(page, /^(Mes offres|My offers)/) },
  { name: 'a key', place: '/reglages/compte', open: (page) => press(page, /^(Créer|Create)$/) },
  { name: 'an invitation', place: '/reglages/equipe', open: (page) => press(page, /^(Inviter|Invite)/) },
  {
    name: 'an address that leads nowhere',
    place: '/nulle-part',
    open: (page) => page.getByRole('heading', { level: 1, name: /^(Cette page n’existe pas|This page does not exist)$/ }).waitFor(),
  },
  { name: 'a screen that stopped', place: '/plus', open: stop },
]
