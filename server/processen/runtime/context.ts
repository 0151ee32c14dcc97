import { formatAdres } from '#contract/regels/adresweergave.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { aanhefVan, findPartij, findPartijen } from '#server/relaties/index.ts'
import { findEenheden, findHuurcontract } from '#server/wonen/index.ts'
import type { ZaakRow } from '#server/zaken/index.ts'
import type { Geladen } from '../versies/geladen.ts'
import { instellingenOp } from '../versies/instellingen.ts'

/** Names that FEEL always knows; a form field or result may not take them. */
export const vasteNamen = [
  'zaak',
  'klant',
  'eenheid',
  'overeenkomst',
  'contact',
  'portaal',
  'instellingen',
  'uitkomst',
  'lusNummer',
] as const

type Wie = { partijId: string | null; eenheidId: string | null; overeenkomstId: string | null }

type Betrokkenen = Awaited<ReturnType<typeof leesBetrokkenen>>

/**
 * Who and what a case is about, read afresh at each step: data of a customer are kept in one place. In a transaction they
 * are read once: form, step and page ask the same.
 */
export function betrokkenen(db: Db, wie: Wie, geladen: Geladen, op: string): Promise<Betrokkenen> {
  if (!db.isTransaction) return leesBetrokkenen(db, wie, geladen, op)
  const alle = perTransactie.get(db) ?? new Map<string, Promise<Betrokkenen>>()
  perTransactie.set(db, alle)
  const sleutel = [geladen.versieId, wie.partijId, wie.eenheidId, wie.overeenkomstId, op].join()
  const bekend = alle.get(sleutel) ?? leesBetrokkenen(db, wie, geladen, op)
  alle.set(sleutel, bekend)
  return bekend
}

const perTransactie = new WeakMap<Db, Map<string, Promise<Betrokkenen>>>()

async function leesBetrokkenen(db: Db, wie: Wie, geladen: Geladen, op: string) {
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
    // Most processes never ask: what no file of the process names, is not looked up at every step.
    ...(noemt(geladen, 'overeenkomst.') && { overeenkomst: await overeenkomstVan(db, wie, op) }),
  }
}

/** The contract and everybody who rents by it; `medehuurders` are all but the klant. */
async function overeenkomstVan(db: Db, wie: Wie, op: string) {
  const contract = await findHuurcontract(db, wie, op)
  if (!contract) return null
  const { id, nummer, begindatum, brutohuur_cent } = contract.overeenkomst
  const partijen = await findPartijen(
    db,
    contract.huurders.map(({ partijId }) => partijId),
  )
  const huurders = contract.huurders.flatMap(({ partijId, rol }) => {
    const partij = partijen.get(partijId)
    return partij ? [{ id: partij.id, nummer: partij.nummer, naam: partij.naam, rol }] : []
  })
  const medehuurders = huurders.filter((huurder) => huurder.id !== wie.partijId)
  return { id, nummer, begindatum, huurCent: brutohuur_cent, huurders, medehuurders }
}

const genoemd = new WeakMap<Geladen, Map<string, boolean>>()

function noemt(geladen: Geladen, woord: string): boolean {
  const bekend = genoemd.get(geladen) ?? new Map<string, boolean>()
  genoemd.set(geladen, bekend)
  const al =
    bekend.get(woord) ??
    Object.entries(geladen.bestanden).some(([pad, tekst]) => pad !== 'README.md' && tekst.includes(woord))
  bekend.set(woord, al)
  return al
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
    ...(await betrokkenen(
      db,
      { partijId: zaak.partij_id, eenheidId: zaak.eenheid_id, overeenkomstId: zaak.overeenkomst_id },
      geladen,
      // Who rented when the case began: the contract ends while it runs.
      dagVan(zaak.ontvangen_op),
    )),
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
