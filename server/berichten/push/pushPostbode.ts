import { createHash } from 'node:crypto'
import { ApparaatWeg, stuurPush } from '#server/koppelingen/push/stuurPush.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { createSafeFetch } from '#server/platform/outgoing/safeFetch.ts'
import { klantadres } from '../klantadres.ts'
import { type Postbode, PostGeweigerd } from '../postbode.ts'
import { pushSleutels } from './sleutels.ts'
import { deleteVerlopen, selectAbonnementen, touchAbonnement } from './store.ts'

/**
 * Tells every device of the klant that something waits; what, stands in the portal only: a notification lies on a table
 * for all to see, and passes a company abroad. One device that took it is enough.
 */
export function pushPostbode(
  ctx: ReadContext,
  { secret, intern }: { secret: string; intern: readonly string[] },
): Postbode {
  const safeFetch = createSafeFetch({ allow: intern, maxBytes: 64 * 1024 })
  return {
    async bezorg(zending) {
      const apparaten = zending.partijId ? await selectAbonnementen(ctx.db, zending.partijId) : []
      const vapid = { ...(await pushSleutels(ctx, secret)), contact: await klantadres(ctx).then(contactVan) }
      const payload = JSON.stringify({
        soort: 'bericht',
        titel: zending.vanNaam,
        tekst: teksten[zending.leestaal],
        naar: `/berichten/${zending.berichtId}`,
        kenmerk: zending.berichtId,
      })
      const onderwerp = createHash('sha256').update(zending.berichtId).digest('base64url').slice(0, 32)
      const uitkomsten = await Promise.all(
        apparaten.map(async (apparaat) =>
          stuurPush(apparaat, payload, { vapid, safeFetch, spoed: zending.spoed, onderwerp }).then(
            async () => {
              await touchAbonnement(ctx.db, apparaat.id, ctx.now)
              return 'aangekomen' as const
            },
            async (error: unknown) => {
              if (!(error instanceof ApparaatWeg)) return error
              await deleteVerlopen(ctx.db, [apparaat.id])
              return 'weg' as const
            },
          ),
        ),
      )
      if (uitkomsten.includes('aangekomen')) return
      const later = uitkomsten.find((uitkomst) => uitkomst !== 'weg')
      if (later !== undefined) throw later
      throw new PostGeweigerd('Geen apparaat van de klant krijgt nog meldingen.', { code: '' })
    },
  }
}

/** The push service wants to know whom to warn (RFC 8292, 2.1); it takes an https address, also of a demo on this machine. */
const contactVan = (adres: string) => adres.replace(/^http:/, 'https:')

const teksten = {
  nl: 'Er staat een bericht voor u klaar.',
  en: 'There is a message for you.',
}
