/** What the service worker uses of its world: the types of a browser and of a worker cannot be in one program. */
type MetWachten = Event & { waitUntil(werk: Promise<unknown>): void }
export type Dienst = {
  location: Location
  registration: ServiceWorkerRegistration
  clients: { openWindow(adres: string): Promise<unknown> }
  skipWaiting(): Promise<void>
  addEventListener(
    soort: 'fetch',
    hoor: (event: Event & { request: Request; respondWith(antwoord: Promise<Response>): void }) => void,
  ): void
  addEventListener(soort: 'message', hoor: (event: MessageEvent) => void): void
  addEventListener(soort: 'push', hoor: (event: MetWachten & { data: { json(): unknown } | null }) => void): void
  addEventListener(soort: 'notificationclick', hoor: (event: MetWachten & { notification: Notification }) => void): void
}

/** What the server sends to a device: never what it is about, for a lock screen is read by others. */
export type Pushbericht = { titel: string; tekst: string; naar: string }
