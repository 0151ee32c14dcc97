import type { Formulierdefinitie, Optie, Veld } from '../../formulieren.ts'
import { type Formuliercontext, maakRekenblad, type Rekenblad } from './expressies.ts'
import { type Gelezen, type Grenzen, leesAntwoord } from './leesAntwoord.ts'
import { optiesVan } from './opties.ts'

export type { Formuliercontext } from './expressies.ts'

/** A field that is asked now. */
export type GetoondVeld = {
  veld: Veld
  verplicht: boolean
  /** What stands in it: the answer, or what it starts with. */
  waarde: unknown
  opties: readonly Optie[]
  /** The first and last day that can be chosen, for a date. */
  van: string | null
  tot: string | null
}

/** The fields that are asked, given the answers so far. A field that is not asked has no value for the ones after it. */
export function toonFormulier(
  def: Formulierdefinitie,
  antwoorden: Record<string, unknown>,
  context: Formuliercontext,
): GetoondVeld[] {
  return doorloop(def, antwoorden, context).velden.flatMap(({ getoond, gevraagd }) => (gevraagd ? [getoond] : []))
}

type Doorlopen = {
  getoond: GetoondVeld
  gelezen: Gelezen
  /** Not of who fills it in: then it has what it starts with, whatever was sent. */
  gevraagd: boolean
}

/** The same walk for showing and for judging, so that they can never differ. */
export function doorloop(
  def: Formulierdefinitie,
  antwoorden: Record<string, unknown>,
  context: Formuliercontext,
): { velden: Doorlopen[]; blad: Rekenblad } {
  const blad = maakRekenblad(def, context)
  const velden = def.velden.flatMap((veld): Doorlopen[] => {
    // A condition that cannot be worked out hides nothing: better a question too many than one too few.
    if (veld.zichtbaar && blad.reken(veld.zichtbaar, true) !== true) return []
    const grenzen = grenzenVan(def, veld, blad)
    const gevraagd = isGevraagd(def, veld)
    if (veld.soort === 'informatie') {
      const waarde = veld.berekend ? blad.reken(veld.berekend, null) : null
      return [{ getoond: { veld, verplicht: false, waarde, ...grenzen }, gelezen: 'leeg', gevraagd }]
    }
    const gegeven = gevraagd && Object.hasOwn(antwoorden, veld.naam)
    const ruw = gegeven ? antwoorden[veld.naam] : beginwaarde(veld, grenzen, blad)
    const gelezen = leesAntwoord(veld, ruw, grenzen)
    const moet = typeof veld.verplicht === 'string' ? blad.reken(veld.verplicht, false) === true : veld.verplicht
    blad.noteer(veld, heeftWaarde(gelezen) ? gelezen.waarde : null)
    return [{ getoond: { veld, verplicht: moet && gevraagd, waarde: ruw ?? null, ...grenzen }, gelezen, gevraagd }]
  })
  return { velden, blad }
}

/** Of who fills this form in: an employee, unless `voorKlant` made it. */
export function isGevraagd(def: Formulierdefinitie, veld: Veld): boolean {
  return veld.voor === undefined || veld.voor === (def.voor ?? 'medewerker')
}

export function heeftWaarde(gelezen: Gelezen): gelezen is { waarde: unknown } {
  return gelezen !== 'leeg' && 'waarde' in gelezen
}

function grenzenVan(def: Formulierdefinitie, veld: Veld, blad: Rekenblad): Grenzen {
  const opties = veld.soort === 'keuze' || veld.soort === 'meerkeuze' ? optiesVan(def, veld.opties, blad) : []
  const dag = (expressie: string | undefined) => {
    const waarde = expressie ? blad.reken(expressie, null) : null
    return typeof waarde === 'string' ? waarde.slice(0, 10) : null
  }
  return veld.soort === 'datum' ? { opties, van: dag(veld.min), tot: dag(veld.max) } : { opties, van: null, tot: null }
}

/** What a field starts with, when that is something it can take. */
function beginwaarde(veld: Veld, grenzen: Grenzen, blad: Rekenblad): unknown {
  if (!veld.standaard) return null
  const waarde = blad.reken(veld.standaard, null)
  return heeftWaarde(leesAntwoord(veld, waarde, grenzen)) ? waarde : null
}
