import { evaluate, parseExpression, parseUnaryTests, unaryTest } from 'feelin'
import type { IsVrij } from '../werkdagen.ts'
import { FeelError, type FeelFout, weiger } from './fouten.ts'
import { EIGEN_FUNCTIES, eigenFuncties } from './functies.ts'
import { GRENZEN, type Grenzen } from './grenzen.ts'
import { hoogstens, type Maat, maatVan } from './maat.ts'
import { beschrijfWaarschuwing, onbekendeNaam, weigerSyntaxis } from './meldingen.ts'
import { isGewoonObject, naarFeel, vanFeel } from './waarden.ts'
import { type Knoop, kinderen, type Omgeving, rekenUit } from './werk.ts'

export { FeelError, type FeelFout } from './fouten.ts'
export { GRENZEN, type Grenzen } from './grenzen.ts'
export { feelDatum, naarFeel, vanFeel } from './waarden.ts'

/** An expression gives a value; a unary test ("> 5", "A, B", "-") is a cell that judges one. */
export type FeelSoort = 'expressie' | 'test'

export type FeelOpties = {
  /** What vandaag() and nu() are; without it they are refused. */
  nu?: Date
  /** The free days of the organisatie, for the working-day functions. */
  isVrij?: IsVrij
  /** Read text that is exactly a date or a moment as one (the default); off where the types of the data are known. */
  herkenDatums?: boolean
  limiet?: Partial<Grenzen>
}

/**
 * Judges an expression without data: syntax, size, what is not allowed. `namen` are the names it may use; leave them out
 * to allow all. Gives the names that it does use.
 */
export function parseFeel(
  tekst: string,
  {
    soort = 'expressie',
    namen,
    limiet,
  }: { soort?: FeelSoort; namen?: readonly string[]; limiet?: Partial<Grenzen> } = {},
): { fouten: FeelFout[]; namen: string[] } {
  const gebruikt = new Set<string>()
  const noteer: Omgeving = (naam, misschienVeld) => {
    if (!misschienVeld || namen?.includes(naam)) gebruikt.add(naam)
    return hoogstens(1)
  }
  try {
    beoordeel(tekst, soort, namen ?? [], noteer, { ...GRENZEN, ...limiet }, true)
  } catch (error) {
    if (error instanceof FeelError) return { fouten: [error.fout], namen: [...gebruikt] }
    throw error
  }
  const vreemd = namen ? [...gebruikt].filter((naam) => naam !== '?' && !namen.includes(naam)) : []
  return { fouten: vreemd.map((naam) => onbekendeNaam(tekst, naam)), namen: [...gebruikt] }
}

/** Works out an expression. Throws a FeelError when it is refused or fails; what is not known is null, as FEEL has it. */
export function evalFeel(tekst: string, gegevens: Record<string, unknown> = {}, opties: FeelOpties = {}): unknown {
  return evalFeelMetMeldingen(tekst, gegevens, opties).waarde
}

/** The same, with what made a part of it null: a name that is not there, a sum of a text and a number. */
export function evalFeelMetMeldingen(
  tekst: string,
  gegevens: Record<string, unknown> = {},
  opties: FeelOpties = {},
): { waarde: unknown; meldingen: FeelFout[] } {
  const { value, warnings } = voerUit('expressie', tekst, gegevens, opties, (context) => evaluate(tekst, context))
  return { waarde: vanFeel(value), meldingen: warnings.map((melding) => beschrijfWaarschuwing(tekst, melding)) }
}

/** The same as evalFeel, with the value as FEEL has it: for what reckons on with it. */
export function evalFeelWaarde(tekst: string, gegevens: Record<string, unknown>, opties: FeelOpties = {}): unknown {
  return voerUit('expressie', tekst, gegevens, opties, (context) => evaluate(tekst, context)).value
}

/** Whether `waarde` passes the test of a cell; `?` in the cell is that value. */
export function evalUnaryTest(
  tekst: string,
  waarde: unknown,
  gegevens: Record<string, unknown> = {},
  opties: FeelOpties = {},
): boolean {
  const alles = { ...gegevens, '?': waarde ?? null }
  return voerUit('test', tekst, alles, opties, (context) => unaryTest(tekst, context)).value === true
}

