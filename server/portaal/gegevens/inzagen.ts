import { sql } from 'kysely'
import { z } from 'zod'
import type { Inzage } from '#contract/portaal/gegevens.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { type ReadContext, systemActor } from '#server/platform/http/context.ts'
import { page, readCursor } from '#server/platform/http/cursor.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { eisDomein, type Toegang } from '../toegang/toegang.ts'

/**
 * Who looked into his data: when, for what kind of thing, and of which team. Not by name: the law gives a right to that
 * only when somebody needs it to stand up for himself (CJEU C-579/21, Pankki), and then a colleague decides.
 */
export async function listInzagen(
  ctx: ReadContext,
  toegang: Toegang,
  { na, aantal }: { na?: string | undefined; aantal: number },
): Promise<{ rijen: Inzage[]; volgende?: string }> {
  eisDomein(toegang, 'gegevens')
  if (na === undefined) {
    await logVerwerking(ctx, {
      actie: 'inzien',
      doel: 'Bekijken wie de gegevens inzag',
      objectSoort: 'verwerkingenlog',
      partijIds: [toegang.partijId],
    })
  }
  const rows = await selectInzagen(ctx.db, toegang, readCursor(Cursor, na)?.[0], aantal + 1)
  const { rijen, volgende } = page(rows, aantal, (row) => [row.id])
  return { rijen: rijen.map((row) => present(row, toegang)), ...(volgende && { volgende }) }
}

const Cursor = z.tuple([z.number().int()])

type Row = {
  id: number
  op: Date
  medewerker_id: string | null
  actie: string
  object_soort: string
  keer: number
  is_medewerker: boolean
  team: string | null
}

/** More than anybody reads; what is older can be asked for. */
const hoogstens = 5000

/**
 * Lines about a confidential zaak, contact or taak, or about a case in which somebody complained of him, stay out: they
 * would tell that it exists. The same of one kind on one day is one line.
 */
async function selectInzagen(db: Db, toegang: Toegang, na: number | undefined, aantal: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with regel as (
      select v.id, v.op, v.medewerker_id, v.actie, v.object_soort,
             case when v.object_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then v.object_id::uuid end as object
      from verwerking v where v.partij_ids @> array[${toegang.partijId}::uuid]
      order by v.op desc, v.id desc limit ${hoogstens}
    ), zichtbaar as (
      select r.* from regel r
      left join taak t on t.id = r.object left join bericht b on b.id = r.object
      left join zaak z on z.id = coalesce(t.zaak_id, b.zaak_id, r.object)
      left join klantcontact k on k.id = coalesce(t.klantcontact_id, r.object)
      where not coalesce(t.vertrouwelijk, false) and not coalesce(b.vertrouwelijk, false)
        and not coalesce(z.vertrouwelijk, false) and not coalesce(k.vertrouwelijk, false)
        and coalesce(z.zichtbaar_in_portaal, true)
        and not exists (select from zaak_rol rol
          where rol.zaak_id = z.id and rol.partij_id = ${toegang.partijId}::uuid and rol.rol = 'beklaagde')
    )
    select g.*, m.id is not null as is_medewerker,
           (select string_agg(distinct team.naam, ', ') from team_lid l join team on team.id = l.team_id
            where l.medewerker_id = g.medewerker_id and l.tot is null) as team
    from (
      select max(id) as id, max(op) as op, medewerker_id, actie, object_soort, count(*)::int as keer
      from zichtbaar
      group by (op at time zone 'Europe/Amsterdam')::date, medewerker_id, actie, object_soort
    ) g left join medewerker m on m.id = g.medewerker_id
    where ${na ?? null}::bigint is null or g.id < ${na ?? null}::bigint
    order by g.id desc limit ${aantal}`.execute(db)
  return rows.map((row) => ({ ...row, id: Number(row.id) }))
}

const acties: Record<string, Inzage['wat']> = {
  inzien: 'bekeken',
  zoeken: 'gezocht',
  toevoegen: 'toegevoegd',
  wijzigen: 'gewijzigd',
  verwijderen: 'verwijderd',
  exporteren: 'uitgegeven',
  importeren: 'ingelezen',
  samenvoegen: 'samengevoegd',
}

const soorten: Record<string, Inzage['waarover']> = {
  partij: 'gegevens',
  verwerkingenlog: 'gegevens',
  klantaccount: 'gegevens',
  klantcontact: 'contact',
  gesprek: 'contact',
  taak: 'taak',
  zaak: 'zaak',
  bericht: 'bericht',
  bijlage: 'document',
  document: 'document',
}

function present(row: Row, { klant }: Toegang): Inzage {
  return {
    id: row.id,
    op: row.op.toISOString(),
    wat: acties[row.actie] ?? 'bekeken',
    waarover: soorten[row.object_soort] ?? 'overig',
    door: doorWie(row, klant.accountId),
    team: row.is_medewerker ? (row.team ?? '') : '',
    keer: row.keer,
  }
}

/** An id that is no employee and not the system is the account of a customer: himself, or who acts for him. */
function doorWie(row: Row, accountId: string): Inzage['door'] {
  if (row.is_medewerker) return 'medewerker'
  if (row.medewerker_id === accountId) return 'uzelf'
  return row.medewerker_id === null || row.medewerker_id === systemActor.medewerkerId ? 'systeem' : 'namens-u'
}
