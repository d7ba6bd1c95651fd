import { chromium, type BrowserContext } from 'playwright-core'

/** A phone's browser on this machine, with a profile that outlives it. */
export const openBrowser = async (profile: string, words: readonly string[] = []): Promise<BrowserContext> => {
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...words,
    ],
    viewport: { width: 390, height: 844 },
    locale: 'fr-CA',
    timezoneId: 'America/Toronto',
    hasTouch: true,
  })
  browser.setDefaultTimeout(60_000)
  return browser
}
