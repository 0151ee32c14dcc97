import type { ApiProblem } from '#kit/probleem.ts'
import type { Kluis } from './kluis.ts'

/** Something that must be sent exactly once, whatever happens to the line, the tab or the phone meanwhile. */
export type Zending = {
  /** Also the Idempotency-Key: the server does the same thing once. */
  id: string
  /** What it is, for who sees it wait: "Reparatie melden". */
  titel: string
  soort: 'proces' | 'taak'
  /** The process or the taak. */
  doel: string
  namens: string | undefined
  body: Record<string, unknown>
  gemaaktOp: string
  /** Why the server did not take it; it is not tried again by itself. */
  geweigerd?: string
}

export type Verzender = {
  /** Sends one file that waits, and tells the id it got. */
  bestand: (bestand: File, namens: string | undefined) => Promise<{ id: string; naam: string }>
  zending: (zending: Zending) => Promise<unknown>
}

/**
 * Sends what waits, oldest first, and stops at the first sign that the line is gone. What was sent is gone from the device
 * only after the server said so: a tab that is closed in between sends it again, with the same key.
 * @returns per zending what the server answered, or why it refused
 */
export async function verstuurWachtrij(
  kluis: Kluis,
  verzender: Verzender,
  isVerbroken: (error: unknown) => boolean,
): Promise<Map<string, { antwoord: unknown } | { fout: unknown }>> {
  const uitkomsten = new Map<string, { antwoord: unknown } | { fout: unknown }>()
  const wachtend = (await kluis.alle<Zending>('wachtrij'))
    .map(([, zending]) => zending)
    .filter((each) => !each.geweigerd)
  for (const zending of wachtend.sort((a, b) => a.gemaaktOp.localeCompare(b.gemaaktOp))) {
    try {
      const antwoord = await verzender.zending(await metBestanden(kluis, zending, verzender))
      await kluis.wis('wachtrij', zending.id)
      uitkomsten.set(zending.id, { antwoord })
    } catch (fout) {
      if (isVerbroken(fout)) break
      await kluis.bewaar('wachtrij', zending.id, { ...zending, geweigerd: String((fout as ApiProblem).message) })
      uitkomsten.set(zending.id, { fout })
    }
  }
  return uitkomsten
}

/** Photos that were chosen without a line go first; the answers then name what the server has. */
async function metBestanden(kluis: Kluis, zending: Zending, verzender: Verzender): Promise<Zending> {
  const vervang = async (waarde: unknown): Promise<unknown> => {
    if (Array.isArray(waarde)) return Promise.all(waarde.map(vervang))
    if (typeof waarde !== 'object' || waarde === null) return waarde
    if ('id' in waarde && 'naam' in waarde) return stuurBestand(String(waarde.id), waarde)
    const delen = await Promise.all(Object.entries(waarde).map(async ([naam, deel]) => [naam, await vervang(deel)]))
    return Object.fromEntries(delen)
  }
  const stuurBestand = async (id: string, antwoord: unknown) => {
    const lokaal = await kluis.haal<File | { id: string; naam: string }>('bestand', id)
    if (!lokaal) return antwoord
    if (!(lokaal instanceof File)) return lokaal
    const { id: nieuw, naam } = await verzender.bestand(lokaal, zending.namens)
    // From here on the server has it: a next attempt names it, and is the same request as this one.
    await kluis.bewaar('bestand', id, { id: nieuw, naam })
    return { id: nieuw, naam }
  }
  return { ...zending, body: (await vervang(zending.body)) as Record<string, unknown> }
}
