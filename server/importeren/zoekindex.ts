import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#server/platform/db/schema.ts'
import { indexZoekbron } from '#server/platform/search/zoekbron.ts'
import { partijBron } from '#server/relaties/index.ts'
import { eenheidBron } from '#server/wonen/index.ts'

/**
 * Makes the klanten and homes that an import touched findable as they are now; the vocabulary comes after.
 * @returns how many
 */
export async function indexImport(
  db: Db,
  runId: string,
  vandaag: string,
  voortgang: (gedaan: number) => void,
): Promise<number> {
  const klanten = await indexZoekbron(db, partijBron, vandaag, { welke: aangeraaktePartijen(runId), voortgang })
  return klanten + (await indexZoekbron(db, eenheidBron, vandaag, { welke: aangeraakteEenheden(runId) }))
}

/** A persoon who became a member of a household has another role, and so another weight. */
const aangeraaktePartijen = (runId: string): RawBuilder<{ id: string }> => sql`
  select object_id as id from import_sleutel where ruimte = 'partij' and run_id = ${runId}::uuid
  union
  select r.partij_id from import_sleutel k join partij_rol r on r.id = k.object_id
  where k.ruimte = 'lid' and k.run_id = ${runId}::uuid`

/** A home is found by the name of its complex too. */
const aangeraakteEenheden = (runId: string): RawBuilder<{ id: string }> => sql`
  select object_id as id from import_sleutel where ruimte = 'eenheid' and run_id = ${runId}::uuid
  union
  select e.id from import_sleutel k join eenheid e on e.complex_id = k.object_id
  where k.ruimte = 'complex' and k.run_id = ${runId}::uuid`
