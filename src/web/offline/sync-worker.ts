import { v7 } from 'uuid'
import type { Order } from './messages.ts'
import { createSyncDriver } from './sync-driver.ts'
import { createSyncRounds } from './sync-round.ts'

const prefix = 'entrain'
const channel = new BroadcastChannel(prefix)
const now = () => Date.now()
const tools = {
  prefix,
  now,
  fetch: globalThis.fetch.bind(globalThis),
  newId: () => v7(),
  tell: (message: unknown) => channel.postMessage(message),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
}
const driver = createSyncDriver({ ...tools, rounds: createSyncRounds(tools), lockName: `${prefix}-sync`, chance: Math.random, eventsPath: '/api/sync/events' })

globalThis.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.type === 'wake') void driver.wake(data.why).then(() => globalThis.postMessage(data.wish))
  else driver.setVisible(data.isVisible)
})
globalThis.addEventListener('online', () => void driver.wake('online'))
