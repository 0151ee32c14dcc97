import type { Formulierdefinitie, Formulierfout, Veld } from '../../formulieren.ts'
import { doorloop, type Formuliercontext, heeftWaarde } from './toonFormulier.ts'

/**
 * Judges answers: the same in the browser while typing and on the server at the end. What is not asked is left out,
 * whatever was sent; what was asked and not answered is null; every mistake names its field.
 */
export function controleerFormulier(
  def: Formulierdefinitie,
  antwoorden: Record<string, unknown>,
  context: Formuliercontext,
): { antwoorden: Record<string, unknown>; fouten: Formulierfout[] } {
  const { velden, blad } = doorloop(def, antwoorden, context)
  const schoon: Record<string, unknown> = {}
  const fouten: Formulierfout[] = []
  for (const { getoond, gelezen } of velden) {
    const { veld, verplicht } = getoond
    if (veld.soort === 'informatie') continue
    if (heeftWaarde(gelezen)) schoon[veld.naam] = gelezen.waarde
    else if (gelezen !== 'leeg') fouten.push({ naam: veld.naam, ...gelezen })
    // Asked and left empty is an answer too: without it the field would start again with its default.
    else schoon[veld.naam] = null
    if (gelezen === 'leeg' && verplicht) fouten.push({ naam: veld.naam, code: 'verplicht', melding: vraagOm(veld) })
  }
  // By now all answers are known: a check may compare with a later field.
  for (const { getoond, gevraagd } of velden) {
    const { naam, controles } = getoond.veld
    if (!gevraagd || fouten.some((fout) => fout.naam === naam)) continue
    const geraakt = controles.find(({ als }) => blad.reken(als, false) === true)
    if (geraakt) fouten.push({ naam, code: 'controle', melding: geraakt.melding })
  }
  return { antwoorden: schoon, fouten: opVolgorde(def, fouten) }
}

function opVolgorde(def: Formulierdefinitie, fouten: Formulierfout[]): Formulierfout[] {
  const plek = new Map(def.velden.map(({ naam }, i) => [naam, i]))
  return fouten.toSorted((a, b) => (plek.get(a.naam) ?? 0) - (plek.get(b.naam) ?? 0))
}

function vraagOm({ soort, label }: Veld): string {
  if (soort === 'keuze' || soort === 'meerkeuze' || soort === 'eenheid') return `Maak een keuze bij "${label}".`
  if (soort === 'janee') return `Kies ja of nee bij "${label}".`
  if (soort === 'bestand') return `Voeg een bestand toe bij "${label}".`
  if (soort === 'foto') return `Voeg een foto toe bij "${label}".`
  if (soort === 'handtekening') return `Zet een handtekening bij "${label}".`
  return `Vul "${label}" in.`
}
