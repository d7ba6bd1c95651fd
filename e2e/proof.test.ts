import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '#method/calendar/day.ts'
import { idOf } from '#test/operations.ts'
import { startApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations, type Looks } from './phone.ts'
import { aPerson, everyDayIsWorked, saidYes, whoWrites, writeElsewhere, aTouch } from './writing.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

const hélène = idOf(1, 1)
const words = {
  fr: {
    open: 'Dossier de preuve',
    said: /Accepte qu’on lui écrive/,
    stopped: /Ne veut plus/,
    written: /· Courriel$/,
    called: 'Les appels que vous lui avez faits',
    by: 'Consentement exprès',
    file: 'Fichier JSON',
  },
  en: {
    open: 'Proof file',
    said: /Agrees to be written to/,
    stopped: /Wants no more/,
    written: /· E-mail$/,
    called: 'The calls you made to her',
    by: 'Express consent',
    file: 'JSON file',
  },
} as const

test.each<Looks & { readonly language: 'fr' | 'en' }>([
  { language: 'fr', size: 'phone', theme: 'light' },
  { language: 'en', size: 'desk', theme: 'dark' },
])('the proof of one person is reached from her page, tells it all, prints, and is kept as a file ($language, $size)', async (looks) => {
  const { open, said, stopped, written, called, by, file } = words[looks.language]
  const app = await startApp()
  const device = await newDevice(browser, looks)
  try {
    const page = await enter(device, app.link)
    const consent = (n: number, fact: typeof saidYes | { type: 'withdrawal'; scope: { type: 'all' }; means: 'call'; words: string }, time: string) => ({
      at: todayAt(time),
      change: { type: 'consent.record', consentId: idOf(12, n), contactId: hélène, fact, occurredAt: todayAt(time).toISOString() as Instant } as const,
    })
    await writeElsewhere(page, [
      everyDayIsWorked,
      whoWrites,
      { at: todayAt('00:01'), change: { type: 'settings.put', fields: { language: looks.language } } },
      aPerson(1, 'Hélène Roy', { source: 'Salon de Québec', emails: [{ label: '', address: 'helene@example.com' }] }),
      consent(1, saidYes, '00:02'),
      aTouch(1, [hélène], { kind: 'email', outcome: 'sent', title: 'Notre rencontre' }, '00:03'),
      aTouch(2, [hélène], { kind: 'phone', outcome: 'reached' }, '00:03'),
      consent(2, { type: 'withdrawal', scope: { type: 'all' }, means: 'call', words: '' }, '00:04'),
    ])
    await page.goto(`${app.url}/personnes/${hélène}`)
    await page.getByRole('link', { name: open }).click()
    await page.getByRole('heading', { level: 1, name: open }).waitFor()
    await page.getByText('Salon de Québec').waitFor()
    await page.getByRole('cell', { name: said }).waitFor()
    await page.getByRole('cell', { name: stopped }).waitFor()
    await page.getByText(written).first().waitFor()
    await page.getByText(by, { exact: false }).first().waitFor()
    await page.getByText('Notre rencontre').waitFor()
    await page.getByRole('heading', { level: 2, name: called }).waitFor()
    expect(await violations(page)).toEqual([])

    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: file }).click()])
    const proof = JSON.parse(readFileSync(await saved.path(), 'utf8')) as {
      readonly format: string
      readonly person: { readonly name: string }
      readonly entries: readonly { readonly fact: { readonly type: string } }[]
      readonly calls: readonly { readonly outcome: string }[]
      readonly writings: readonly { readonly ground: string | null; readonly evidenceId: string | null }[]
    }
    expect(proof.format).toBe('entrain-consent-proof-1')
    expect(proof.person.name).toBe('Hélène Roy')
    expect(proof.entries.map(({ fact }) => fact.type)).toEqual(['express-consent', 'withdrawal'])
    expect(proof.calls).toMatchObject([{ outcome: 'reached' }])
    expect(proof.writings).toMatchObject([{ ground: 'express-consent', evidenceId: idOf(12, 1) }])

    // On paper: what is to be read, and none of the buttons.
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: file }).isVisible()).toBe(false)
    expect(await page.getByRole('cell', { name: said }).isVisible()).toBe(true)
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/proof-print-${looks.language}.png`, fullPage: true })
    await page.emulateMedia({ media: 'screen' })
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/proof-${looks.language}.png`, fullPage: true })
  } finally {
    await device.close()
    await app.remove()
  }
})
