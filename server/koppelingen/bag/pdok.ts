import { z } from 'zod'
import type { Clock } from '#server/platform/clock.ts'
import { createSafeFetch, type SafeFetch } from '#server/platform/outgoing/safeFetch.ts'
import { type Bag, type BagAdres, BagOnbereikbaar } from '#server/relaties/bag.ts'
import { upsertBagAdressen } from './store.ts'

export type PdokOptions = {
  url?: string
  clock: Clock
  timeoutMs?: number
}

const productie = 'https://api.pdok.nl/bzk/locatieserver/search/v3_1/free'

/** An address changes rarely: a day old is fresh. Nothing found may be a new house: ask again after an hour. */
const versVoorMs = { gevonden: 24 * 3600_000, niets: 3600_000 }
const hoogstens = 5_000

/** After so many failures in a row nobody is kept waiting any more, for so long. */
const geduld = { fouten: 3, pauzeMs: 30_000 }

/**
 * PDOK Locatieserver v3.1 (Kadaster, open data, no key). Answers are remembered in the process and kept in our own
 * table. @returns a port that answers within the time-out, or throws BagOnbereikbaar
 */
export function pdokBag({ url = productie, clock, timeoutMs = 2_000 }: PdokOptions): Bag {
  // Its address is ours, or of who runs this server.
  const haal = createSafeFetch({ allow: 'any', timeoutMs })
  const onthouden = new Map<string, { adressen: BagAdres[]; tot: number }>()
  let fouten = 0
  let stilTot = 0

  async function vraag(postcode: string, huisnummer: number): Promise<BagAdres[]> {
    if (clock().getTime() < stilTot) throw new BagOnbereikbaar('PDOK failed several times; waiting')
    try {
      const adressen = await askPdok(haal, url, postcode, huisnummer)
      fouten = 0
      return adressen
    } catch (error) {
      fouten += 1
      if (fouten >= geduld.fouten) stilTot = clock().getTime() + geduld.pauzeMs
      throw new BagOnbereikbaar(error instanceof Error ? error.message : 'PDOK failed', { cause: error })
    }
  }

  return {
    async zoek(ctx, postcode, huisnummer) {
      const key = `${postcode}${huisnummer}`
      const now = clock().getTime()
      const eerder = onthouden.get(key)
      const adressen = eerder && eerder.tot > now ? eerder.adressen : await vraag(postcode, huisnummer)
      if (adressen !== eerder?.adressen) {
        const oudste = onthouden.size >= hoogstens ? onthouden.keys().next().value : undefined
        if (oudste !== undefined) onthouden.delete(oudste)
        onthouden.set(key, { adressen, tot: now + (adressen.length > 0 ? versVoorMs.gevonden : versVoorMs.niets) })
      }
      // Also when remembered: the memory is of the process, the table is of one organisatie.
      await upsertBagAdressen(ctx.db, adressen, ctx.now)
      return adressen
    },
  }
}

/** Only what we use of the answer; the service may add fields, and leaves out what an address does not have. */
const Antwoord = z.object({
  response: z.object({
    docs: z.array(
      z.object({
        nummeraanduiding_id: z.string().regex(/^\d{16}$/),
        postcode: z.string(),
        huisnummer: z.coerce.number().int(),
        huisletter: z.string().default(''),
        huisnummertoevoeging: z.string().default(''),
        straatnaam: z.string(),
        woonplaatsnaam: z.string(),
        gemeentenaam: z.string().default(''),
      }),
    ),
  }),
})

async function askPdok(haal: SafeFetch, url: string, postcode: string, huisnummer: number): Promise<BagAdres[]> {
  const query = new URLSearchParams([
    ['fq', 'type:adres'],
    ['fq', `postcode:${postcode}`],
    ['fq', `huisnummer:${huisnummer}`],
    ['rows', '100'],
    [
      'fl',
      'nummeraanduiding_id,postcode,huisnummer,huisletter,huisnummertoevoeging,straatnaam,woonplaatsnaam,gemeentenaam',
    ],
  ])
  const response = await haal(`${url}?${query}`, { headers: { accept: 'application/json' } })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`PDOK answered ${response.status}`)
  }
  const { docs } = Antwoord.parse(await response.json()).response
  return (
    docs
      // The query is a search: it may return neighbours.
      .filter((doc) => doc.postcode === postcode && doc.huisnummer === huisnummer)
      .map((doc) => ({
        nummeraanduidingId: doc.nummeraanduiding_id,
        postcode: doc.postcode,
        huisnummer: doc.huisnummer,
        huisletter: doc.huisletter,
        toevoeging: doc.huisnummertoevoeging,
        straatnaam: doc.straatnaam,
        woonplaats: doc.woonplaatsnaam,
        gemeente: doc.gemeentenaam,
      }))
  )
}
