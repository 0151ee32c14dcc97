import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import type { Dienst, Pushbericht } from './dienst.ts'
import { isPagina } from './isPagina.ts'

declare const self: Dienst
/** Put in at the build: every file of the front end, and the page without anybody's data. */
declare const __BESTANDEN__: { url: string; revision: string | null }[]
declare const __SCHIL__: string

/** Of the organisatie, and nobody's: its colours and icon. */
const UITERLIJK = 'rondom-uiterlijk'
/** A line that answers later than this is no line. */
const GEDULD = 4000

// The files of the app are kept; never an answer of the API. What somebody read last is kept by the page itself, encrypted.
precacheAndRoute(__BESTANDEN__)
cleanupOutdatedCaches()

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && isPagina(url.pathname)) event.respondWith(pagina(request))
  else if (url.pathname.startsWith('/portaal/')) event.respondWith(uiterlijk(request))
})

/** From the server, which knows who is signed in and sends the first data along; without a line the app itself. */
async function pagina(request: Request): Promise<Response> {
  const schil = () => matchPrecache(__SCHIL__)
  try {
    const antwoord = await fetch(request, { signal: AbortSignal.timeout(GEDULD) })
    return antwoord.status >= 502 ? ((await schil()) ?? antwoord) : antwoord
  } catch (error) {
    const kaal = await schil()
    if (!kaal) throw error
    return kaal
  }
}

async function uiterlijk(request: Request): Promise<Response> {
  const cache = await caches.open(UITERLIJK)
  try {
    const antwoord = await fetch(request)
    if (antwoord.ok) await cache.put(request, antwoord.clone())
    return antwoord
  } catch (error) {
    const eerder = await cache.match(request)
    if (!eerder) throw error
    return eerder
  }
}

// Only when one says so: another version under a form that is being filled in would be worse than an old one.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})

self.addEventListener('push', (event) => {
  const { titel, tekst, naar } = (event.data?.json() ?? {}) as Partial<Pushbericht>
  if (!titel) return
  event.waitUntil(
    self.registration.showNotification(titel, {
      body: tekst ?? '',
      icon: '/portaal/beeld/icoon-192.png',
      badge: '/portaal/beeld/icoon-192.png',
      data: naar ?? '/',
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const naar = new URL(String(event.notification.data ?? '/'), self.location.origin)
  if (naar.origin === self.location.origin) event.waitUntil(self.clients.openWindow(naar.href))
})
