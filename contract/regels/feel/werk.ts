import type { parseExpression } from 'feelin'
import { type FeelCode, weiger as weigerOp } from './fouten.ts'
import { FUNCTIES, type Letterlijk, leesTekst, OP_VOLGORDE } from './functiematen.ts'
import type { Grenzen } from './grenzen.ts'
import { getalTussen, hoogstens, lijst, lijstVan, type Maat, samen, som } from './maat.ts'

export type Knoop = ReturnType<typeof parseExpression>['topNode']

/**
 * What the names mean while the work is reckoned; `undefined` is a name that is not known. In the condition of a filter a
 * name may also be a field of the elements (`misschienVeld`).
 */
export type Omgeving = (naam: string, misschienVeld?: boolean) => Maat | undefined

export type Rekening = {
  tekst: string
  grenzen: Grenzen
  stappen: number
  /** Names in the data: each is copied for every turn of a repetition. */
  namen: number
  /** True while there are no data: what depends on them is judged when they come. */
  zonderGegevens: boolean
}

/**
 * Walks an expression without working it out, and reckons how much work and how large values it can lead to with these
 * data. Refuses what goes over the limits, and everything of which that cannot be told.
 */
export function rekenUit(knoop: Knoop, omgeving: Omgeving, rekening: Rekening): Maat {
  const maat = (regels[knoop.name] ?? optellen)(knoop, omgeving, rekening)
  stap(rekening, knoop, 1)
  if (maat.n > rekening.grenzen.grootte) weiger('te_groot', knoop, 'Deze expressie kan een te grote waarde opleveren')
  return maat
}

function weiger(code: FeelCode, { from, to }: Knoop, melding: string): never {
  return weigerOp(code, { van: from, tot: to }, melding)
}

function stap(rekening: Rekening, plaats: Knoop, aantal: number): void {
  rekening.stappen += aantal
  if (!(rekening.stappen <= rekening.grenzen.stappen)) {
    weiger('te_groot', plaats, 'Deze expressie kost te veel rekenwerk; herhaal minder of over kortere lijsten')
  }
}

type Regel = (knoop: Knoop, omgeving: Omgeving, rekening: Rekening) => Maat

const regels: Record<string, Regel> = {
  NumericLiteral: (knoop, _omgeving, { tekst }) => {
    const getal = getalVan(tekst.slice(knoop.from, knoop.to))
    return Number.isSafeInteger(getal) ? getalTussen(getal, getal) : hoogstens(1)
  },
  StringLiteral: (knoop) => ({ ...hoogstens(knoop.to - knoop.from), lengte: 1, tekst: true }),
  VariableName: variabele,
  QualifiedName: () => hoogstens(1),
  PathExpression: (knoop, omgeving, rekening) => {
    const [basis, pad] = kinderen(knoop).filter((kind) => kind.name !== '.')
    if (!basis || !pad) return hoogstens(1)
    const maat = rekenUit(basis, omgeving, rekening)
    stap(rekening, knoop, maat.lengte)
    return maat.veld(bron(pad, rekening.tekst))
  },
  List: (knoop, omgeving, rekening) => lijstVan(waarden(knoop, omgeving, rekening)),
  Context: context,
  ArithmeticExpression: rekensom,
  IfExpression: (knoop, omgeving, rekening) => samen(waarden(knoop, omgeving, rekening).slice(1)),
  ForExpression: (knoop, omgeving, rekening) => {
    const { keer, body } = herhaling(knoop, omgeving, rekening)
    return lijst(keer, body)
  },
  QuantifiedExpression: (knoop, omgeving, rekening) => {
    herhaling(knoop, omgeving, rekening)
    return hoogstens(1)
  },
  FilterExpression: filter,
  Comparison: (knoop, omgeving, rekening) => {
    // Two values are compared over their whole size.
    stap(rekening, knoop, som(waarden(knoop, omgeving, rekening)))
    return hoogstens(1)
  },
  Interval: (knoop, omgeving, rekening) => {
    if (!magBereik(knoop.parent?.parent, rekening.tekst)) {
      weiger('niet_toegestaan', knoop, 'Een bereik zoals [1..5] kan alleen achter "in", of als voorwaarde in een cel')
    }
    return optellen(knoop, omgeving, rekening)
  },
  FunctionInvocation: aanroep,
  DateTimeLiteral: aanroep,
  FunctionDefinition: (knoop) => weiger('niet_toegestaan', knoop, 'Een eigen functie kan alleen als volgorde in sort'),
}

/** Where a range is only looked into. Anywhere else it could be gone through, number by number. */
function magBereik(plek: Knoop | null | undefined, tekst: string): boolean {
  if (plek?.name !== 'PositionalParameters') return plek?.name === 'PositiveUnaryTest'
  const functie = plek.parent?.firstChild
  return functie ? ['before', 'after', 'meets', 'met by', 'overlaps', 'includes'].includes(bron(functie, tekst)) : false
}

/** As feelin reads it: what is no whole number here, would be none there, and a repetition up to it would never end. */
function getalVan(bron: string): number {
  return bron.includes('.') ? Number.parseFloat(bron) : Number.parseInt(bron, 10)
}

