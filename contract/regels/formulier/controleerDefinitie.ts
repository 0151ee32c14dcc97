import { Formulierdefinitie, type Veld } from '../../formulieren.ts'
import { parseFeel } from '../feel/feel.ts'

/** What is wrong with a form, and where: `velden.3.zichtbaar`, or the name of a field. */
export type Definitiefout = { pad: string; melding: string }

/**
 * Judges a form before it is published. `namen` are what the process knows besides the answers (klant, eenheid …),
 * `lijsten` the lists that there are.
 */
export function controleerDefinitie(
  bestand: unknown,
  { namen, lijsten }: { namen: readonly string[]; lijsten: readonly string[] },
): Definitiefout[] {
  const gelezen = Formulierdefinitie.safeParse(bestand)
  if (!gelezen.success) {
    return gelezen.error.issues.slice(0, 50).map((issue) => ({ pad: issue.path.join('.'), melding: issue.message }))
  }
  const def = gelezen.data
  return [
    ...controleerNamen(def, namen),
    ...controleerDelen(def),
    ...def.velden.flatMap((veld, plek) => controleerVeld(def, veld, plek, { namen, lijsten })),
  ]
}

function controleerNamen(def: Formulierdefinitie, namen: readonly string[]): Definitiefout[] {
  return def.velden.flatMap(({ naam }, plek) => {
    const pad = `velden.${plek}.naam`
    if (def.velden.findIndex((veld) => veld.naam === naam) < plek) {
      return [{ pad, melding: `Er zijn twee velden "${naam}". Geef elk veld een eigen naam.` }]
    }
    if (!namen.includes(naam) && !Object.hasOwn(def.gegevens, naam)) return []
    return [{ pad, melding: `De naam "${naam}" heeft al een betekenis. Kies een andere.` }]
  })
}

function controleerDelen({ delen, velden }: Formulierdefinitie): Definitiefout[] {
  if (!delen) return []
  const genoemd = delen.flatMap((deel) => deel.velden)
  const onbekend = genoemd.filter((naam) => !velden.some((veld) => veld.naam === naam))
  const aantal = (naam: string) => genoemd.filter((each) => each === naam).length
  return [
    ...onbekend.map((naam) => ({ pad: 'delen', melding: `Het veld "${naam}" in een deel bestaat niet.` })),
    ...velden
      .filter(({ naam }) => aantal(naam) !== 1)
      .map(({ naam }) => ({ pad: 'delen', melding: `Zet het veld "${naam}" in precies één deel.` })),
  ]
}

function controleerVeld(
  def: Formulierdefinitie,
  veld: Veld,
  plek: number,
  { namen, lijsten }: { namen: readonly string[]; lijsten: readonly string[] },
): Definitiefout[] {
  const vragen = def.velden.filter(({ soort }) => soort !== 'informatie')
  const altijd = [...namen, ...Object.keys(def.gegevens)]
  const eerder = vragen.filter((each) => def.velden.indexOf(each) < plek).map(({ naam }) => naam)
  const alle = vragen.map(({ naam }) => naam)
  const expressies: [onderdeel: string, expressie: string | undefined, bekend: string[]][] = [
    ['zichtbaar', veld.zichtbaar, eerder],
    ['verplicht', typeof veld.verplicht === 'string' ? veld.verplicht : undefined, eerder],
    ['standaard', veld.standaard, eerder],
    ['berekend', veld.soort === 'informatie' ? veld.berekend : undefined, eerder],
    ...veld.controles.map(({ als }, i): [string, string, string[]] => [`controles.${i}.als`, als, alle]),
    ...optieExpressies(veld).map(([deel, expressie]): [string, string, string[]] => [deel, expressie, eerder]),
    ...(veld.soort === 'datum'
      ? [
          ['min', veld.min, eerder] satisfies [string, string | undefined, string[]],
          ['max', veld.max, eerder] satisfies [string, string | undefined, string[]],
        ]
      : []),
  ]
  return [
    ...expressies.flatMap(([onderdeel, expressie, bekend]) =>
      expressie === undefined
        ? []
        : parseFeel(expressie, { namen: [...altijd, ...bekend] }).fouten.map((fout) => ({
            pad: `velden.${plek}.${onderdeel}`,
            melding: verklaar(fout.melding, expressie.slice(fout.van, fout.tot), alle),
          })),
    ),
    ...onbekendeLijst(veld, plek, lijsten),
  ]
}

/** A name that does exist, but is asked later. */
function verklaar(melding: string, stuk: string, alle: readonly string[]): string {
  return alle.includes(stuk) ? `"${stuk}" wordt pas later gevraagd; zet dat veld eerst. ${melding}` : melding
}

function optieExpressies(veld: Veld): [onderdeel: string, expressie: string][] {
  if (veld.soort !== 'keuze' && veld.soort !== 'meerkeuze') return []
  const { opties } = veld
  if (typeof opties === 'string') return [['opties', opties]]
  return !Array.isArray(opties) && opties.alleen ? [['opties.alleen', opties.alleen]] : []
}

function onbekendeLijst(veld: Veld, plek: number, lijsten: readonly string[]): Definitiefout[] {
  if (veld.soort !== 'keuze' && veld.soort !== 'meerkeuze') return []
  const { opties } = veld
  if (typeof opties === 'string' || Array.isArray(opties) || lijsten.includes(opties.lijst)) return []
  return [{ pad: `velden.${plek}.opties.lijst`, melding: `De lijst "${opties.lijst}" bestaat niet.` }]
}
