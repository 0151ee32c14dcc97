import type { Db } from '#server/platform/db/schema.ts'
import { getPartij } from './getPartij.ts'
import { selectOnderdelen } from './onderdelen/store.ts'
import { selectIdentificatoren, selectOrganisatie, selectPartijen, selectPersonen } from './store.ts'
import type { IdentificatorRow, OrganisatieRow, PartijRow, PersoonRow } from './tables.ts'

type Onderdelen = Awaited<ReturnType<typeof selectOnderdelen>>

/** Everything about one partij except the BSN, and the names of the others it is tied to. */
export type PartijGeheel = Onderdelen & {
  partij: PartijRow
  persoon: PersoonRow | undefined
  organisatie: OrganisatieRow | undefined
  identificatoren: IdentificatorRow[]
  anderen: Map<string, PartijRow>
}

/** @throws 404 */
export async function laadPartij(db: Db, id: string): Promise<PartijGeheel> {
  const partij = await getPartij(db, id)
  const [persoon] = await selectPersonen(db, [id])
  const organisatie = partij.soort === 'organisatie' ? await selectOrganisatie(db, id) : undefined
  const identificatoren = partij.soort === 'organisatie' ? await selectIdentificatoren(db, id) : []
  const onderdelen = await selectOnderdelen(db, id)
  const anderen = await selectPartijen(
    db,
    [
      partij.samengevoegd_in,
      persoon?.werkte_voor_partij_id,
      ...onderdelen.rollen.map((rol) => rol.in_partij_id),
      ...onderdelen.leden.map((rol) => rol.partij_id),
      ...onderdelen.vertegenwoordigers.map((row) => row.vertegenwoordiger_id),
      ...onderdelen.vertegenwoordigt.map((row) => row.vertegenwoordigde_id),
    ].filter((each) => each !== null && each !== undefined),
  )
  return {
    partij,
    persoon,
    organisatie,
    identificatoren,
    ...onderdelen,
    anderen: new Map(anderen.map((row) => [row.id, row])),
  }
}
