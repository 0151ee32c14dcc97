import type { Formulierdefinitie, Veld } from '#contract/formulieren.ts'
import { isGevraagd } from '#contract/regels/formulier/toonFormulier.ts'
import { voorKlant } from '#contract/regels/formulier/voorKlant.ts'

type Gegevens = Record<string, unknown>

/**
 * A form as a customer gets it, with what its conditions may use: only what the questions to him name. The data of a
 * case hold notes of employees and names of others; what no question names, never leaves.
 */
export function zoalsKlant(
  formulier: Formulierdefinitie,
  gegevens: Gegevens,
): { def: Formulierdefinitie; gegevens: Gegevens } {
  const def = voorKlant(formulier)
  const woorden = new Set(
    def.velden
      .filter((veld) => isGevraagd(def, veld))
      .flatMap(expressiesVan)
      .flatMap((expressie) => expressie.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []),
  )
  const genoemd = alleenGenoemd(gegevens, woorden) as Gegevens
  // As what he acts is his own, and what he is not asked may begin with it.
  return { def, gegevens: 'portaal' in gegevens ? { ...genoemd, portaal: gegevens['portaal'] } : genoemd }
}

function expressiesVan(veld: Veld): string[] {
  const opties = veld.soort === 'keuze' || veld.soort === 'meerkeuze' ? veld.opties : []
  return [
    veld.zichtbaar,
    typeof veld.verplicht === 'string' ? veld.verplicht : undefined,
    veld.standaard,
    ...veld.controles.map(({ als }) => als),
    veld.soort === 'informatie' ? veld.berekend : undefined,
    ...(veld.soort === 'datum' ? [veld.min, veld.max] : []),
    typeof opties === 'string' ? opties : Array.isArray(opties) ? undefined : opties.alleen,
  ].filter((each) => each !== undefined)
}

/** At every depth: of a person his name and not his number, when only the name is named. */
function alleenGenoemd(waarde: unknown, woorden: ReadonlySet<string>): unknown {
  if (Array.isArray(waarde)) return waarde.map((each) => alleenGenoemd(each, woorden))
  if (typeof waarde !== 'object' || waarde === null) return waarde
  return Object.fromEntries(
    Object.entries(waarde)
      .filter(([naam]) => woorden.has(naam))
      .map(([naam, deel]) => [naam, alleenGenoemd(deel, woorden)]),
  )
}
