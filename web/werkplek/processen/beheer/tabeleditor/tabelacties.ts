import { type Moddle, metTekst } from './moddle.ts'
import type { Weergave } from './modeler.ts'
import { type Kolomstand, tabelVan } from './tabelstand.ts'

/** What one can do with a table besides typing in its cells; each is one step of undo. */

type Rij = { id: string; cells: { id: string }[] }
type Kolom = { id: string; businessObject: Moddle }
type Bouw = {
  addRow(rij: { type: string }, plek: number): Rij
  removeRow(rij: Rij): void
  moveRow(rij: Rij, plek: number): void
  addCol(kolom: { type: string }, plek: number): Kolom
  removeCol(kolom: Kolom): void
  moveCol(kolom: Kolom, plek: number): void
  updateProperties(element: Moddle, eigenschappen: object): void
  editHitPolicy(beleid: string, samen: string | undefined): void
}

const bouw = (weergave: Weergave) => weergave.get<Bouw>('modeling')
const vel = (weergave: Weergave) => weergave.get<{ getRoot(): { rows: Rij[]; cols: Kolom[] } }>('sheet').getRoot()
const rijen = (weergave: Weergave) => vel(weergave).rows
const kolommen = (weergave: Weergave) => vel(weergave).cols

/** The keyboard goes there too, also when it is the chosen one already. */
export function kiesCel(weergave: Weergave, cel: string): void {
  const keuze = weergave.get<{ select(id: string): void; deselect(): void }>('selection')
  keuze.deselect()
  keuze.select(cel)
}

export function voegRegelToe(weergave: Weergave, bij: string | undefined, waar: 'boven' | 'onder'): void {
  const at = rijen(weergave).findIndex(({ id }) => id === bij)
  const plek = at < 0 ? rijen(weergave).length : at + (waar === 'onder' ? 1 : 0)
  const nieuw = bouw(weergave).addRow({ type: 'dmn:DecisionRule' }, plek)
  kies(weergave, nieuw, 0)
}

export function verwijderRegel(weergave: Weergave, rij: string): void {
  const at = rijen(weergave).findIndex(({ id }) => id === rij)
  const weg = rijen(weergave)[at]
  if (!weg) return
  bouw(weergave).removeRow(weg)
  const ernaast = rijen(weergave)[Math.min(at, rijen(weergave).length - 1)]
  if (ernaast) kies(weergave, ernaast, 0)
}

export function verplaatsRegel(weergave: Weergave, rij: string, stap: 1 | -1, cel: string | undefined): void {
  const at = rijen(weergave).findIndex(({ id }) => id === rij)
  const deze = rijen(weergave)[at]
  if (!deze || !rijen(weergave)[at + stap]) return
  bouw(weergave).moveRow(deze, at + stap)
  const kolom = deze.cells.findIndex(({ id }) => id === cel)
  kies(weergave, deze, Math.max(0, kolom))
}

function kies(weergave: Weergave, rij: Rij, kolom: number): void {
  const cel = rij.cells[kolom]
  // Drawn first: dmn-js sets the focus in what is on screen.
  if (cel) requestAnimationFrame(() => kiesCel(weergave, cel.id))
}

export function voegKolomToe(weergave: Weergave, soort: 'invoer' | 'uitvoer'): void {
  const tabel = tabelVan(weergave)
  const aantalInvoer = (tabel?.get('input') as Moddle[] | undefined)?.length ?? 0
  if (soort === 'invoer') bouw(weergave).addCol({ type: 'dmn:InputClause' }, aantalInvoer)
  else bouw(weergave).addCol({ type: 'dmn:OutputClause' }, kolommen(weergave).length)
}

export function verwijderKolom(weergave: Weergave, id: string): void {
  const kolom = kolommen(weergave).find((each) => each.id === id)
  if (kolom) bouw(weergave).removeCol(kolom)
}

export function verplaatsKolom(weergave: Weergave, id: string, stap: 1 | -1): void {
  const at = kolommen(weergave).findIndex((each) => each.id === id)
  const [kolom, ander] = [kolommen(weergave)[at], kolommen(weergave)[at + stap]]
  // Inputs stay among inputs.
  if (!kolom || !ander || kolom.businessObject.$type !== ander.businessObject.$type) return
  bouw(weergave).moveCol(kolom, at + stap)
}

export function zetTrefbeleid(weergave: Weergave, trefbeleid: string): void {
  const [, beleid = '', samen] = /^([A-Z]+(?: ORDER)?)(?: ([A-Z]+))?$/.exec(trefbeleid) ?? []
  bouw(weergave).editHitPolicy(beleid, samen)
}

export function wijzigKolom(weergave: Weergave, id: string, deel: keyof Kolomstand, tekst: string): void {
  const kolom = kolommen(weergave).find((each) => each.id === id)?.businessObject
  if (!kolom) return
  const isInvoer = kolom.$type === 'dmn:InputClause'
  const zet = (element: Moddle, eigenschappen: object) => bouw(weergave).updateProperties(element, eigenschappen)
  const omhuld = (soort: string) => (tekst ? metTekst(kolom, soort, tekst) : undefined)
  if (deel === 'label') zet(kolom, { label: tekst || undefined })
  else if (deel === 'waarden') zet(kolom, { [isInvoer ? 'inputValues' : 'outputValues']: omhuld('dmn:UnaryTests') })
  else if (deel === 'standaard') zet(kolom, { defaultOutputEntry: omhuld('dmn:LiteralExpression') })
  else if (deel === 'soort') zet(isInvoer ? expressieVan(kolom) : kolom, { typeRef: tekst })
  else if (deel === 'expressie' && isInvoer) zet(kolom, { inputExpression: { text: tekst } })
  else if (deel === 'expressie') zet(kolom, { name: tekst })
}

const expressieVan = (kolom: Moddle) => kolom.get('inputExpression') as Moddle

export function stapTerug(weergave: Weergave): void {
  stapel(weergave).undo()
}
export function stapVooruit(weergave: Weergave): void {
  stapel(weergave).redo()
}
export const kanTerug = (weergave: Weergave) => stapel(weergave).canUndo()
export const kanVooruit = (weergave: Weergave) => stapel(weergave).canRedo()

const stapel = (weergave: Weergave) =>
  weergave.get<{ undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean }>('commandStack')
