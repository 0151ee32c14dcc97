import { formatAdres } from '#contract/regels/adresweergave.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { aanhefVan, findPartij } from '#server/relaties/index.ts'
import { findEenheden } from '#server/wonen/index.ts'
import type { ZaakRow } from '#server/zaken/index.ts'
import type { Geladen } from '../versies/geladen.ts'
import { instellingenOp } from '../versies/instellingen.ts'

/** Names that FEEL always knows; a form field or result may not take them. */
export const vasteNamen = ['zaak', 'klant', 'eenheid', 'contact', 'instellingen', 'uitkomst', 'lusNummer'] as const

/** Who and what a case is about, read afresh at each step: data of a customer are kept in one place. */
export async function betrokkenen(db: Db, wie: { partijId: string | null; eenheidId: string | null }) {
  const partij = wie.partijId ? await findPartij(db, wie.partijId) : undefined
  const eenheid = wie.eenheidId ? (await findEenheden(db, [wie.eenheidId])).get(wie.eenheidId) : undefined
  return {
    klant: partij
      ? {
          id: partij.id,
          nummer: partij.nummer,
          naam: partij.naam,
          soort: partij.soort,
          aanhef: await aanhefVan(db, partij),
          taal: partij.voorkeurstaal,
        }
      : null,
    eenheid: eenheid
      ? {
          id: eenheid.id,
          code: eenheid.code,
          complexId: eenheid.complex_id,
          soort: eenheid.detailsoort || eenheid.soort,
          bouwjaar: eenheid.bouwjaar,
          adres: formatAdres({ ...eenheid, straat: eenheid.straatnaam }),
        }
      : null,
  }
}

/** Of a rehearsal: what to take instead of what the database knows. */
export type Proefcontext = { proef?: Record<string, unknown> }

/** Everything that an expression of this case can use, besides what a repetition adds. */
export async function contextVan(
  { db, now, proef = {} }: { db: Db; now: Date } & Proefcontext,
  zaak: ZaakRow,
  geladen: Geladen,
): Promise<Record<string, unknown>> {
  return {
    ...(await betrokkenen(db, { partijId: zaak.partij_id, eenheidId: zaak.eenheid_id })),
    zaak: {
      nummer: zaak.nummer,
      omschrijving: zaak.omschrijving,
      toelichting: zaak.toelichting,
      kanaal: zaak.kanaal,
      ontvangenOp: zaak.ontvangen_op.toISOString(),
      ontvangstdatum: dagVan(zaak.ontvangen_op),
      vertrouwelijk: zaak.vertrouwelijk,
    },
    instellingen: instellingenOp(geladen.instellingen, dagVan(now)),
    ...proef,
  }
}
