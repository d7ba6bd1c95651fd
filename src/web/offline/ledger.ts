import { useSyncExternalStore } from 'react'
import { v7 } from 'uuid'
import type { Moment } from '#method/calendar/clock.ts'
import type { Change } from '#method/ledger/operation.ts'
import { createLedger, type Ledger, type SignedOut, type SyncPort, type Written } from './create-ledger.ts'
import type { Order } from './messages.ts'
import { deviceZone } from './now.ts'
import type { OlderFacts } from './older-facts.ts'
import type { LedgerView } from './view.ts'

export { useNow } from './now.ts'
export type { LedgerView } from './view.ts'

/** A new identifier: UUIDv7, made on the device. */
export const newId = (): string => v7()

const startWorker = (): SyncPort => {
  const worker = new Worker(new URL('./sync-worker.ts', import.meta.url), { type: 'module' })
  const order = (message: Order): void => worker.postMessage(message)
  const wishes = new Map<number, () => void>()
  let wished = 0
  worker.addEventListener('message', ({ data }: MessageEvent<number>) => {
    wishes.get(data)?.()
    wishes.delete(data)
  })
  return {
    wake: (why) =>
      new Promise((resolve) => {
        wished += 1
        wishes.set(wished, resolve)
        order({ type: 'wake', why, wish: wished })
      }),
    setVisible: (isVisible) => order({ type: 'visible', isVisible }),
    stop: () => worker.terminate(),
  }
}

const screenLanguage = (): 'fr' | 'en' => {
  const chosen = localStorage.getItem('entrain-language')
  if (chosen === 'fr' || chosen === 'en') return chosen
  return navigator.language.startsWith('en') ? 'en' : 'fr'
}

const ledger: Ledger = createLedger({
  prefix: 'entrain',
  now: () => Date.now(),
  zone: deviceZone,
  newId,
  language: screenLanguage,
  startSync: startWorker,
  fetch: (input, init) => globalThis.fetch(input, init),
})
let isListening = false

const listen = (): void => {
  if (isListening) return
  isListening = true
  document.addEventListener('visibilitychange', () => {
    const isVisible = document.visibilityState === 'visible'
    ledger.setVisible(isVisible)
    if (isVisible) void ledger.refresh()
  })
  window.addEventListener('focus', () => ledger.wake('visible'))
  window.addEventListener('online', () => ledger.wake('online'))
  // A round that fails at once says that the network is gone, and plans the next one.
  window.addEventListener('offline', () => ledger.wake('asked'))
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void ledger.refresh()
  })
}

// What the device keeps is opened with the page, or by its first screen; after a sign-in, coming back to the app asks the server again.
const subscribe = (listener: () => void): (() => void) => {
  listen()
  void ledger.open()
  return ledger.subscribe(listener)
}

/** Begins to read what the device keeps, while the words and the screens are on their way. */
export const openLedger = (): void => void ledger.open()

/** Everything that a screen may read; a new object at each change. */
export const useLedger = (): LedgerView => useSyncExternalStore(subscribe, () => ledger.view())

const write = (change: Change, moment?: Moment): Written => ledger.write(change, moment)
/** Writes a change: shown at once; `saved` resolves when it is durable on the device. The same function at every render. */
export const useWrite = (): typeof write => write

/** Sends a refused operation again, as a new one. */
export const retryRefused = (operationId: string): Promise<void> => ledger.retryRefused(operationId)
/** Abandons a refused operation; only the person asks for it. */
export const discardRefused = (operationId: string): Promise<void> => ledger.discardRefused(operationId)
/** Sends what waits, ends the session, wipes the device. Refuses while something waits, unless its loss is confirmed. */
export const signOut = (options?: { readonly loseEvenPending?: boolean }): Promise<SignedOut> => ledger.signOut(options)

/** Downloads everything that the server has not taken, as a JSON file. */
export const exportPending = (): Promise<File> => {
  const file = ledger.pendingFile()
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: file.name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return Promise.resolve(file)
}

/** What the server knows of someone beyond the device's windows; `null` without network. */
export const fetchOlder = async (contactId: string): Promise<OlderFacts | null> => {
  const { readOlder } = await import('./older-facts.ts')
  return readOlder(contactId, (input, init) => globalThis.fetch(input, init))
}
