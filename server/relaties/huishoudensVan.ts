import type { Db } from '#server/platform/db/schema.ts'
import { selectRollenIn } from './onderdelen/store.ts'
import type { PartijRow } from './tables.ts'

export type Huishouden = { partij: PartijRow; rol: string; begindatum: string; einddatum: string | null }

/** The huishoudens in which this partij has a role on that day (`jjjj-mm-dd`); several are possible. */
export async function huishoudensVan(db: Db, partijId: string, op: string): Promise<Huishouden[]> {
  const rollen = await selectRollenIn(db, partijId, op)
  return rollen
    .filter(({ partij }) => partij.soort === 'huishouden')
    .map(({ partij, rol }) => ({ partij, rol: rol.rol, begindatum: rol.begindatum, einddatum: rol.einddatum }))
}