function voerUit<T>(
  soort: FeelSoort,
  tekst: string,
  gegevens: Record<string, unknown>,
  { nu, isVrij, herkenDatums = true, limiet }: FeelOpties,
  werk: (context: Record<string, unknown>) => T,
): T {
  const context = naarFeel(alleenGenoemd(tekst, gegevens), herkenDatums)
  if (!isGewoonObject(context)) throw new TypeError('Gegevens van een expressie zijn een object')
  if (limiet || !zonderGegevensGoed.has(soort + tekst)) {
    const grenzen = { ...GRENZEN, ...limiet }
    const gemeten = new Map<string, Maat | undefined>()
    const omgeving: Omgeving = (naam) => {
      if (!gemeten.has(naam)) {
        gemeten.set(naam, Object.hasOwn(context, naam) ? maatVan([context[naam]], grenzen.grootte) : undefined)
      }
      return gemeten.get(naam)
    }
    beoordeel(tekst, soort, Object.keys(context), omgeving, grenzen, false)
    if (!limiet && gemeten.size === 0) onthoud(soort + tekst)
  }
  try {
    return werk({ ...alleenGenoemd(tekst, eigenFuncties(nu, isVrij)), ...context })
  } catch (error) {
    const reden = error instanceof Error ? error.message : String(error)
    return weiger('uitvoering', { van: 0, tot: tekst.length }, `Deze expressie kan niet uitgerekend worden: ${reden}`)
  }
}

/** Cells of tables, mostly: found good once, and the same with any data. */
const zonderGegevensGoed = new Set<string>()

function onthoud(sleutel: string): void {
  if (zonderGegevensGoed.size >= 5000) zonderGegevensGoed.clear()
  zonderGegevensGoed.add(sleutel)
}

/** What an expression does not name, it cannot use; every name that it is given makes it slower to read. */
function alleenGenoemd(tekst: string, waarden: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(waarden).filter(([naam]) => naam === '?' || tekst.includes(naam.split(/\s/, 1)[0] ?? naam)),
  )
}

function beoordeel(
  tekst: string,
  soort: FeelSoort,
  namen: readonly string[],
  omgeving: Omgeving,
  grenzen: Grenzen,
  zonderGegevens: boolean,
): void {
  const alles = { van: 0, tot: tekst.length }
  if (tekst.length > grenzen.tekens) weiger('te_groot', alles, `Een expressie mag ${grenzen.tekens} tekens lang zijn`)
  const bekend = Object.fromEntries([...EIGEN_FUNCTIES, ...namen].map((naam) => [naam, null]))
  const boom = ontleed(tekst, soort, bekend)
  loop(boom, tekst, grenzen)
  rekenUit(boom, omgeving, { tekst, grenzen, stappen: 0, namen: namen.length, zonderGegevens })
}

function ontleed(tekst: string, soort: FeelSoort, namen: Record<string, unknown>): Knoop {
  try {
    return (soort === 'test' ? parseUnaryTests : parseExpression)(tekst, namen, undefined).topNode
  } catch (error) {
    // The parser descends into what is nested, and a stack has an end.
    if (error instanceof RangeError) weiger('te_groot', { van: 0, tot: tekst.length }, TE_DIEP)
    throw error
  }
}

const TE_DIEP = 'Deze expressie is te diep genest'

function loop(boom: Knoop, tekst: string, grenzen: Grenzen): void {
  let aantal = 0
  const stapel: [Knoop, number][] = [[boom, 1]]
  for (let top = stapel.pop(); top; top = stapel.pop()) {
    const [knoop, diepte] = top
    if (knoop.type.isError) weigerSyntaxis(tekst, knoop)
    aantal += 1
    const plaats = { van: knoop.from, tot: knoop.to }
    if (aantal > grenzen.knopen) weiger('te_groot', plaats, 'Deze expressie is te lang; verdeel haar over meer stappen')
    if (diepte > grenzen.diepte) weiger('te_groot', plaats, TE_DIEP)
    for (const kind of kinderen(knoop).reverse()) stapel.push([kind, diepte + 1])
  }
}
