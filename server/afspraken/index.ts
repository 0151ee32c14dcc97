import { z } from 'zod'
import type { Db } from '#server/platform/db/schema.ts'
import { job } from '#server/platform/jobs/jobs.ts'
import { volgSamenvoeging } from '#server/relaties/index.ts'
import type { Slice } from '#server/slice.ts'
import { findZaken } from '#server/zaken/index.ts'
import { herinner } from './herinner.ts'
import { moveAfspraken, selectVanZaken } from './store.ts'
import type { AfspraakRow } from './tables.ts'
import { annuleerVanZaak, volgOrder } from './verander.ts'

export { agendabestand, agendaVoorZaak } from './agenda.ts'
export { legAfspraakVast, type NieuweAfspraak } from './legAfspraakVast.ts'
export type { AfspraakRow } from './tables.ts'
export { annuleerAfspraak, annuleerVanZaak } from './verander.ts'

/**
 * The door of `afspraken`: who comes when. Emits `afspraak.gewijzigd` {afspraakId, zaakId, partijId, status, begin};
 * hears `zaak.afgesloten`, `erp.order-gewijzigd` and merges of partijen.
 */
export const slice: Slice = {
  naam: 'afspraken',
  hoort: {
    ...volgSamenvoeging('afspraak', moveAfspraken),
    async 'zaak.afgesloten'(w, { zaakId }) {
      const zaak = (await findZaken(w.db, [String(zaakId)])).get(String(zaakId))
      // Withdrawn or cancelled; of what is solved, the craftsman may still come for the rest.
      if (zaak?.status === 'GEA') await annuleerVanZaak(w, zaak.id)
    },
    async 'erp.order-gewijzigd'(w, { verzoekId, status, afspraakOp }) {
      if (typeof verzoekId !== 'string') return
      const begin = typeof afspraakOp === 'string' ? new Date(afspraakOp) : null
      await volgOrder(w, { verzoekId, status: String(status), begin })
    },
  },
  jobs: () => ({
    'afspraken.herinneren': job({ payload: z.object({}), cron: '*/5 * * * *', run: (ctx) => herinner(ctx) }),
  }),
}

/** Of these zaken, planned and cancelled, in the order of their moments; who may see them was judged before. */
export const listAfspraken = (db: Db, zaakIds: readonly string[]): Promise<AfspraakRow[]> => selectVanZaken(db, zaakIds)
