/**
 * How this device reminds: `push`, even closed, by the service of its browser; `page`, while Entrain is open somewhere on it; `denied` by the person in
 * her browser; `unsupported` by the browser itself.
 */
export type RemindersHere = 'off' | 'push' | 'page' | 'denied' | 'unsupported'

const key = 'entrain-reminders-here'
const longestWait = 5000

const kept = (): 'push' | 'page' | null => {
  try {
    const value = localStorage.getItem(key)
    return value === 'push' || value === 'page' ? value : null
  } catch {
    return null
  }
}
const keep = (value: 'push' | 'page' | null): void => {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing reminds of nothing: it is asked again at the next opening.
  }
}

const canRemind = (): boolean => 'Notification' in globalThis && 'serviceWorker' in navigator

/** What this device does at present. */
export const remindersHere = (): RemindersHere => {
  if (!canRemind()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  return (Notification.permission === 'granted' ? kept() : null) ?? 'off'
}

/** The worker that shows notifications; `null` when this page has none, or not soon. */
export const shower = (): Promise<ServiceWorkerRegistration | null> =>
  Promise.race([
    navigator.serviceWorker.ready,
    new Promise<null>((resolve) => {
      setTimeout(resolve, longestWait, null)
    }),
  ])

const tell = (method: 'PUT' | 'DELETE', body: unknown): Promise<Response> =>
  fetch('/api/push/device', { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

const subscribe = async (): Promise<boolean> => {
  try {
    const worker = await shower()
    const answer = await fetch('/api/push/key')
    if (!worker || !answer.ok) return false
    const { publicKey } = (await answer.json()) as { readonly publicKey: string }
    const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    const { endpoint, keys } = subscription.toJSON()
    const told = await tell('PUT', { endpoint, keys: { p256dh: keys?.['p256dh'], auth: keys?.['auth'] } })
    if (!told.ok) await subscription.unsubscribe()
    return told.ok
  } catch {
    // No push service: an old browser, a network without it, a private window.
    return false
  }
}

/** Asks the permission, after a gesture only, and the service of the browser; without one, the page itself will remind. */
export const remindHere = async (): Promise<RemindersHere> => {
  if (!canRemind()) return 'unsupported'
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'off'
  const how = (await subscribe()) ? 'push' : 'page'
  keep(how)
  return how
}

/** Reminds here no more. */
export const remindNoMore = async (): Promise<RemindersHere> => {
  keep(null)
  if (!canRemind()) return 'unsupported'
  try {
    const subscription = await (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription()
    if (subscription) {
      await subscription.unsubscribe()
      await tell('DELETE', { endpoint: subscription.endpoint })
    }
  } catch {
    // Without network the server learns it at its next push: the browser is gone, and it is forgotten.
  }
  return remindersHere()
}
