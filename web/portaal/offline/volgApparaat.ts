import type { QueryClient } from '@tanstack/react-query'
import { getIk, type Ik } from '#contract/portaal/ik.ts'
import { lees } from '#kit/queries.ts'
import { apparaat, wisApparaat, zetGedeeld } from './apparaat.ts'
import { bewaarGelezen, herstelGelezen } from './gelezen.ts'
import { nieuweVersie } from './stand.ts'
import { volgWachtrij } from './verzend.ts'

const wie = 'rondom.wie'

/** Without a line: what was read last, before anything is drawn. */
export async function herstel(client: QueryClient): Promise<void> {
  await herstelGelezen(client, await apparaat())
}

/** From the first screen on: keeps what is read, sends what waits, and hears of a newer version. */
export async function volgApparaat(client: QueryClient): Promise<void> {
  void volgVersie().catch(() => {})
  const ik = await client.ensureQueryData(lees(getIk)).catch(() => undefined)
  if (!ik) return
  await hoortBij(ik)
  await zetGedeeld(!ik.eigenApparaat)
  const kluis = await apparaat()
  await herstelGelezen(client, kluis)
  bewaarGelezen(client, kluis)
  volgWachtrij()
}

/** Somebody else signed in on this device: nothing of who was here before is his. */
async function hoortBij({ dossiers, naam }: Ik): Promise<void> {
  const nu = dossiers[0]?.partijId ?? naam
  const eerder = localStorage.getItem(wie)
  if (eerder && eerder !== nu) await wisApparaat()
  localStorage.setItem(wie, nu)
}

/** The service worker; another version waits until one says that it may come. */
async function volgVersie(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const { Workbox } = await import('workbox-window')
  const dienst = new Workbox('/sw.js')
  dienst.addEventListener('waiting', () =>
    nieuweVersie.set(() => {
      dienst.addEventListener('controlling', () => location.reload())
      dienst.messageSkipWaiting()
    }),
  )
  await dienst.register()
}
