import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { ZoekItem } from '#server/platform/search/item.ts'
import { sleutelNummer } from '#server/platform/search/sleutels.ts'
import type { Zoekbron } from '#server/platform/search/zoekbron.ts'
import { findPartijen } from '#server/relaties/index.ts'
import { isGesloten } from './regels/overgangen.ts'
import { selectTaken } from './store.ts'
import type { TaakRow } from './tables.ts'

export const taakBron: Zoekbron = {
  soort: 'taak',
  alle: sql`select id from taak`,
  async items(db: Db, ids: readonly string[]) {
    const taken = [...(await selectTaken(db, ids)).values()]
    const partijen = await findPartijen(
      db,
      taken.flatMap((taak) => taak.partij_id ?? []),
    )
    return taken.map((taak) => zoekItemVanTaak(taak, partijen.get(taak.partij_id ?? '')?.naam))
  },
}

/** @param naam of the klant whom it is about */
export function zoekItemVanTaak(taak: TaakRow, naam: string | undefined): ZoekItem {
  return {
    soort: 'taak',
    objectId: taak.id,
    titel: taak.onderwerp,
    ondertitel: naam ?? '',
    // A closed one by its number only: there are a hundred of those for each that is open, all with the same words.
    woorden: isGesloten(taak.status) ? [] : [taak.onderwerp, ...(naam ? [naam] : [])],
    sleutels: [sleutelNummer(String(taak.nummer))],
    gewicht: isGesloten(taak.status) ? 10 : 40,
    teamId: taak.team_id,
    medewerkerId: taak.medewerker_id,
    vertrouwelijk: taak.vertrouwelijk,
    gegevens: { nummer: taak.nummer, status: taak.status, deadline: taak.deadline },
  }
}
