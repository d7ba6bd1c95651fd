import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, instantAt } from '#method/calendar/day.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, violations } from './phone.ts'
import { aTouch, everyDayIsWorked, onServer, today, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

const card = (page: Page, name: string) => page.getByRole('region', { name })
const startNew = async (page: Page): Promise<void> => {
  await page.goto(`${app.url}/defis`)
  await page.getByRole('button', { name: 'Nouveau' }).click()
  await page.getByRole('dialog').waitFor()
}
const touch = (n: number, kind: string) => aTouch(n, [], { kind, outcome: kind === 'email' ? 'sent' : 'no-answer' })

type Shared = { readonly name: string; readonly type: string; readonly isSame: boolean }

/** This browser shares nothing: it is given what a phone has, which tells what it was handed, and refuses once she changed her mind. */
const sharingDevice = async (page: Page): Promise<() => Promise<readonly Shared[]>> => {
  await page.evaluate(() => {
    const handed: Shared[] = []
    const asked = (files: readonly File[] = []) => files.length === 1 && files.every(({ type }) => type === 'image/png')
    Object.assign(globalThis, { handed })
    Object.defineProperty(navigator, 'canShare', { configurable: true, value: ({ files }: { files?: readonly File[] }) => asked(files) })
    Object.defineProperty(navigator, 'share', {
      configurable: true,
      value: async ({ files = [] }: { files?: readonly File[] }) => {
        for (const file of files) {
          const { width, height } = await createImageBitmap(file)
          handed.push({ name: file.name, type: file.type, isSame: width === 1080 && height === 1080 })
        }
        if (document.documentElement.dataset['mind'] === 'changed') throw new DOMException('she changed her mind', 'AbortError')
      },
    })
  })
  return () => page.evaluate(() => (globalThis as unknown as { readonly handed: readonly Shared[] }).handed)
}

test('a challenge from a template and one activity more: logged, paused, taken up again, won, and its certificate kept', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await writeElsewhere(page, [everyDayIsWorked])
  await startNew(page)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '20 par jour', exact: true }).click()
  await dialog.getByLabel('Par jour travaillé').fill('2')
  await dialog.getByRole('button', { name: 'Ajouter une activité' }).click()
  const second = dialog.getByRole('group', { name: 'Activité 2' })
  await second.getByLabel('Quelle activité').selectOption('email')
  await second.getByLabel('Par jour travaillé').fill('1')
  await dialog.getByLabel('Jours travaillés').fill('1')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Commencer aujourd’hui' }).click()
  const mine = card(page, '20 par jour')
  await mine.getByText('0 sur 3. Jour 1 sur 1.').waitFor()
  await mine.getByText('1 courriel').waitFor()

  // Two lines: an e-mail is a person of the first and an e-mail of the second.
  await writeElsewhere(page, [touch(1, 'phone')])
  await page.reload()
  await mine.getByText('1 sur 3. Jour 1 sur 1.').waitFor()
  await mine.getByRole('button', { name: 'Mettre en pause' }).click()
  await mine.getByText('En pause').waitFor()
  await mine.getByRole('button', { name: 'Reprendre' }).click()
  await mine.getByText('En cours').waitFor()
  await mine.getByText('1 sur 3. Jour 1 sur 1.').waitFor()
  expect(await violations(page)).toEqual([])

  await writeElsewhere(page, [touch(2, 'email')])
  await page.reload()
  await mine.getByText('Réussi').waitFor()
  expect(await violations(page)).toEqual([])
  const [saved] = await Promise.all([page.waitForEvent('download'), mine.getByRole('button', { name: 'Garder le certificat' }).click()])
  const image = readFileSync(await saved.path())
  expect(saved.suggestedFilename()).toBe('entrain.png')
  expect(image.subarray(1, 4).toString()).toBe('PNG')
  // Width and height, in the header of every PNG.
  expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1080, 1080])

  // Where the device can share, it is given to whatever she chooses; once she changes her mind, nothing is kept nor said.
  const shared = await sharingDevice(page)
  const keep = mine.getByRole('button', { name: 'Garder le certificat' })
  let downloads = 0
  page.on('download', () => (downloads += 1))
  await keep.click()
  await expect.poll(shared).toEqual([{ name: 'entrain.png', type: 'image/png', isSame: true }])
  await page.evaluate(() => (document.documentElement.dataset['mind'] = 'changed'))
  await keep.click()
  await expect.poll(shared).toHaveLength(2)
  expect([downloads, await page.getByRole('status').allTextContents()]).toEqual([0, expect.not.arrayContaining([expect.stringContaining('certificat')])])
  await device.close()
})

test('a challenge that began before is joined today with a target at the measure of the days that remain, or counts from its start', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const before = addDays(today(), -5)
  const at = new Date(instantAt(before, '08:00', 'America/Toronto'))
  const schedule = { id: idOf(7, 5), effectiveFrom: before, weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', easter: 'good-friday' } as const
  await writeElsewhere(page, [{ at, change: { type: 'schedule.set', schedule } }])
  const begin = async (name: string, how: 'late' | 'from-start') => {
    await startNew(page)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nom du défi').fill(name)
    await dialog.getByLabel('Par jour travaillé').fill('4')
    await dialog.getByLabel('Premier jour').fill(before)
    await dialog.getByLabel('Jours travaillés').fill('10')
    if (how === 'from-start') await dialog.getByRole('radio', { name: 'Depuis le début' }).check({ force: true })
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: how === 'late' ? 'Me joindre au défi' : 'Commencer aujourd’hui' }).click()
  }
  // Ten days of four, five of them gone: twenty remain.
  await begin('En retard', 'late')
  await card(page, 'En retard')
    .getByText(/^\d sur 20\. Jour 1 sur 5\.$/)
    .waitFor()
  await card(page, 'En retard').getByText('Vous y êtes depuis').waitFor()
  await begin('Entier', 'from-start')
  await card(page, 'Entier')
    .getByText(/^\d sur 40\. Jour 6 sur 10\.$/)
    .waitFor()
  await expect.poll(async () => (await onServer(page)).challenge.find(({ title }) => title === 'En retard')?.joinedOn, { timeout: 20_000 }).toBe(today())
  await device.close()
})
