import { sql } from 'kysely'
import { type Bron, idIn } from '../bron.ts'

/** Whose data these are: the partijen that these fields refer to. */
export const partijIdsIn =
  (...velden: string[]): Bron['partijen'] =>
  async (_vraag, weergaven) =>
    weergaven.flatMap((each) => velden.flatMap((veld) => idIn(each, veld) ?? []))

/** Whose data these are: who took part in the contacts that this field refers to (`uuid`: the contact itself). */
export const partijIdsVanContact =
  (veld: string): Bron['partijen'] =>
  async (vraag, weergaven) => {
    const ids = weergaven.flatMap((each) => (veld === 'uuid' ? String(each['uuid']) : (idIn(each, veld) ?? [])))
    if (ids.length === 0) return []
    const { rows } = await sql<{ partij_id: string }>`
      select distinct partij_id from betrokkene
      where klantcontact_id = any (${ids}::uuid[]) and partij_id is not null and rol <> 'huishouden'`.execute(
      vraag.ctx.db,
    )
    return rows.map((row) => row.partij_id)
  }
