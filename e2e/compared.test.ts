import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser } from './phone.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp('demo')])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

type Row = Readonly<Record<string, unknown>> & { readonly id: string }
type Held = { readonly people: readonly Row[]; readonly comparedOn: string | null; readonly isComplete: boolean }

/** What the device keeps of people, from its own database; with `damage`, after one of them is altered, another lost, and the day set back. */
const held = (page: Page, damage = false): Promise<Held> =>
  page.evaluate(async (isDamaged) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
      })
    const { name = '' } = (await indexedDB.databases()).find((one) => /^entrain-.+/.test(one.name ?? '') && one.name?.endsWith('-bilan') === false) ?? {}
    const database = await done(indexedDB.open(name))
    const transaction = database.transaction(['contact', 'meta'], isDamaged ? 'readwrite' : 'readonly')
    const [contacts, metas] = [transaction.objectStore('contact'), transaction.objectStore('meta')]
    const people = (await done(contacts.getAll())) as Row[]
    const meta = (await done(metas.get('meta'))) as { readonly comparedOn: string | null; readonly isComplete: boolean }
    if (isDamaged) {
      await done(contacts.put({ ...people[0], city: 'Nulle part' }))
      await done(contacts.delete(people[1]?.id ?? ''))
      await done(metas.put({ ...meta, comparedOn: '2020-01-01' }))
    }
    database.close()
    return { people, comparedOn: meta.comparedOn, isComplete: meta.isComplete }
  }, damage)

const incidents = (): readonly unknown[] =>
  readFileSync(join(app.dataFolder, 'logs', 'entrain.log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('device differed'))
    .map((line) => (JSON.parse(line) as { readonly tables: unknown }).tables)

test('a person altered on the disk of a phone and one lost from it are back the next day, and nothing else was thought to differ', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await page.getByRole('heading', { name: 'Nathalie Gagnon' }).first().waitFor()
  await expect.poll(async () => (await held(page)).isComplete, { timeout: 60_000 }).toBe(true)
  const before = await held(page, true)
  expect((await held(page)).people.length).toBe(before.people.length - 1)
  await page.reload()
  await expect.poll(async () => (await held(page)).comparedOn, { timeout: 60_000 }).toBe(before.comparedOn)
  expect((await held(page)).people).toEqual(before.people)
  await expect.poll(incidents, { timeout: 60_000 }).toEqual([[{ table: 'contact', missing: 1, extra: 0, altered: 1 }]])
  await device.close()
})
