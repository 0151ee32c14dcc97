import type { Formulierdefinitie, Optie, Veld } from '#contract/formulieren.ts'
import { veraLijst, veraLijstnamen } from './veraLijst.ts'

/** The lists that forms can name: `vera:DEFECTSOORT`. */
export function lijstnamen(): string[] {
  return veraLijstnamen().map((soort) => `vera:${soort}`)
}

/** A form with the lists that it names, as they hold on a day: from here on it needs nothing of the server. */
export function metLijsten(def: Formulierdefinitie, dag: string): Formulierdefinitie {
  const namen = new Set(def.velden.flatMap(lijstenIn))
  const lijsten: Record<string, Optie[]> = Object.fromEntries(
    [...namen].map((naam) => [naam, veraLijst(naam.replace(/^vera:/, ''), dag)]),
  )
  return namen.size > 0 ? { ...def, lijsten } : def
}

function lijstenIn(veld: Veld): string[] {
  if (veld.soort !== 'keuze' && veld.soort !== 'meerkeuze') return []
  if (typeof veld.opties === 'string' || Array.isArray(veld.opties)) return []
  return veld.opties.lijst.startsWith('vera:') ? [veld.opties.lijst] : []
}
