import { evalFeelWaarde, evalUnaryTest, FeelError, type FeelOpties, vanFeel } from '#contract/regels/feel/feel.ts'
import { BeslisError } from './beslisfout.ts'
import type { Beslismodel, Beslissing, Kolom, Regel, Soort, Tabel } from './beslismodel.ts'
import { naarSoort, soortnaam } from './soorten.ts'
import { pasTrefbeleidToe, type Treffer } from './trefbeleid.ts'

export { BeslisError } from './beslisfout.ts'

export type Beslisuitkomst = {
  beslissing: string
  naam: string
  uitkomst: unknown
  /** The rules that led to it, as people count them, with what the table says about each. */
  regels: { nummer: number; opmerking: string }[]
  /** What the rules judged: the value of each column, or of each input of a formula. */
  invoer: Record<string, unknown>
  /** The decisions that it needed, first things first. */
  onderliggend: Beslisuitkomst[]
  /** Inputs that were not given: counted as not known. */
  onbekend: string[]
}

type Klok = Pick<FeelOpties, 'nu' | 'isVrij'>

/** Takes a decision, and first the decisions that it needs. `invoer` goes by the names of the inputs. */
export function beslis(
  model: Beslismodel,
  beslissingId: string,
  invoer: Record<string, unknown>,
  klok: Klok = {},
): Beslisuitkomst {
  return neem({ model, invoer, opties: { ...klok, herkenDatums: false }, genomen: new Map() }, beslissingId, [])
}

type Beraad = {
  model: Beslismodel
  invoer: Record<string, unknown>
  opties: FeelOpties
  /** A decision that two others need is taken once. */
  genomen: Map<string, Beslisuitkomst>
}

function neem(beraad: Beraad, id: string, bezig: readonly string[]): Beslisuitkomst {
  const uitkomst = beraad.genomen.get(id) ?? neemNieuwe(beraad, id, bezig)
  beraad.genomen.set(id, uitkomst)
  return uitkomst
}

function neemNieuwe(beraad: Beraad, id: string, bezig: readonly string[]): Beslisuitkomst {
  const { model, invoer, opties } = beraad
  const beslissing = model.beslissingen.get(id)
  if (!beslissing) throw new BeslisError(`De beslissing "${id}" bestaat niet in dit model.`)
  if (bezig.includes(id)) throw new BeslisError(`De beslissing "${beslissing.naam}" heeft zichzelf nodig.`)
  const onderliggend = beslissing.beslissingen.map((nodig) => neem(beraad, nodig, [...bezig, id]))
  const namen = beslissing.invoer.flatMap((nodig) => model.invoer.get(nodig) ?? [])
  const waarden = Object.fromEntries([
    ...namen.map(({ naam, soort }) => [naam, getypeerd(invoer[naam], soort, `De invoer "${naam}"`, opties)]),
    ...onderliggend.map((uitkomst) => alsWaarde(model, uitkomst)),
  ])
  const genomen =
    beslissing.logica.vorm === 'tabel'
      ? beslisMetTabel(beslissing, beslissing.logica, waarden, opties)
      : {
          uitkomst: vanFeel(reken(beslissing, beslissing.logica.tekst, waarden, opties)),
          regels: [],
          invoer: naarJson(waarden),
        }
  const ontbrekend = namen.filter(({ naam }) => invoer[naam] === undefined).map(({ naam }) => naam)
  const onbekend = new Set([...onderliggend.flatMap((uitkomst) => uitkomst.onbekend), ...ontbrekend])
  return { beslissing: id, naam: beslissing.naam, ...genomen, onderliggend, onbekend: [...onbekend] }
}

