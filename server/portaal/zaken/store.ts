import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { ZaakRow, ZaakTermijnRow } from '#server/zaken/index.ts'
import { type Zaakdelingen, zichtbaarInPortaal } from '../toegang/magZaak.ts'
import type { Toegang } from '../toegang/toegang.ts'

/** A moment and an id, of the last row of a page. */
export type Plek = [moment: string, id: string]

/** What he can be in at all, by index; `zichtbaarInPortaal` then decides. */
const mogelijk = (toegang: Toegang) => sql<boolean>`zaak.id in (
  select id from zaak where partij_id = ${toegang.partijId}::uuid
  union all select zaak_id from zaak_rol where partij_id = ${toegang.partijId}::uuid
  union all select id from zaak
    where overeenkomst_id = any(${toegang.contracten.map(({ overeenkomstId }) => overeenkomstId)}::uuid[]))`

/** One row more than asked for. Running ones by when they came in, others by when they ended; last first. */
export function selectZaken(
  db: Db,
  toegang: Toegang,
  delingen: Zaakdelingen,
  { status, na, aantal }: { status: 'lopend' | 'gesloten'; na: Plek | undefined; aantal: number },
): Promise<ZaakRow[]> {
  const lopend = status === 'lopend'
  const moment = lopend ? sql.ref('ontvangen_op') : sql.ref('afgesloten_op')
  return db
    .selectFrom('zaak')
    .selectAll()
    .where(mogelijk(toegang))
    .where(zichtbaarInPortaal(toegang, delingen))
    .where('status', 'in', lopend ? ['AAN', 'INB', 'INU'] : ['AFG', 'GES', 'GEA'])
    .$if(na !== undefined, (query) =>
      query.where(sql<boolean>`(${moment}, zaak.id) < (${na?.[0]}::timestamptz, ${na?.[1]}::uuid)`),
    )
    .orderBy(moment, 'desc')
    .orderBy('id', 'desc')
    .limit(aantal + 1)
    .execute()
}

/** One that this customer may see, or undefined: not there and not his are the same. */
export function selectZaak(db: Db, toegang: Toegang, delingen: Zaakdelingen, id: string): Promise<ZaakRow | undefined> {
  return db
    .selectFrom('zaak')
    .selectAll()
    .where('zaak.id', '=', id)
    .where(zichtbaarInPortaal(toegang, delingen))
    .executeTakeFirst()
}

/** Of many zaken: the running term that ends first, as far as it is a promise to the customer. */
export async function selectBeloften(
  db: Db,
  zaakIds: readonly string[],
): Promise<Map<string, Pick<ZaakTermijnRow, 'zaak_id' | 'uiterste_op'>>> {
  if (zaakIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('zaak_termijn')
    .select(['zaak_id', sql<string>`min(uiterste_op)::text`.as('uiterste_op')])
    .where('zaak_id', 'in', zaakIds)
    .where('status', '=', 'loopt')
    .where('soort', 'in', ['servicenorm', 'belofte'])
    .where('gepauzeerd_op', 'is', null)
    .groupBy('zaak_id')
    .execute()
  return new Map(rows.map((row) => [row.zaak_id, row]))
}

export function selectStatussen(db: Db, zaakId: string) {
  return db
    .selectFrom('zaak_status')
    .select(['id', 'status', 'naam', 'toelichting', 'op'])
    .where('zaak_id', '=', zaakId)
    .orderBy('op', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** Meant for the customer; never what may hold a macro or script. */
export function selectDocumenten(db: Db, zaakId: string) {
  return db
    .selectFrom('zaak_document')
    .selectAll()
    .where('zaak_id', '=', zaakId)
    .where('zichtbaar_in_portaal', '=', true)
    .where('onveilig', '=', false)
    .orderBy('op', 'desc')
    .limit(200)
    .execute()
}

/** What we sent to this person about this zaak; not what went to others in it. */
export function selectBerichten(db: Db, zaakId: string, partijId: string) {
  return db
    .selectFrom('bericht')
    .select(['id', 'onderwerp', 'tekst', 'aangemaakt_op'])
    .where('zaak_id', '=', zaakId)
    .where('partij_id', '=', partijId)
    .where('status', '<>', 'ingetrokken')
    .where('vertrouwelijk', '=', false)
    .orderBy('aangemaakt_op', 'desc')
    .limit(100)
    .execute()
}
