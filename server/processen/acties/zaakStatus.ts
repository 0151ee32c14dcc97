import { z } from 'zod'
import { WachtOp, ZaakStatusCode } from '#contract/zaken.ts'
import {
  haalTermijn,
  listTermijnen,
  putEigenschap,
  setResultaat,
  setZaakstatus,
  startTermijn,
  type ZaakTermijnRow,
} from '#server/zaken/index.ts'
import { actie } from './actie.ts'

export const zaakStatus = actie({
  naam: 'zaak.status',
  label: 'Zaak bijwerken',
  uitleg: 'Zet status, resultaat, eigenschappen en termijnen van de zaak. Wat u weglaat, blijft zoals het is.',
  invoer: z.strictObject({
    status: ZaakStatusCode.optional(),
    statusNaam: z.string().max(80).default(''),
    wachtOp: WachtOp.nullable().default(null),
    toelichting: z.string().max(1000).default(''),
    resultaat: z.string().max(40).optional(),
    resultaatNaam: z.string().max(80).default(''),
    eigenschappen: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
    termijn: z
      .strictObject({
        soort: z.enum(['servicenorm', 'wettelijk', 'belofte']),
        naam: z.string().min(1).max(80),
        werkdagen: z.number().int().min(0).optional(),
        dagen: z.number().int().min(0).optional(),
        uiterste: z.iso.date().optional(),
      })
      .nullish(),
    termijnGehaald: z.string().max(80).optional(),
  }),
  uitvoer: z.strictObject({}),
  async voer(w, { zaak }, invoer) {
    const { status, statusNaam, wachtOp, toelichting, resultaat, resultaatNaam, termijn, termijnGehaald } = invoer
    if (status) await setZaakstatus(w, zaak.id, { status, naam: statusNaam, wachtOp, toelichting })
    if (resultaat) await setResultaat(w, zaak.id, { code: resultaat, naam: resultaatNaam || resultaat, toelichting })
    for (const [naam, waarde] of Object.entries(invoer.eigenschappen))
      if (waarde !== null) await putEigenschap(w, zaak.id, { naam, waarde: String(waarde) })
    if (termijn) {
      const { werkdagen, dagen, uiterste } = termijn
      await startTermijn(w, zaak.id, {
        soort: termijn.soort,
        naam: termijn.naam,
        ...(werkdagen !== undefined && { werkdagen }),
        ...(dagen !== undefined && { dagen }),
        ...(uiterste !== undefined && { uiterste }),
      })
    }
    // Of a zaak that was opened again the term is kept already.
    const loopt = ({ naam, gehaald_op, status }: ZaakTermijnRow) =>
      naam === termijnGehaald && !gehaald_op && (status === 'loopt' || status === 'overschreden')
    if (termijnGehaald && (await listTermijnen(w.db, zaak.id)).some(loopt))
      await haalTermijn(w, zaak.id, termijnGehaald)
    return {}
  },
})
