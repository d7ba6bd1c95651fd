import type { Page } from 'playwright-core'
import { addDays, dayOf, mondayOf, type Day, type Instant } from '#method/calendar/day.ts'
import { dailyChallenge } from '#method/challenge/challenge-template.ts'
import { workingDayFrom } from '#method/calendar/schedule.ts'
import { idOf } from '#test/operations.ts'
import { todayAt, type Looks } from '../e2e/phone.ts'
import { writeElsewhere } from '../e2e/writing.ts'

/** What the pictures of the parts are taken with. */
export type Studio = {
  readonly url: string
  readonly open: (looks: Looks) => Promise<Page>
  readonly picture: (page: Page, name: string) => Promise<void>
  /** Whether any of these pictures is asked for. */
  readonly wants: (...names: readonly string[]) => boolean
}

const zone = 'America/Toronto'
const today = (): Day => dayOf(todayAt('12:00').toISOString() as Instant, zone)
const talk = idOf(8, 900)
const notebook = `Personne;Courriel;Date;Heure;Geste;Résultat;Montant
Nathalie Gagnon;nathalie@exemple.ca;03/02/2026;14 h 30;Appel;Message laissé;
Nathalie Gagnon;nathalie@exemple.ca;05/02/2026;9:15;Appel;Jointe;
Nathalie Gagnon;nathalie@exemple.ca;10/02/2026;;Rencontre;Intéressée;1 234,56 $
Luc Roy;;15/02/2026;;Courriel;;
`

/** The parts of Entrain beyond the day itself, each from the demonstration. */
export const picturesOfParts = async ({ url, open, picture, wants }: Studio): Promise<void> => {
  if (wants('bilan-fr')) {
    const page = await open({})
    await page.goto(`${url}/bilan`)
    const curve = page.getByRole('region', { name: 'Combien de contacts avant une vente?' })
    await curve.scrollIntoViewIfNeeded()
    await curve.evaluate((one) => one.scrollIntoView({ block: 'start' }))
    await picture(page, 'bilan-fr')
  }
  if (wants('plan-fr')) await plan(await open({}), url, picture)
  if (wants('review-fr')) {
    const page = await open({})
    const first = workingDayFrom(addDays(mondayOf(today()), 7), { schedules: [], daysOff: [] })
    await page.clock.setFixedTime(new Date(`${first}T14:00:00Z`))
    await page.goto(`${url}/revue`)
    await page.getByRole('heading', { name: 'Ce que vous avez fait' }).waitFor()
    await picture(page, 'review-fr')
  }
  if (wants('challenge-fr')) {
    const page = await open({})
    const lines = [
      { kind: 'phone', relationship: null, perDay: 8 },
      { kind: 'email', relationship: null, perDay: 3 },
    ] as const
    const made = dailyChallenge(lines, addDays(today(), -14), 21, { schedules: [], daysOff: [] })
    const rest = { title: '21 jours', pauses: [], endedAt: null, stakes: 'Un souper au restaurant avec Marc.', template: '21-days', joinedOn: null }
    await writeElsewhere(page, [{ at: new Date(), change: { type: 'challenge.put', challenge: { id: idOf(9, 900), ...made, ...rest } } }])
    await page.goto(`${url}/defis`)
    await page.getByRole('heading', { name: '21 jours' }).waitFor()
    await picture(page, 'challenge-fr')
  }
  if (wants('event-fr')) await event(await open({}), url, picture)
  if (wants('brief-fr')) {
    const page = await goingOn(await open({}))
    await page.getByRole('button', { name: 'Préparer l’appel' }).filter({ visible: true }).first().click()
    await page.getByRole('dialog').waitFor()
    await picture(page, 'brief-fr')
  }
  if (wants('consent-fr')) {
    const page = await goingOn(await open({}))
    await page
      .getByRole('button', { name: /Pourquoi\?$/ })
      .filter({ visible: true })
      .first()
      .click()
    await page.getByText(/^À la place/).evaluate((one) => one.scrollIntoView({ block: 'center' }))
    await picture(page, 'consent-fr')
  }
  if (wants('past-fr')) {
    const page = await open({})
    await page.goto(`${url}/personnes/importer/activites`)
    await page.locator('input[type=file]').setInputFiles({ name: 'cahier.csv', mimeType: 'text/csv', buffer: Buffer.from(notebook) })
    await page.getByRole('button', { name: /^Importer \d+ activités/ }).waitFor()
    await picture(page, 'past-fr')
  }
}

/** Once the day is won, the next person is there for whoever goes on. */
const goingOn = async (page: Page): Promise<Page> => {
  const more = page.getByRole('button', { name: 'Continuer, sans nouvelle cible' })
  const call = page.getByRole('button', { name: 'Préparer l’appel' }).filter({ visible: true }).first()
  await more.or(call).first().waitFor()
  if (await more.isVisible()) await more.click()
  return page
}

const plan = async (page: Page, url: string, picture: Studio['picture']): Promise<void> => {
  const next = () => page.getByRole('button', { name: 'Continuer' }).click()
  await page.goto(`${url}/plan`)
  await page.getByLabel('Votre souhait').fill('Vendre 2 000 $ par mois')
  await next()
  await page.getByRole('button', { name: 'En faire un plan' }).click()
  await next()
  await next()
  await page.getByRole('button', { name: 'Voir le plan' }).click()
  await page.getByText('personnes par jour travaillé').waitFor()
  await picture(page, 'plan-fr')
}

const event = async (page: Page, url: string, picture: Studio['picture']): Promise<void> => {
  const at = new Date()
  await writeElsewhere(page, [
    {
      at,
      change: {
        type: 'event.put',
        event: {
          id: talk,
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
          createdAt: at.toISOString() as Instant,
          archivedAt: null,
        },
      },
    },
  ])
  await page.goto(`${url}/evenements/${talk}`)
  const who = page.getByRole('region', { name: 'Qui inviter' })
  await who.getByRole('button').first().waitFor()
  await who.evaluate((one) => one.scrollIntoView({ block: 'start' }))
  await picture(page, 'event-fr')
}
