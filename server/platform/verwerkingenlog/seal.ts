import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { begin, zegelVan } from './keten.ts'
import { canoniek } from './store.ts'

const batch = 2000

/** The last seal: written elsewhere (the server's own log), it proves later that the end was not cut off. */
export type LaatsteZegel = { volgnummer: number; hash: string }

/**
 * Puts every waiting line in the hash chain, in batches. One process at a time; another one leaves at once.
 * @returns how many lines were sealed, and the last seal
 */
export async function seal(db: Db): Promise<{ verzegeld: number; laatste: LaatsteZegel | undefined }> {
  let verzegeld = 0
  for (;;) {
    const done = await sealBatch(db)
    verzegeld += done.verzegeld
    if (done.verzegeld < batch) return { verzegeld, laatste: done.laatste }
  }
}

async function sealBatch(db: Db): Promise<{ verzegeld: number; laatste: LaatsteZegel | undefined }> {
  return await db.transaction().execute(async (tx) => {
    const lock = await sql<{ mijn: boolean }>`
      select pg_try_advisory_xact_lock(hashtext(current_schema() || '.verwerking_zegel')) as mijn`.execute(tx)
    if (!lock.rows[0]?.mijn) return { verzegeld: 0, laatste: undefined }
    const wachtend = await sql<{ id: number; canoniek: string }>`
      select v.id, ${canoniek} as canoniek
      from verwerking_open o join verwerking v on v.id = o.verwerking_id
      order by v.id limit ${batch}`.execute(tx)
    const vorige = await sql<{ volgnummer: number; hash: Buffer }>`
      select volgnummer, hash from verwerking_zegel order by volgnummer desc limit 1`.execute(tx)
    let { volgnummer, hash } = vorige.rows[0] ?? { volgnummer: 0, hash: begin }
    const zegels = wachtend.rows.map((row) => {
      hash = zegelVan(hash, row.canoniek)
      volgnummer += 1
      return { volgnummer, id: row.id, hash: hash.toString('hex') }
    })
    if (zegels.length > 0) {
      await sql`
        insert into verwerking_zegel (volgnummer, verwerking_id, hash)
        select volgnummer, id, decode(hash, 'hex')
        from json_to_recordset(${JSON.stringify(zegels)}::json) as z(volgnummer bigint, id bigint, hash text)`.execute(
        tx,
      )
    }
    await sql`
      delete from verwerking_open where verwerking_id = any (${wachtend.rows.map(({ id }) => id)}::bigint[])`.execute(
      tx,
    )
    return {
      verzegeld: zegels.length,
      laatste: volgnummer > 0 ? { volgnummer, hash: hash.toString('hex') } : undefined,
    }
  })
}
