import { sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import type { Bron, Voorwaarde, Vraag, Weergave } from './bron.ts'
import { nietGevonden } from './fouten.ts'
import { toon } from './object.ts'
import { parameters, type Schema } from './specificatie/specificatie.ts'
import { leesZoekvraag, type Zoekvraag } from './zoekvraag.ts'

const grootste = 500
/** Up to here `count` is exact; counting five million rows at each page would cost more than the page. */
const exactTot = 10_000

/** @throws 400 on parameters that are not there */
export function zoekvraagVan(bron: Bron, pad: string, query: Record<string, unknown>): Zoekvraag {
  const eigen: Record<string, Schema> = pad.endsWith('}') ? {} : { ...bron.eigenParameters }
  return leesZoekvraag({ ...parameters(pad, 'GET'), ...eigen }, query)
}

/** @throws 404 beyond the last page */
export async function lijst(
  vraag: Vraag,
  bron: Bron,
  query: Record<string, unknown>,
): Promise<{ weergaven: Weergave[]; bladzijde: Weergave; zoek: Zoekvraag }> {
  const zoek = zoekvraagVan(bron, `/${bron.pad}`, query)
  const page = zoek.getal('page', 1)
  const pageSize = Math.min(zoek.getal('pageSize', 100), grootste)
  if (page < 1 || pageSize < 1 || page * pageSize > 1e9) throw nietGevonden()
  const voorwaarden = [...bron.zichtbaar(vraag), ...bron.filters(zoek, vraag)]
  const waar = voorwaarden.length > 0 ? sql`where ${sql.join(voorwaarden, sql` and `)}` : sql``
  const orde = bron.orde?.(zoek) ?? sql`t.id desc`
  const { rows } = await sql<{ id: string }>`
    select t.id from ${bron.tabel} ${waar} order by ${orde}
    limit ${pageSize + 1} offset ${(page - 1) * pageSize}`.execute(vraag.ctx.db)
  if (rows.length === 0 && page > 1) throw nietGevonden()
  const ids = rows.slice(0, pageSize).map((row) => row.id)
  const gezien = (page - 1) * pageSize + rows.length
  const count = rows.length <= pageSize ? gezien : await tel(vraag.ctx.db, bron, waar, gezien)
  return {
    weergaven: await toon(vraag, bron, ids),
    bladzijde: {
      count,
      next: rows.length > pageSize ? adres(vraag, bron, query, page + 1) : null,
      previous: page > 1 ? adres(vraag, bron, query, page - 1) : null,
    },
    zoek,
  }
}

/** Exact as far as that is quick; beyond it what the planner expects, and never less than what was seen. */
async function tel(db: Db, bron: Bron, waar: Voorwaarde, gezien: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from ${bron.tabel} ${waar} limit ${exactTot + 1}) geteld`.execute(db)
  const n = rows[0]?.n ?? 0
  if (n <= exactTot) return n
  const plan = await sql<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>`
    explain (format json) select from ${bron.tabel} ${waar}`.execute(db)
  return Math.max(Math.round(plan.rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0), exactTot + 1, gezien)
}

function adres(vraag: Vraag, bron: Bron, query: Record<string, unknown>, page: number): string {
  const zoek = new URLSearchParams()
  for (const [naam, waarde] of Object.entries(query)) {
    if (naam === 'page') continue
    for (const deel of Array.isArray(waarde) ? waarde : [waarde]) zoek.append(naam, String(deel))
  }
  zoek.set('page', String(page))
  return `${vraag.basis}/${bron.pad}?${zoek}`
}
