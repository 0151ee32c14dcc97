import { evalFeel, FeelError } from '#contract/regels/feel/feel.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { Stap } from '../model/procesmodel.ts'
import type { ProcesWachtRow } from '../tables.ts'
import { type Geladen, laadVersie } from '../versies/geladen.ts'
import { isVanKlant } from './controleer.ts'
import { type Instantiekort, selectBezig, selectInstantiesVan, selectWachtVan } from './store.ts'

/** A step that waits and that a customer can do. */
export type Klanttaak = {
  wacht: ProcesWachtRow
  stap: Stap
  /** Whose step it is; null: of everybody who may see the zaak. */
  partijId: string | null
  formulier: string
}

/** Where the process of a zaak stands, as far as it concerns its customers. */
export type Portaalstand = {
  instantie: Instantiekort
  geladen: Geladen
  /** Elements that wait now. */
  wacht: readonly ProcesWachtRow[]
  taken: Klanttaak[]
  /** Messages that it waits for. */
  berichten: ReadonlySet<string>
  /** Something is being done that goes on by itself within moments. */
  bezig: boolean
}

/** zaakId → where its process stands; a zaak without a process is absent. */
export async function portaalstandenVan(
  db: Db,
  now: Date,
  zaakIds: readonly string[],
): Promise<Map<string, Portaalstand>> {
  const instanties = await selectInstantiesVan(db, zaakIds)
  const lopend = instanties.filter(({ klaar_op }) => klaar_op === null).map(({ id }) => id)
  const [wacht, bezig] = await Promise.all([selectWachtVan(db, lopend), selectBezig(db, lopend)])
  const standen = await Promise.all(
    instanties.map(async (instantie) => {
      const geladen = await laadVersie(db, instantie.versie_id)
      const eigen = wacht.filter(({ instantie_id }) => instantie_id === instantie.id)
      const stand: Portaalstand = {
        instantie,
        geladen,
        wacht: eigen,
        taken: takenIn(geladen, instantie, eigen, now),
        berichten: new Set(eigen.filter(({ soort }) => soort === 'bericht').map(({ naam }) => naam)),
        // What failed a few times may take hours: that is not a moment.
        bezig: bezig.some((each) => each.instantie_id === instantie.id && each.pogingen < 3 && !isLang(each.soort)),
      }
      return [instantie.zaak_id, stand] as const
    }),
  )
  return new Map(standen)
}

/** Looks again and again, for days. */
const isLang = (soort: string) => soort === 'wachten.op'

function takenIn(
  geladen: Geladen,
  { gegevens }: Instantiekort,
  wacht: readonly ProcesWachtRow[],
  now: Date,
): Klanttaak[] {
  return wacht.flatMap((rij): Klanttaak[] => {
    const stap = geladen.model.stappen.get(rij.element)
    if (!stap || !isVanKlant(stap) || (rij.soort !== 'taak' && rij.soort !== 'formulier')) return []
    const formulier = stap.klant && stap.klant !== 'ja' ? stap.klant : stap.formulier
    if (!stap.klantpartij) return [{ wacht: rij, stap, partijId: null, formulier }]
    const partijId = wieVan(stap, { ...gegevens, ...rij.lokaal }, now)
    // Of somebody whom we do not know: then only an employee can do it.
    return partijId ? [{ wacht: rij, stap, partijId, formulier }] : []
  })
}

function wieVan(stap: Stap, gegevens: Record<string, unknown>, nu: Date): string | null {
  try {
    const waarde = evalFeel(stap.klantpartij.slice(1), gegevens, { nu })
    return typeof waarde === 'string' && waarde ? waarde : null
  } catch (error) {
    if (error instanceof FeelError) return null
    throw error
  }
}
