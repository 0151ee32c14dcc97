import { sql } from 'kysely'
import { bewaarVertegenwoordiging, verwijderVertegenwoordiging } from '#server/relaties/vanBuiten/index.ts'
import { type Bron, idIn, type Schrijfvraag, verwijzing, type Weergave } from '../bron.ts'
import { veldfout } from '../fouten.ts'
import { eisBestaat, houdVast } from '../object.ts'
import { bronVan } from './index.ts'
import { partijIdsIn } from './partijIdsIn.ts'
import { loopt } from './zicht.ts'

type Rij = { id: string; vertegenwoordiger_id: string; vertegenwoordigde_id: string }

/** Who acts for whom; as what, and until when, is kept in Rondom. */
export const vertegenwoordigingen: Bron = {
  pad: 'vertegenwoordigingen',
  onderdeel: 'partijen',
  schema: 'Vertegenwoordigden',
  tabel: sql`vertegenwoordiging t`,
  zichtbaar: () => [loopt(sql`t`)],
  filters: (zoek) => [
    ...zoek.verwijst('vertegenwoordigendePartij', (id) => sql`t.vertegenwoordiger_id = ${id}::uuid`),
    ...zoek.verwijst('vertegenwoordigdePartij', (id) => sql`t.vertegenwoordigde_id = ${id}::uuid`),
  ],
  async laad(vraag, ids) {
    const { rows } = await sql<Rij>`
      select id, vertegenwoordiger_id, vertegenwoordigde_id from vertegenwoordiging
      where id = any (${[...ids]}::uuid[])`.execute(vraag.ctx.db)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...verwijzing(vraag, 'vertegenwoordigingen', row.id),
          vertegenwoordigendePartij: verwijzing(vraag, 'partijen', row.vertegenwoordiger_id),
          vertegenwoordigdePartij: verwijzing(vraag, 'partijen', row.vertegenwoordigde_id),
        },
      ]),
    )
  },
  partijen: partijIdsIn('vertegenwoordigendePartij', 'vertegenwoordigdePartij'),
  maak: (vraag, body) => bewaar(vraag, null, body),
  wijzig: async (vraag, id, anders, was) => {
    await bewaar(vraag, id, { ...was, ...anders })
  },
  async verwijder(vraag, id, was) {
    const partijIds = await partijIdsIn('vertegenwoordigendePartij', 'vertegenwoordigdePartij')(vraag, [was])
    await verwijderVertegenwoordiging(vraag.w, id, partijIds)
  },
}

async function bewaar(vraag: Schrijfvraag, id: string | null, body: Weergave): Promise<string> {
  const vertegenwoordigerId = idIn(body, 'vertegenwoordigendePartij') ?? ''
  const vertegenwoordigdeId = idIn(body, 'vertegenwoordigdePartij') ?? ''
  await eisBestaat(vraag, bronVan('partijen'), 'vertegenwoordigendePartij', vertegenwoordigerId)
  await eisBestaat(vraag, bronVan('partijen'), 'vertegenwoordigdePartij', vertegenwoordigdeId)
  if (vertegenwoordigerId === vertegenwoordigdeId)
    throw veldfout('vertegenwoordigdePartij', 'invalid', 'Een partij kan zichzelf niet vertegenwoordigen.')
  await houdVast(vraag, `vertegenwoordiging ${vertegenwoordigerId} ${vertegenwoordigdeId}`)
  const { rows } = await sql`
    select from vertegenwoordiging t
    where t.vertegenwoordiger_id = ${vertegenwoordigerId} and t.vertegenwoordigde_id = ${vertegenwoordigdeId}
      and ${loopt(sql`t`)} and t.id is distinct from ${id}::uuid limit 1`.execute(vraag.w.tx)
  if (rows.length > 0) throw veldfout('nonFieldErrors', 'unique', 'Deze vertegenwoordiging is er al.')
  return await bewaarVertegenwoordiging(vraag.w, id, { vertegenwoordigerId, vertegenwoordigdeId })
}