function beslisMetTabel(
  beslissing: Beslissing,
  tabel: Tabel,
  waarden: Record<string, unknown>,
  opties: FeelOpties,
): Pick<Beslisuitkomst, 'uitkomst' | 'regels' | 'invoer'> {
  const kolomwaarden = tabel.kolommen.map((kolom) => {
    // Most columns ask for one input by its name: that needs no reckoning.
    const waarde = Object.hasOwn(waarden, kolom.expressie)
      ? waarden[kolom.expressie]
      : reken(beslissing, kolom.expressie, waarden, opties)
    return getypeerd(waarde, kolom.soort, `"${kolom.label}" in "${beslissing.naam}"`, opties)
  })
  const eersteVolstaat = tabel.trefbeleid === 'F'
  const treffers: Treffer[] = []
  for (const regel of tabel.regels) {
    if (!past(beslissing, tabel.kolommen, regel, kolomwaarden, waarden, opties)) continue
    treffers.push({ regel, uitkomsten: uitkomstenVan(beslissing, tabel, regel, waarden, opties) })
    if (eersteVolstaat) break
  }
  const standaard = tabel.uitkomsten.some((kolom) => kolom.standaard)
    ? tabel.uitkomsten.map((kolom) => (kolom.standaard ? reken(beslissing, kolom.standaard, waarden, opties) : null))
    : undefined
  const { uitkomst, gebruikt } = pasTrefbeleidToe(beslissing.naam, tabel, treffers, standaard)
  return {
    uitkomst,
    regels: gebruikt.map(({ nummer, opmerking }) => ({ nummer, opmerking })),
    invoer: naarJson(Object.fromEntries(tabel.kolommen.map((kolom, i) => [kolom.label, kolomwaarden[i]]))),
  }
}

function past(
  beslissing: Beslissing,
  kolommen: Kolom[],
  regel: Regel,
  kolomwaarden: unknown[],
  waarden: Record<string, unknown>,
  opties: FeelOpties,
): boolean {
  return kolommen.every((kolom, i) => {
    const cel = regel.cellen[i] ?? '-'
    if (cel === '-') return true
    return inWoorden(`Regel ${regel.nummer}, "${kolom.label}", van "${beslissing.naam}"`, () =>
      evalUnaryTest(cel, kolomwaarden[i], waarden, opties),
    )
  })
}

function uitkomstenVan(
  beslissing: Beslissing,
  tabel: Tabel,
  regel: Regel,
  waarden: Record<string, unknown>,
  opties: FeelOpties,
): unknown[] {
  return tabel.uitkomsten.map((kolom, i) => {
    const tekst = regel.uitkomsten[i] ?? ''
    const plek = `Regel ${regel.nummer}, "${kolom.label}", van "${beslissing.naam}"`
    const waarde = tekst === '' ? null : inWoorden(plek, () => evalFeelWaarde(tekst, waarden, opties))
    return getypeerd(waarde, kolom.soort, plek, opties)
  })
}

function reken(beslissing: Beslissing, tekst: string, waarden: Record<string, unknown>, opties: FeelOpties): unknown {
  return inWoorden(`"${tekst}" in "${beslissing.naam}"`, () => evalFeelWaarde(tekst, waarden, opties))
}

function getypeerd(waarde: unknown, soort: Soort, wat: string, opties: FeelOpties): unknown {
  const gelezen = naarSoort(waarde, soort)
  if (!gelezen) throw new BeslisError(`${wat} moet ${soortnaam(soort)} zijn, en is ${JSON.stringify(vanFeel(waarde))}.`)
  if (gelezen.waarde === null || !soort.toegestaan) return gelezen.waarde
  const delen = soort.lijst && Array.isArray(gelezen.waarde) ? gelezen.waarde : [gelezen.waarde]
  if (delen.every((deel) => evalUnaryTest(soort.toegestaan, deel, {}, opties))) return gelezen.waarde
  throw new BeslisError(`${wat} mag niet ${JSON.stringify(vanFeel(waarde))} zijn; toegestaan: ${soort.toegestaan}.`)
}

/** The outcome of a decision as a value of the next one, with its type again: JSON has no dates. */
function alsWaarde(model: Beslismodel, { beslissing, uitkomst }: Beslisuitkomst): [string, unknown] {
  const { variabele, logica, soort } = model.beslissingen.get(beslissing) ?? {}
  const [enige, ...meer] = logica?.vorm === 'tabel' ? logica.uitkomsten : []
  const eigen = enige && meer.length === 0 && logica?.vorm === 'tabel' && !/^[CRO]/.test(logica.trefbeleid)
  const gelezen = naarSoort(uitkomst, (eigen ? enige.soort : soort) ?? { grond: 'Any', lijst: false, toegestaan: '' })
  return [variabele ?? beslissing, gelezen ? gelezen.waarde : uitkomst]
}

function naarJson(waarden: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(waarden).map(([naam, waarde]) => [naam, vanFeel(waarde)]))
}

function inWoorden<T>(plek: string, werk: () => T): T {
  try {
    return werk()
  } catch (error) {
    if (error instanceof FeelError) throw new BeslisError(`${plek}: ${error.fout.melding}`)
    throw error
  }
}
