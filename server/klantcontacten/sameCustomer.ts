import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { huishoudensVan } from '#server/relaties/index.ts'
import { selectBetrokkenen } from './store.ts'

/** Whether this partij, or a household he is in, takes part in the post. An unknown caller matches an unknown caller. */
export async function sameCustomer(db: Db, klantcontactId: string, partijId: string | null, op: Date) {
  const betrokkenen = await selectBetrokkenen(db, [klantcontactId])
  if (partijId === null) return betrokkenen.every((betrokkene) => betrokkene.partij_id === null)
  if (betrokkenen.some((betrokkene) => betrokkene.partij_id === partijId)) return true
  const huishoudens = new Set((await huishoudenPartijen(db, partijId, op)).map((huishouden) => huishouden.id))
  return betrokkenen.some((betrokkene) => betrokkene.partij_id !== null && huishoudens.has(betrokkene.partij_id))
}

/** Each household once, also when somebody has two roles in it. */
export async function huishoudenPartijen(db: Db, partijId: string, op: Date): Promise<{ id: string; naam: string }[]> {
  const found = await huishoudensVan(db, partijId, dagVan(op))
  return [...new Map(found.map(({ partij }) => [partij.id, { id: partij.id, naam: partij.naam }])).values()]
}
