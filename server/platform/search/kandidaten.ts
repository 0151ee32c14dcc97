import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { ZoekItemTable } from './tables.ts'
import { beginVan, type Criterium } from './uitbreiden.ts'
import type { ZoekScope } from './zoek.ts'

export type Kandidaat = Pick<
  Selectable<ZoekItemTable>,
  'id' | 'soort' | 'object_id' | 'titel' | 'ondertitel' | 'gewicht' | 'woorden' | 'sleutels' | 'gegevens'
>

/** Below this many rows one criterion is looked up by index and the others are only tested. */
const weinig = 1500
/** Never look at more rows than this; of a very common word any of the many is as good as another. */
const maxBekeken = 2000
const maxKandidaten = 80
/** A word in so many rows ("utrecht") is met soon enough by walking back from the newest row. */
const overal = 100_000

/** The best rows that fit every required criterion and that this person may see. */
export async function listKandidaten(tx: Db, criteria: Criterium[], scope: ZoekScope): Promise<Kandidaat[]> {
  const vereist = criteria.filter(({ deel }) => !deel.optioneel).sort((a, b) => omvang(a) - omvang(b))
  const [eerste, ...overige] = vereist
  if (!eerste) return []
  const enkel = omvang(eerste) <= weinig
  const volgorde = overige.length === 0 && eerste.schatting > overal ? sql`order by id desc` : sql``
  const index = enkel || overige.length === 0 ? [opIndex(genoeg(eerste))] : vereist.map(opIndex)
  const toets = enkel ? overige.map(opRij) : []
  // Of five thousand Bergs not every one is looked at, but those with the initials that were typed are.
  const zeker = criteria.flatMap(({ deel, itemIds }) => (deel.optioneel ? itemIds : []))
  const rows = await sql<Kandidaat>`
    with bekeken as materialized (
      (select * from zoek_item
       where ${and(index)} and ${magZien(scope)}
       ${volgorde}
       limit ${maxBekeken})
      ${
        zeker.length > 0
          ? sql`union select * from zoek_item
                where id = any (${zeker}::bigint[]) and ${and(vereist.map(opRij))} and ${magZien(scope)}`
          : sql``
      }
    )
    select id, soort, object_id, titel, ondertitel, gewicht, woorden, sleutels, gegevens
    from bekeken
    where ${and(toets)}
    order by ${som(criteria.map(punten))} desc, gewicht desc, id desc
    limit ${maxKandidaten}`.execute(tx)
  return rows.rows
}

/** A beginning with more words than were looked up can only be tested on the row. */
function omvang({ schatting, meerBegin }: Criterium): number {
  return meerBegin ? Math.max(schatting, 10 * weinig) : schatting
}

/** Of many beginnings the most used words, as far as they fill what is looked at. */
function genoeg(criterium: Criterium): Criterium {
  if (criterium.schatting <= maxBekeken) return criterium
  let som = 0
  const begin = criterium.begin.filter(({ aantal }) => {
    som += aantal
    return som - aantal < maxBekeken
  })
  return { ...criterium, begin }
}

/** Without keys nothing but words: then several criteria are one pass through the GIN index. */
function opIndex({ exact, begin, fout, itemIds }: Criterium): RawBuilder<unknown> {
  const opWoord = sql`woorden && ${[...exact, ...begin.map(({ woord }) => woord), ...fout]}::text[]`
  return itemIds.length > 0 ? sql`(${opWoord} or id = any (${itemIds}::bigint[]))` : opWoord
}

function opRij(criterium: Criterium): RawBuilder<unknown> {
  const begin = beginVan(criterium.deel)
  const index = opIndex(criterium)
  return begin ? sql`(${index} or ${begintMet(begin)})` : index
}

/** Coarse, to keep the best; `rangschik` does the fine work. */
function punten({ deel, exact, itemIds }: Criterium): RawBuilder<unknown> {
  const begin = beginVan(deel)
  return sql`case when woorden && ${exact}::text[] or id = any (${itemIds}::bigint[]) then 4
                  ${begin ? sql`when ${begintMet(begin)} then 2` : sql``} else 0 end`
}

function begintMet(begin: string): RawBuilder<unknown> {
  return sql`exists (select 1 from unnest(woorden) as w where starts_with(w, ${begin}))`
}

/** A taak is for members of its team, for who has it, and for who divides the work; the rest does not exist. */
function magZien(scope: ZoekScope): RawBuilder<unknown> {
  const taak = scope.alleTaken
    ? sql`true`
    : sql`(soort <> 'taak' or team_id = any (${[...scope.teamIds]}::uuid[]) or medewerker_id = ${scope.medewerkerId}::uuid)`
  // Whoever wrote it may see it; with a taak it is the team that decides, and with a zaak who handles it may.
  const vertrouwelijk = scope.vertrouwelijk
    ? sql`true`
    : sql`(not vertrouwelijk or soort in ('taak', 'zaak') or medewerker_id = ${scope.medewerkerId}::uuid)`
  const zaak = scope.vertrouwelijkeZaken
    ? sql`true`
    : sql`(not vertrouwelijk or soort <> 'zaak' or team_id = any (${[...scope.teamIds]}::uuid[]) or medewerker_id = ${scope.medewerkerId}::uuid)`
  const bekend = scope.afgeschermd.length > 0 ? sql`object_id <> all (${[...scope.afgeschermd]}::uuid[])` : sql`true`
  // Not the planner's business: an index on soort would read half the table.
  return sql`(soort = any (${[...scope.soorten]}::text[])) is true and ${taak} and ${vertrouwelijk} and ${zaak} and ${bekend}`
}

function and(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`
}

function som(terms: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(terms, sql` + `)
}
