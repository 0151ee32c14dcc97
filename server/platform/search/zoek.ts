import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { ZoekSoort } from './item.ts'
import { listKandidaten } from './kandidaten.ts'
import { rangschik, type Waarom } from './rangschik.ts'
import { type Criterium, metTypefouten, toCriteria } from './uitbreiden.ts'
import { herkenZoekvraag } from './zoekvraag.ts'

/** What the one who searches may see. Applied in the query itself: hidden rows count for nothing. */
export type ZoekScope = {
  soorten: readonly ZoekSoort[]
  medewerkerId: string
  teamIds: readonly string[]
  /** Sees the taken of every team. */
  alleTaken: boolean
  vertrouwelijk: boolean
  /** Sees confidential zaken, too, that are not his or his team's. */
  vertrouwelijkeZaken: boolean
  /** Ids that do not exist for him, whatever his rights. */
  afgeschermd: readonly string[]
  aantal: number
}

export type Treffer = {
  soort: ZoekSoort
  objectId: string
  titel: string
  ondertitel: string
  gegevens: Record<string, unknown>
  waarom: Waarom[]
}

/**
 * Search as you type: every part of the question must fit, exactly, as a beginning, or with one typing error.
 * Exact comes before beginning comes before typing error; then weight. Bounded in rows and in time.
 */
export async function zoek(db: Db, vraag: string, scope: ZoekScope): Promise<{ treffers: Treffer[]; meer: boolean }> {
  const { delen } = herkenZoekvraag(vraag)
  if (delen.length === 0 || scope.soorten.length === 0) return { treffers: [], meer: false }
  return await db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      // Estimates of how many rows share a word are guesses: reading the whole table is never right here.
      await sql`
        select set_config('enable_seqscan', 'off', true), set_config('statement_timeout', '3000', true)`.execute(tx)
      const criteria = await toCriteria(tx, delen)
      const ranked = await find(tx, criteria, scope)
      return { treffers: ranked.slice(0, scope.aantal), meer: ranked.length > scope.aantal }
    })
}

/** Typing errors are only looked for when the words as typed do not fill the list. */
async function find(tx: Db, criteria: Criterium[], scope: ZoekScope): Promise<Treffer[]> {
  const exact = await listKandidaten(tx, criteria, scope)
  const ruimer = exact.length > scope.aantal ? undefined : await metTypefouten(tx, criteria)
  if (!ruimer) return rangschik(exact, criteria)
  const seen = new Set(exact.map(({ id }) => id))
  const extra = (await listKandidaten(tx, ruimer, scope)).filter(({ id }) => !seen.has(id))
  return rangschik([...exact, ...extra], ruimer)
}
