import type { OpenWerk } from '#contract/beheer/medewerkers.ts'
import type { Db } from '#server/platform/db/schema.ts'

/** Whose work: of a person, or of a team. */
export type WerkVan = { medewerkerId: string } | { teamId: string }

/** How many pieces of open work somebody (or a team) has in one slice. */
type TelOpenWerk = (db: Db, van: WerkVan) => Promise<number>

const counters = new Map<string, TelOpenWerk>()

/**
 * A slice below says how to count its own open work, once, when it is loaded: `beheer` warns with it and needs no
 * import of that slice.
 * @param soort a plural noun that is shown, such as `taken`
 */
export function registerOpenWerk(soort: string, tel: TelOpenWerk): void {
  counters.set(soort, tel)
}

/** What would stay behind when this person or team stops; kinds without open work are left out. */
export async function openWerkVan(db: Db, van: WerkVan): Promise<OpenWerk[]> {
  const counted: OpenWerk[] = []
  for (const [soort, tel] of counters) counted.push({ soort, aantal: await tel(db, van) })
  return counted.filter((werk) => werk.aantal > 0)
}
