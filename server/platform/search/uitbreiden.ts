import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { eenLetterVarianten, isEenFout } from './eenFout.ts'
import { beginBereik, bereikVan, getypteSleutels, past } from './sleutelbereik.ts'
import type { Zoekdeel } from './zoekvraag.ts'

/** A word of the vocabulary and in about how many rows it is. */
export type Bekend = { woord: string; aantal: number }

/** One part of the question with all that a row may have to fit it. */
export type Criterium = {
  deel: Zoekdeel
  /** Words as typed, in their spellings. */
  exact: string[]
  /** Known words that begin with the unfinished last word, the most used first. */
  begin: Bekend[]
  /** Known words one typing error away. */
  fout: string[]
  /** There are more beginnings than were looked up. */
  meerBegin: boolean
  /** Rows that have one of the keys. */
  itemIds: number[]
  /** About how many rows fit. */
  schatting: number
}

const maxBegin = 50
const maxFout = 60
const maxPerSleutel = 400

/** Looks every part up in the keys and the vocabulary, in two queries. */
export async function toCriteria(tx: Db, delen: Zoekdeel[]): Promise<Criterium[]> {
  const sleutels = await findItems(tx, delen)
  const woorden = await countWoorden(
    tx,
    delen.flatMap((deel) => deel.woorden),
  )
  return await Promise.all(
    delen.map(async (deel, i) => {
      const begin = beginVan(deel)
      const bekend = begin ? await listBegin(tx, begin) : []
      const itemIds = sleutels.get(i) ?? []
      const aantal = (words: string[]) => words.reduce((sum, woord) => sum + (woorden.get(woord) ?? 0), 0)
      return {
        deel,
        exact: deel.woorden,
        begin: bekend.filter(({ woord }) => !deel.woorden.includes(woord)),
        fout: [],
        meerBegin: bekend.length >= maxBegin,
        itemIds,
        schatting: itemIds.length + aantal(deel.woorden) + bekend.reduce((sum, each) => sum + each.aantal, 0),
      }
    }),
  )
}

/**
 * The same criteria, now also with the words of one typing error.
 * @returns undefined when no part can have one
 */
export async function metTypefouten(tx: Db, criteria: Criterium[]): Promise<Criterium[] | undefined> {
  const result: Criterium[] = []
  for (const criterium of criteria) {
    const [woord = ''] = criterium.exact
    if (criterium.deel.optioneel || !kanTypefout(woord)) {
      result.push(criterium)
      continue
    }
    const known = new Set([...criterium.exact, ...criterium.begin.map((each) => each.woord)])
    const fout = (await listBuren(tx, woord)).filter((buur) => !known.has(buur.woord))
    result.push({
      ...criterium,
      fout: fout.map((buur) => buur.woord),
      schatting: criterium.schatting + fout.reduce((sum, buur) => sum + buur.aantal, 0),
    })
  }
  return result.some(({ fout }) => fout.length > 0) ? result : undefined
}

export function beginVan(deel: Zoekdeel): string | undefined {
  const woord = deel.woorden[0]
  return deel.onvolledig && woord && woord.length >= 2 ? woord : undefined
}

/** In numbers and in short words nearly everything is one letter away from something else. */
export function kanTypefout(woord: string): boolean {
  return woord.length >= 4 && woord.length <= 24 && !/[0-9]/.test(woord)
}

async function findItems(tx: Db, delen: Zoekdeel[]): Promise<Map<number, number[]>> {
  const gevraagd = delen.flatMap((deel, nr) => getypteSleutels(deel).map((getypt) => ({ nr, getypt, deel })))
  const result = new Map<number, number[]>()
  if (gevraagd.length === 0) return result
  const bereiken = gevraagd.map(({ nr, getypt, deel }) => ({ nr, ...bereikVan(getypt, deel.onvolledig) }))
  const rows = await sql<{ nr: number; sleutel: string; item_id: number }>`
    select b.nr, s.sleutel, s.item_id
    from json_to_recordset(${JSON.stringify(bereiken)}::json) as b(nr int, van text, tot text),
    lateral (
      select sleutel, item_id from zoek_sleutel
      where sleutel >= b.van and sleutel < b.tot order by sleutel limit ${maxPerSleutel}
    ) s`.execute(tx)
  for (const { nr, sleutel, item_id } of rows.rows) {
    const isAntwoord = gevraagd.some(
      ({ nr: van, getypt, deel }) => van === nr && past(getypt, sleutel, deel.onvolledig),
    )
    if (isAntwoord) result.set(nr, [...(result.get(nr) ?? []), item_id])
  }
  return result
}

async function countWoorden(tx: Db, woorden: string[]): Promise<Map<string, number>> {
  if (woorden.length === 0) return new Map()
  const rows = await sql<Bekend>`
    select woord, aantal from zoek_woord where woord = any (${woorden}::text[])`.execute(tx)
  return new Map(rows.rows.map(({ woord, aantal }) => [woord, aantal]))
}

async function listBegin(tx: Db, begin: string): Promise<Bekend[]> {
  const { van, tot } = beginBereik(begin)
  const rows = await sql<Bekend>`
    select woord, aantal from zoek_woord where woord >= ${van} and woord < ${tot}
    order by aantal desc limit ${maxBegin}`.execute(tx)
  return rows.rows
}

async function listBuren(tx: Db, woord: string): Promise<Bekend[]> {
  const varianten = eenLetterVarianten(woord)
  const rows = await sql<Bekend>`
    select woord, aantal from zoek_woord where woord = any (${varianten}::text[]) and woord <> ${woord}
    union
    select z.woord, z.aantal from zoek_variant v join zoek_woord z on z.woord = v.woord
    where v.variant = any (${varianten}::text[]) and v.woord <> ${woord}`.execute(tx)
  return rows.rows
    .filter((each) => isEenFout(each.woord, woord))
    .sort((a, b) => b.aantal - a.aantal)
    .slice(0, maxFout)
}
