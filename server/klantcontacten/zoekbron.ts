import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { ZoekItem } from '#server/platform/search/item.ts'
import { sleutelNummer } from '#server/platform/search/sleutels.ts'
import type { Zoekbron } from '#server/platform/search/zoekbron.ts'
import { findPartijen } from '#server/relaties/index.ts'
import { selectBetrokkenen, selectKlantcontacten } from './store.ts'
import type { KlantcontactRow } from './tables.ts'

export const klantcontactBron: Zoekbron = {
  soort: 'klantcontact',
  alle: sql`select id from klantcontact`,
  async items(db: Db, ids: readonly string[]) {
    const posts = await selectKlantcontacten(db, ids)
    const klanten = (await selectBetrokkenen(db, ids)).filter(({ rol }) => rol === 'klant')
    const partijen = await findPartijen(
      db,
      klanten.flatMap((klant) => klant.partij_id ?? []),
    )
    const naam = new Map(
      klanten.map((klant) => [klant.klantcontact_id, partijen.get(klant.partij_id ?? '')?.naam ?? klant.naam]),
    )
    return posts.map((post) => zoekItemVanKlantcontact(post, naam.get(post.id) ?? ''))
  },
}

/** @param naam of the klant; of somebody unknown the name he gave */
export function zoekItemVanKlantcontact(row: KlantcontactRow, naam: string): ZoekItem {
  return {
    soort: 'klantcontact',
    objectId: row.id,
    titel: row.onderwerp,
    ondertitel: naam,
    // By its number only. Words of a note would be a way around the rights on the note; and five million times
    // "lekkage" would keep mevrouw Lekkerkerk out of the list.
    woorden: [],
    sleutels: [sleutelNummer(String(row.nummer))],
    gewicht: 15,
    teamId: null,
    medewerkerId: row.medewerker_id,
    vertrouwelijk: row.vertrouwelijk,
    gegevens: { nummer: row.nummer, type: row.type, op: row.plaatsgevonden_op.toISOString() },
  }
}
