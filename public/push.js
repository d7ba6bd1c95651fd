// Part of the service worker (vite.config.ts, `importScripts`): a reminder that came by the push service of this browser, and the press on one.
self.addEventListener('push', (event) => {
  const told = event.data?.json() ?? {}
  if (typeof told.title !== 'string') return
  const look = { body: told.body, lang: told.language, tag: `entrain-${told.name}`, icon: '/icons/icon-192.png', badge: '/icons/icon-192.png' }
  event.waitUntil(self.registration.showNotification(told.title, look))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const show = async () => {
    const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
    if (!open) return self.clients.openWindow('/')
    await open.focus()
    // Already on Today, nothing that is being written is lost.
    if (new URL(open.url).pathname !== '/') await open.navigate('/')
  }
  event.waitUntil(show())
})