function optellen(knoop: Knoop, omgeving: Omgeving, rekening: Rekening): Maat {
  const delen = waarden(knoop, omgeving, rekening)
  const [enige] = delen
  return delen.length === 1 && enige ? enige : hoogstens(Math.max(1, som(delen)))
}

function variabele(knoop: Knoop, omgeving: Omgeving, rekening: Rekening): Maat {
  const naam = bron(knoop, rekening.tekst)
  if (naam === 'partial') {
    weiger('niet_toegestaan', knoop, 'De naam "partial", de uitkomst tot nu toe, kan hier niet gebruikt worden')
  }
  const maat = omgeving(naam)
  // A name that is not there is looked for among all names.
  if (!maat) stap(rekening, knoop, rekening.namen)
  return maat ?? hoogstens(1)
}

function context(knoop: Knoop, omgeving: Omgeving, rekening: Rekening): Maat {
  const velden = new Map<string, Maat>()
  const binnen: Omgeving = (naam, veld) => velden.get(naam) ?? omgeving(naam, veld)
  for (const invoer of kinderen(knoop).filter((kind) => kind.name === 'ContextEntry')) {
    const [sleutel, waarde] = kinderen(invoer)
    if (!sleutel || !waarde) continue
    const naam = bron(sleutel, rekening.tekst).replace(/^"|"$/g, '')
    velden.set(naam, rekenUit(waarde, binnen, rekening))
  }
  stap(rekening, knoop, rekening.namen + velden.size)
  const totaal = hoogstens(1 + som([...velden.values()]) + [...velden.keys()].join('').length)
  return { ...totaal, lengte: 1, veld: (naam) => velden.get(naam) ?? hoogstens(1) }
}

function rekensom(knoop: Knoop, omgeving: Omgeving, rekening: Rekening): Maat {
  const delen = waarden(knoop, omgeving, rekening)
  const teken = kinderen(knoop).find((kind) => kind.name === 'ArithOp')
  const [links, rechts] = delen.length === 1 ? [getalTussen(0, 0), delen[0]] : delen
  const uitkomst = hoogstens(Math.max(1, som(delen)), 1)
  if (!links?.getal || !rechts?.getal || !teken) return uitkomst
  const [a, b, c, d] = [...links.getal, ...rechts.getal]
  if (bron(teken, rekening.tekst) === '+') return { ...uitkomst, getal: [a + c, b + d] }
  if (bron(teken, rekening.tekst) === '-') return { ...uitkomst, getal: [a - d, b - c] }
  return uitkomst
}

/** for … in …, … in … return …, and some/every: the body is worked out once for every combination. */
function herhaling(knoop: Knoop, omgeving: Omgeving, rekening: Rekening): { keer: number; body: Maat } {
  const [lijsten, body] = kinderen(knoop).filter((kind) => /^[A-Z]/.test(kind.name))
  if (!lijsten || !body) return { keer: 0, body: hoogstens(1) }
  const lussen = new Map<string, Maat>()
  const binnen: Omgeving = (naam, veld) => lussen.get(naam) ?? omgeving(naam, veld)
  let keer = 1
  for (const lus of kinderen(lijsten)) {
    const [naam, domein] = kinderen(lus).filter((kind) => kind.name !== 'in')
    if (!naam || !domein) continue
    const maat = herhaald(lus, rekening, keer, () => domeinVan(domein, binnen, rekening))
    keer *= maat.lengte
    // Every combination is a copy of all names.
    stap(rekening, lus, keer * (2 + rekening.namen / 20))
    lussen.set(bron(naam, rekening.tekst), maat.deel())
  }
  return { keer, body: herhaald(body, rekening, keer, () => rekenUit(body, binnen, rekening)) }
}

/** What an expression costs counts as often as it is worked out. */
function herhaald(plaats: Knoop, rekening: Rekening, keer: number, reken: () => Maat): Maat {
  const ervoor = rekening.stappen
  rekening.stappen = 0
  const maat = reken()
  const kosten = rekening.stappen
  rekening.stappen = ervoor
  stap(rekening, plaats, keer * kosten)
  return maat
}

/** The list that is gone through; a range of numbers only when it is known where it begins and ends. */
function domeinVan(domein: Knoop, omgeving: Omgeving, rekening: Rekening): Maat {
  const interval = domein.getChild('SimplePositiveUnaryTest')?.getChild('Interval')
  const grenzen = kinderen(interval ?? domein).filter((kind) => /^[A-Z?]/.test(kind.name))
  const [van, tot] = grenzen
  if (interval && !/^\[.*\]$/s.test(bron(interval, rekening.tekst))) {
    weiger('niet_toegestaan', interval, 'Een reeks staat tussen rechte haken: [1..5]')
  }
  if (!van || !tot) return rekenUit(van ?? domein, omgeving, rekening)
  const [begin, einde] = [rekenUit(van, omgeving, rekening).getal, rekenUit(tot, omgeving, rekening).getal]
  if (begin && einde) {
    const lengte = Math.max(einde[1] - begin[0], begin[1] - einde[0], 0) + 1
    return lijst(lengte, getalTussen(Math.min(begin[0], einde[0]), Math.max(begin[1], einde[1])))
  }
  if (rekening.zonderGegevens) return lijst(1, hoogstens(1))
  return weiger('niet_toegestaan', domein, 'Een reeks moet beginnen en eindigen met een bekend heel getal')
}

