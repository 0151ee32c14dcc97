import type { Insertable, Updateable } from 'kysely'
import type { Tx } from '#server/platform/db/schema.ts'
import type { TijdlijnTable } from '../tables.ts'

/** Each of another thing or partij; one that is there is replaced. */
export async function upsertTijdlijn(tx: Tx, rows: Insertable<TijdlijnTable>[]): Promise<void> {
  await tx
    .insertInto('tijdlijn_item')
    .values(rows)
    .onConflict((on) =>
      on.columns(['verwijzing_id', 'soort', 'partij_id']).doUpdateSet(({ ref }) => ({
        moment: ref('excluded.moment'),
        titel: ref('excluded.titel'),
        samenvatting: ref('excluded.samenvatting'),
        kanaal: ref('excluded.kanaal'),
        richting: ref('excluded.richting'),
        medewerker_id: ref('excluded.medewerker_id'),
        zichtbaar_in_portaal: ref('excluded.zichtbaar_in_portaal'),
        vertrouwelijk: ref('excluded.vertrouwelijk'),
        gegevens: ref('excluded.gegevens'),
      })),
    )
    .execute()
}

export async function changeTijdlijn(
  tx: Tx,
  which: { verwijzingId: string; soort: string },
  changes: Updateable<TijdlijnTable>,
): Promise<void> {
  await tx
    .updateTable('tijdlijn_item')
    .set(changes)
    .where('verwijzing_id', '=', which.verwijzingId)
    .where('soort', '=', which.soort)
    .execute()
}

export async function deleteTijdlijn(tx: Tx, which: { verwijzingId: string; soort: string }): Promise<void> {
  await tx
    .deleteFrom('tijdlijn_item')
    .where('verwijzing_id', '=', which.verwijzingId)
    .where('soort', '=', which.soort)
    .execute()
}
