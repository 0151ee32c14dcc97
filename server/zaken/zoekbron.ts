import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { ZoekItem } from '#server/platform/search/item.ts'
import { sleutelNummer } from '#server/platform/search/sleutels.ts'
import type { Zoekbron } from '#server/platform/search/zoekbron.ts'
import { findPartijen } from '#server/relaties/index.ts'
import { isLopend } from './regels/overgangen.ts'
import { selectZaken } from './store.ts'
import type { ZaakRow } from './tables.ts'

export const zaakBron: Zoekbron = {
  soort: 'zaak',
  alle: sql`select id from zaak`,
  async items(db: Db, ids: readonly string[]) {
    const zaken = await selectZaken(db, ids)
    const partijen = await findPartijen(
      db,
      zaken.flatMap((zaak) => zaak.partij_id ?? []),
    )
    return zaken.map((zaak) => zoekItemVanZaak(zaak, partijen.get(zaak.partij_id ?? '')?.naam))
  },
}

/** @param naam of the klant whom it is about */
function zoekItemVanZaak(zaak: ZaakRow, naam: string | undefined): ZoekItem {
  const lopend = isLopend(zaak.status)
  return {
    soort: 'zaak',
    objectId: zaak.id,
    titel: zaak.omschrijving,
    ondertitel: [zaak.zaaktype_naam, naam].filter(Boolean).join(' · '),
    // A closed one by its number only: soon there are many of those for each that runs, all with the same words.
    woorden: lopend ? [zaak.omschrijving, zaak.zaaktype_naam, ...(naam ? [naam] : [])] : [],
    // Also without the year in front: that is how people read it out.
    sleutels: [sleutelNummer(zaak.nummer), sleutelNummer(zaak.nummer.replace(/^Z\d{4}-/, ''))],
    gewicht: lopend ? 45 : 12,
    teamId: zaak.team_id,
    medewerkerId: zaak.behandelaar_id,
    vertrouwelijk: zaak.vertrouwelijk,
    gegevens: { nummer: zaak.nummer, status: zaak.status, zaaktypeNaam: zaak.zaaktype_naam },
  }
}
