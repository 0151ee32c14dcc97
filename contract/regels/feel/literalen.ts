import { parseUnaryTests } from 'feelin'
import { evalFeelWaarde, parseFeel } from './feel.ts'
import { type Knoop, kinderen } from './werk.ts'

/** A value that is written out in a cell. `los`: the cell compares with it directly, not by way of a sum or a function. */
export type Literaal = { waarde: unknown; tekst: string; los: boolean }

export type Celinhoud = {
  literalen: Literaal[]
  /** Only values, bounds, ranges and not(): what it says depends on nothing but the value that it judges. */
  eenvoudig: boolean
}

/** What is written in a test of a cell; undefined when it does not parse. */
export function ontleedCel(tekst: string): Celinhoud | undefined {
  if (parseFeel(tekst, { soort: 'test' }).fouten.length > 0) return undefined
  const inhoud: Celinhoud = { literalen: [], eenvoudig: true }
  verzamel(parseUnaryTests(tekst, {}, undefined).topNode, tekst, true, inhoud)
  return inhoud
}

const OPBOUW = new Set([
  ...['UnaryTests', 'PositiveUnaryTests', 'PositiveUnaryTest', 'SimplePositiveUnaryTest', 'Interval', 'Wildcard'],
  ...['CompareOp', 'ArithOp', 'not', '(', ')', '[', ']', '..', 'null', 'ParenthesizedExpression'],
])
const WAARDEN = new Set(['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'DateTimeLiteral', 'null'])

function verzamel(knoop: Knoop, tekst: string, los: boolean, inhoud: Celinhoud): void {
  if (WAARDEN.has(knoop.name)) {
    const bron = tekst.slice(knoop.from, knoop.to)
    inhoud.literalen.push({ waarde: evalFeelWaarde(bron, {}, {}), tekst: bron, los })
    return
  }
  const opbouw = OPBOUW.has(knoop.name)
  if (!opbouw) inhoud.eenvoudig = false
  for (const kind of kinderen(knoop)) verzamel(kind, tekst, los && opbouw, inhoud)
}
