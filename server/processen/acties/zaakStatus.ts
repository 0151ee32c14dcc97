import { z } from 'zod'
import { WachtOp, ZaakStatusCode } from '#contract/zaken.ts'
import { findMedewerkers } from '#server/beheer/index.ts'
import {
  haalTermijn,
  heropenZaak,
  listTermijnen,
  putEigenschap,
  setResultaat,
  setZaakstatus,
  startTermijn,
  wijsToe,
  type ZaakTermijnRow,
} from '#server/zaken/index.ts'
import { teamVan } from '../runtime/team.ts'
import { actie } from './actie.ts'

const Termijn = z.strictObject({
  soort: z.enum(['servicenorm', 'wettelijk', 'belofte']),
  naam: z.string().min(1).max(80),
  werkdagen: z.number().int().min(0).optional(),
  dagen: z.number().int().min(0).optional(),
  uiterste: z.iso.date().optional(),
  /** How long before the end there is a warning; default a day. */
  waarschuwVooraf: z.number().int().min(0).optional(),
  /** Counts from when it was received, not from this step. */
  vanafOntvangst: z.boolean().default(false),
})

export const zaakStatus = actie({
  naam: 'zaak.status',
  label: 'Zaak bijwerken',
  uitleg:
    'Zet status, resultaat, eigenschappen en termijnen van de zaak, en wie haar behandelt. Wat u weglaat, blijft zoals het is.',
  invoer: z.strictObject({
    status: ZaakStatusCode.optional(),
    statusNaam: z.string().max(80).default(''),
    wachtOp: WachtOp.nullable().default(null),
    toelichting: z.string().max(1000).default(''),
    resultaat: z.string().max(40).optional(),
    resultaatNaam: z.string().max(80).default(''),
    /** It is not over after all: the result is taken back. */
    heropen: z.boolean().default(false),
    eigenschappen: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
    termijn: z.union([Termijn, z.array(Termijn).max(10)]).nullish(),
    termijnGehaald: z.string().max(80).optional(),
    /** Code of the team that handles it from now on. */
    team: z.string().nullish(),
    behandelaar: z.uuid().nullish(),
    /** Few may see it from now on; false changes nothing. */
    vertrouwelijk: z.boolean().nullish(),
  }),
  /** Who handles it now, by name: for the message that says so. */
  uitvoer: z.strictObject({ behandelaar: z.string().nullable() }),
  async voer(w, { zaak }, invoer) {
    const { status, statusNaam, wachtOp, toelichting, resultaat, resultaatNaam, termijn, termijnGehaald } = invoer
    const { team, behandelaar, vertrouwelijk } = invoer
    if (team || behandelaar || vertrouwelijk)
      await wijsToe(w, zaak.id, {
        ...(team && { teamId: (await teamVan(w.db, team)).id }),
        ...(behandelaar && { behandelaarId: behandelaar }),
        ...(vertrouwelijk && { vertrouwelijk }),
      })
    if (invoer.heropen) await heropenZaak(w, zaak.id)
    if (status) await setZaakstatus(w, zaak.id, { status, naam: statusNaam, wachtOp, toelichting })
    if (resultaat) await setResultaat(w, zaak.id, { code: resultaat, naam: resultaatNaam || resultaat, toelichting })
    for (const [naam, waarde] of Object.entries(invoer.eigenschappen))
      if (waarde !== null) await putEigenschap(w, zaak.id, { naam, label: leesbaar(naam), waarde: String(waarde) })
    for (const { soort, naam, werkdagen, dagen, uiterste, waarschuwVooraf, vanafOntvangst } of [termijn ?? []].flat())
      await startTermijn(w, zaak.id, {
        soort,
        naam,
        ...(werkdagen !== undefined && { werkdagen }),
        ...(dagen !== undefined && { dagen }),
        ...(uiterste !== undefined && { uiterste }),
        ...(waarschuwVooraf !== undefined && { waarschuwVooraf }),
        ...(vanafOntvangst && { vanaf: zaak.ontvangen_op }),
      })
    // Of a zaak that was opened again the term is kept already.
    const loopt = ({ naam, gehaald_op, status }: ZaakTermijnRow) =>
      naam === termijnGehaald && !gehaald_op && (status === 'loopt' || status === 'overschreden')
    if (termijnGehaald && (await listTermijnen(w.db, zaak.id)).some(loopt))
      await haalTermijn(w, zaak.id, termijnGehaald)
    const wie = behandelaar ?? zaak.behandelaar_id
    return { behandelaar: wie ? ((await findMedewerkers(w.db, [wie])).get(wie)?.naam ?? null) : null }
  },
})

/** eerdereKlachten → Eerdere klachten */
const leesbaar = (naam: string) =>
  naam.replace(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`).replace(/^./u, (letter) => letter.toUpperCase())