function filter(knoop: Knoop, omgeving: Omgeving, rekening: Rekening): Maat {
  const [lijstknoop, voorwaarde] = kinderen(knoop).filter((kind) => /^[A-Z?]/.test(kind.name))
  if (!lijstknoop || !voorwaarde) return hoogstens(1)
  const maat = rekenUit(lijstknoop, omgeving, rekening)
  const deel = maat.deel()
  const binnen: Omgeving = (naam) => (naam === 'item' ? deel : samenBekend(deel.veld(naam), omgeving(naam, true)))
  herhaald(knoop, rekening, maat.lengte, () => rekenUit(voorwaarde, binnen, rekening))
  stap(rekening, knoop, maat.n + (maat.lengte * rekening.namen) / 20)
  // A number picks one, a condition keeps some of them.
  return { ...samen([lijst(maat.lengte, deel, maat.n), deel]), n: maat.n }
}

function samenBekend(veld: Maat, naam: Maat | undefined): Maat {
  return naam ? samen([veld, naam]) : veld
}

function aanroep(knoop: Knoop, omgeving: Omgeving, rekening: Rekening): Maat {
  const [doel] = kinderen(knoop)
  const parameters = knoop.getChild('PositionalParameters') ?? knoop.getChild('NamedParameters')
  if (!doel || doel.name === 'AtLiteral') return hoogstens(1)
  const naam = bron(doel, rekening.tekst)
  const functie = Object.hasOwn(FUNCTIES, naam) ? FUNCTIES[naam] : undefined
  if (!functie) weiger('onbekend', doel, `De functie "${naam}" bestaat niet`)
  if (parameters?.name === 'NamedParameters' && OP_VOLGORDE.has(naam)) {
    weiger('niet_toegestaan', parameters, `Geef bij ${naam} de waarden op volgorde, zonder namen ervoor`)
  }
  const knopen = (parameters ? kinderen(parameters) : []).map((kind) =>
    kind.name === 'NamedParameter' ? (kind.lastChild ?? kind) : kind,
  )
  const volgorde = naam === 'sort' ? knopen.find((kind) => kind.name === 'FunctionDefinition') : undefined
  const maten = knopen.filter((kind) => kind !== volgorde).map((kind) => rekenUit(kind, omgeving, rekening))
  const { maat, stappen } = functie(maten, (plek) => letterlijk(knopen[plek], rekening, knoop, naam))
  stap(rekening, knoop, stappen + som(maten))
  if (volgorde) rekenVolgorde(volgorde, maten[0] ?? hoogstens(1), omgeving, rekening)
  return maat
}

function rekenVolgorde(volgorde: Knoop, maat: Maat, omgeving: Omgeving, rekening: Rekening): void {
  const body = volgorde.getChild('FunctionBody')
  const namen = kinderen(volgorde.getChild('FormalParameters') ?? volgorde).map((kind) => bron(kind, rekening.tekst))
  const deel = maat.deel()
  const binnen: Omgeving = (naam, veld) => (namen.includes(naam) ? deel : omgeving(naam, veld))
  const keer = maat.lengte * (2 + Math.ceil(Math.log2(maat.lengte + 1))) * (1 + rekening.namen / 20)
  if (body) herhaald(volgorde, rekening, keer, () => optellen(body, binnen, rekening))
}

/** A pattern must stand in the expression itself: one that comes from data cannot be judged beforehand. */
function letterlijk(knoop: Knoop | undefined, rekening: Rekening, plaats: Knoop, naam: string): Letterlijk {
  const fout = (reden: string) =>
    weiger('niet_toegestaan', knoop ?? plaats, `In ${naam} kan dit patroon niet: ${reden}`)
  if (knoop?.name !== 'StringLiteral') return fout('het moet als vaste tekst tussen aanhalingstekens staan')
  return { tekst: leesTekst(bron(knoop, rekening.tekst)), fout }
}

function waarden(knoop: Knoop, omgeving: Omgeving, rekening: Rekening): Maat[] {
  return kinderen(knoop)
    .filter((kind) => /^[A-Z?]/.test(kind.name) && kind.name !== 'ArithOp' && kind.name !== 'CompareOp')
    .map((kind) => rekenUit(kind, omgeving, rekening))
}

export function kinderen(knoop: Knoop): Knoop[] {
  const gevonden: Knoop[] = []
  for (let kind = knoop.firstChild; kind; kind = kind.nextSibling) gevonden.push(kind)
  return gevonden
}

/** The text of a node; more spaces in a name count as one, as in FEEL. */
export function bron(knoop: Knoop, tekst: string): string {
  return tekst.slice(knoop.from, knoop.to).replace(/\s+/g, ' ')
}
