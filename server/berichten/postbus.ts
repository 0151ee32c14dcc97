import type { ReadContext } from '#server/platform/http/context.ts'
import type { Postbode } from './postbode.ts'
import { insertPostbus } from './store.ts'

/** The embedded mailbox: nothing leaves the house, everything can be read on the page of the demo. */
export function postbusVan(ctx: ReadContext): Postbode {
  return {
    async bezorg(zending) {
      await insertPostbus(ctx.db, {
        bericht_id: zending.berichtId,
        kanaal: zending.kanaal,
        van: zending.vanNaam,
        aan: zending.aanNaam ? `${zending.aanNaam} <${zending.aan}>` : zending.aan,
        onderwerp: zending.onderwerp,
        tekst: zending.tekst,
        html: zending.html,
        op: ctx.now,
      })
    },
  }
}
