import type { Endpoint } from '#contract/endpoint.ts'
import { startPortaalProces, uploadPortaalBestand, voltooiPortaalTaak } from '#contract/portaal/processen.ts'
import { call } from '#kit/api.ts'
import { nieuwId } from '#kit/id.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { sessieStand } from '#kit/sessie.ts'
import { metNamens } from '../namens.ts'
import { apparaat } from './apparaat.ts'
import { wachtend } from './stand.ts'
import { type Verzender, verstuurWachtrij, type Zending } from './wachtrij.ts'

const verzender: Verzender = {
  async bestand(bestand, namens) {
    const form = new FormData()
    form.append('bestand', bestand)
    return metSessie(
      call(uploadPortaalBestand, metNamens(namens, { body: form, signal: geduld(), bijVerlopen: 'gooi' as const })),
    )
  },
  zending: ({ soort, doel, namens, body, id }) => {
    const los = call as (endpoint: Endpoint, options: object) => Promise<unknown>
    const opties = metNamens(namens, { body, idempotencyKey: id, signal: geduld(), bijVerlopen: 'gooi' as const })
    return metSessie(
      soort === 'proces'
        ? los(startPortaalProces, { ...opties, params: { proces: doel } })
        : los(voltooiPortaalTaak, { ...opties, params: { id: doel } }),
    )
  },
}

/** On a phone one does not wait a minute at a button; it goes on in the queue, with the same key. */
const geduld = () => AbortSignal.timeout(10_000)

/** Who is not signed in any more is asked to do that; what waits then goes. */
async function metSessie<T>(werk: Promise<T>): Promise<T> {
  try {
    return await werk
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) sessieStand.set('verlopen')
    throw error
  }
}

/** No answer, or one that says "later": not a refusal. */
export function isVerbroken(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return true
  return error.status === 0 || error.status === 401 || error.status === 429 || error.status >= 502
}

/**
 * Sends something exactly once. It is kept on the device before it goes, so a tab that is closed, or a line that is cut,
 * loses nothing and sends nothing twice.
 * @returns the answer, or `wacht` when it goes as soon as there is a line
 * @throws ApiProblem when the server refuses; then it does not wait any more
 */
export async function verstuurEenmaal<T>(
  zending: Omit<Zending, 'id' | 'gemaaktOp'>,
): Promise<{ antwoord: T } | { wacht: true }> {
  const id = nieuwId()
  const kluis = await apparaat()
  await kluis.bewaar('wachtrij', id, { ...zending, id, gemaaktOp: new Date().toISOString() } satisfies Zending)
  if (!navigator.onLine) {
    await telWachtrij()
    return { wacht: true }
  }
  const uitkomst = (await leegWachtrij()).get(id)
  if (!uitkomst) return { wacht: true }
  if ('antwoord' in uitkomst) return { antwoord: uitkomst.antwoord as T }
  // Whoever sees why can change it and send it anew.
  await kluis.wis('wachtrij', id)
  await telWachtrij()
  throw uitkomst.fout
}

/** Sends what waits; one tab at a time. */
export async function leegWachtrij() {
  const kluis = await apparaat()
  const werk = () => verstuurWachtrij(kluis, verzender, isVerbroken)
  const uitkomsten = await (navigator.locks ? navigator.locks.request('rondom-wachtrij', werk) : werk())
  await telWachtrij()
  return uitkomsten
}

/** Takes away what was refused, after one has read why. */
export async function vergeetZending(id: string): Promise<void> {
  await (await apparaat()).wis('wachtrij', id)
  await telWachtrij()
}

async function telWachtrij(): Promise<void> {
  wachtend.set((await (await apparaat()).alle<Zending>('wachtrij')).map(([, zending]) => zending))
}

/** Goes on with what waits, now and whenever the line comes back. */
export function volgWachtrij(): () => void {
  const ga = () => void leegWachtrij().catch(() => {})
  addEventListener('online', ga)
  const tik = setInterval(() => wachtend.get().length > 0 && ga(), 30_000)
  ga()
  return () => {
    removeEventListener('online', ga)
    clearInterval(tik)
  }
}

/** Sends a file now, or keeps it until what it belongs to is sent. */
export async function verstuurBestand(
  bestand: File,
  namens: string | undefined,
): Promise<{ id: string; naam: string }> {
  try {
    if (!navigator.onLine) throw new ApiProblem({ status: 0, code: 'geen-verbinding', detail: '' })
    const { id, naam } = await verzender.bestand(bestand, namens)
    return { id, naam }
  } catch (error) {
    if (!isVerbroken(error)) throw error
    const id = nieuwId()
    await (await apparaat()).bewaar('bestand', id, bestand)
    return { id, naam: bestand.name }
  }
}
