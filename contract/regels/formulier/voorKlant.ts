import type { Formulierdefinitie, Optie, Veld } from '../../formulieren.ts'
import { isGevraagd } from './toonFormulier.ts'

/**
 * The same form as a customer is asked it: in his words, and without what is for employees only. Such a field stays in
 * it with a name and what it starts with, so that conditions mean the same for both; its words and lists are gone.
 */
export function voorKlant(def: Formulierdefinitie): Formulierdefinitie {
  const { klant, delen, lijsten, ...rest } = def
  const klantvorm = { ...rest, voor: 'klant' as const }
  const velden = def.velden.map((veld) => (isGevraagd(klantvorm, veld) ? inZijnWoorden(veld) : kaal(veld)))
  const gevraagd = new Set(velden.filter((veld) => isGevraagd(klantvorm, veld)).map(({ naam }) => naam))
  const genoemd = new Set(velden.flatMap((veld) => lijstVan(veld) ?? []))
  return {
    ...klantvorm,
    ...weg(klant),
    velden,
    ...(delen && {
      delen: delen
        .map(({ klant: woorden, ...deel }) => ({
          ...deel,
          ...weg(woorden),
          velden: deel.velden.filter((naam) => gevraagd.has(naam)),
        }))
        .filter((deel) => deel.velden.length > 0),
    }),
    ...(lijsten && { lijsten: Object.fromEntries(Object.entries(lijsten).filter(([naam]) => genoemd.has(naam))) }),
  }
}

function inZijnWoorden({ klant, ...veld }: Veld): Veld {
  const { tekst, ...woorden } = klant ?? {}
  return { ...veld, ...weg(woorden), ...(veld.soort === 'informatie' && tekst && { tekst }) } as Veld
}

/** What conditions need of a field that is not asked. */
function kaal({ klant: _, uitleg: __, ...veld }: Veld): Veld {
  const stil = { ...veld, label: veld.naam, controles: [], verplicht: false }
  if (stil.soort === 'informatie') return { ...stil, tekst: veld.naam, berekend: undefined } as Veld
  if (stil.soort !== 'keuze' && stil.soort !== 'meerkeuze') return stil as Veld
  const { opties } = stil
  const codes = Array.isArray(opties) ? opties.map(({ waarde }): Optie => ({ waarde, label: waarde })) : '[]'
  return { ...stil, opties: codes } as Veld
}

function lijstVan(veld: Veld): string | undefined {
  if (veld.soort !== 'keuze' && veld.soort !== 'meerkeuze') return undefined
  return typeof veld.opties === 'object' && !Array.isArray(veld.opties) ? veld.opties.lijst : undefined
}

/** Without what was left out: `exactOptionalPropertyTypes` knows the difference between absent and undefined. */
function weg<T extends object>(woorden: T | undefined): Partial<Record<keyof T, string>> {
  return Object.fromEntries(Object.entries(woorden ?? {}).filter(([, waarde]) => waarde !== undefined)) as Partial<
    Record<keyof T, string>
  >
}
