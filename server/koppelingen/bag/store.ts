import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { BagAdres } from '#server/relaties/bag.ts'
import type { BagAdresRow } from './tables.ts'

export async function selectBagAdressen(db: Db, postcode: string, huisnummer: number): Promise<BagAdres[]> {
  const rows = await db
    .selectFrom('bag_adres')
    .selectAll()
    .where('postcode', '=', postcode)
    .where('huisnummer', '=', huisnummer)
    .orderBy('huisletter')
    .orderBy('toevoeging')
    .limit(500)
    .execute()
  return rows.map(toBagAdres)
}

/** What our own table knows of one address: safe inside a transaction. */
export async function findBagAdres(db: Db, nummeraanduidingId: string): Promise<BagAdres | undefined> {
  const row = await db
    .selectFrom('bag_adres')
    .selectAll()
    .where('nummeraanduiding_id', '=', nummeraanduidingId)
    .executeTakeFirst()
  return row && toBagAdres(row)
}

/** Adds and refreshes; an address that is already there as it is costs no write. */
export async function upsertBagAdressen(db: Db, adressen: readonly BagAdres[], now: Date): Promise<void> {
  if (adressen.length === 0) return
  const rows = adressen.map((adres) => ({
    nummeraanduiding_id: adres.nummeraanduidingId,
    postcode: adres.postcode,
    huisnummer: adres.huisnummer,
    huisletter: adres.huisletter,
    toevoeging: adres.toevoeging,
    straatnaam: adres.straatnaam,
    woonplaats: adres.woonplaats,
    gemeente: adres.gemeente,
    bijgewerkt_op: now,
  }))
  await db
    .insertInto('bag_adres')
    .values(rows)
    .onConflict((on) =>
      on
        .column('nummeraanduiding_id')
        .doUpdateSet((eb) => ({
          postcode: eb.ref('excluded.postcode'),
          huisnummer: eb.ref('excluded.huisnummer'),
          huisletter: eb.ref('excluded.huisletter'),
          toevoeging: eb.ref('excluded.toevoeging'),
          straatnaam: eb.ref('excluded.straatnaam'),
          woonplaats: eb.ref('excluded.woonplaats'),
          gemeente: eb.ref('excluded.gemeente'),
          bijgewerkt_op: eb.ref('excluded.bijgewerkt_op'),
        }))
        .where(
          sql<boolean>`(bag_adres.straatnaam, bag_adres.woonplaats, bag_adres.postcode, bag_adres.huisnummer)
            is distinct from (excluded.straatnaam, excluded.woonplaats, excluded.postcode, excluded.huisnummer)`,
        ),
    )
    .execute()
}

function toBagAdres(row: BagAdresRow): BagAdres {
  return {
    nummeraanduidingId: row.nummeraanduiding_id,
    postcode: row.postcode,
    huisnummer: row.huisnummer,
    huisletter: row.huisletter,
    toevoeging: row.toevoeging,
    straatnaam: row.straatnaam,
    woonplaats: row.woonplaats,
    gemeente: row.gemeente,
  }
}
