import { z } from 'zod'
import { zaakStatusNamen } from '#contract/zaken.ts'
import { dagVan } from '#server/platform/clock.ts'
import { findZaken, type ZaakRow, zoekGelijke } from '#server/zaken/index.ts'
import { actie } from './actie.ts'

const uur = 3_600_000

export const zaakZoekGelijke = actie({
  naam: 'zaak.zoekGelijke',
  label: 'Gelijke zaken zoeken',
  uitleg:
    'Zoekt lopende zaken van dezelfde soort met hetzelfde kenmerk, in dezelfde woning of hetzelfde complex, en legt dat kenmerk op deze zaak vast. Van twee meldingen tegelijk ziet de tweede de eerste.',
  invoer: z.strictObject({
    kenmerk: z.string().min(1).max(40),
    label: z.string().max(80).default(''),
    /** Empty: there is nothing to compare. */
    waarde: z.string().max(200).nullish(),
    bereik: z.enum(['eenheid', 'complex']),
    /** How far back; what hangs under a running hoofdzaak counts however old it is. */
    uren: z
      .number()
      .min(1)
      .max(24 * 3650)
      .nullish(),
  }),
  uitvoer: z.strictObject({
    aantal: z.number(),
    /** Where it would hang under: the hoofdzaak of what was found, else the oldest. */
    hoofdzaakId: z.string().nullable(),
    hoofdzaakNummer: z.string().nullable(),
    /** Others hang under it already. */
    isHoofdzaak: z.boolean(),
    zaken: z.array(
      z.strictObject({
        id: z.string(),
        nummer: z.string(),
        omschrijving: z.string(),
        gemeldOp: z.string(),
        status: z.string(),
      }),
    ),
  }),
  async voer(w, { zaak }, { kenmerk, label, waarde, bereik, uren }) {
    if (!waarde) return niets
    // Older than a day or so is only the same when it is known to be one disturbance.
    const sinds = new Date(w.now.getTime() - (uren ?? 24 * 365) * uur)
    const ooit = new Date(0)
    const alle = await zoekGelijke(w, zaak, { kenmerk: { naam: kenmerk, label, waarde }, bereik, sinds: ooit })
    const hoofden = new Set(alle.map(({ hoofdzaak_id }) => hoofdzaak_id).filter((id) => id !== null))
    const telt = (each: ZaakRow) => each.ontvangen_op >= sinds || hoofden.has(each.id) || each.hoofdzaak_id !== null
    const gevonden = alle.filter(telt)
    const eerste = gevonden.find(({ id }) => hoofden.has(id)) ?? gevonden[0]
    if (!eerste) return niets
    const hoofdzaakId = eerste.hoofdzaak_id ?? eerste.id
    const hoofdzaak = (await findZaken(w.db, [hoofdzaakId])).get(hoofdzaakId) ?? eerste
    return {
      aantal: gevonden.length,
      hoofdzaakId: hoofdzaak.id,
      hoofdzaakNummer: hoofdzaak.nummer,
      isHoofdzaak: hoofden.has(hoofdzaak.id),
      zaken: gevonden.slice(0, 10).map(kort),
    }
  },
})

const niets = { aantal: 0, hoofdzaakId: null, hoofdzaakNummer: null, isHoofdzaak: false, zaken: [] }

/** Without who reported it: that is nobody's business in another case. */
const kort = ({ id, nummer, omschrijving, ontvangen_op, status, status_naam }: ZaakRow) => ({
  id,
  nummer,
  omschrijving,
  gemeldOp: dagVan(ontvangen_op),
  status: status_naam || zaakStatusNamen[status],
})
