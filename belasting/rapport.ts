import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine } from './meten/machine.ts'
import { gehaald, type Regel } from './meten/uitslag.ts'

const bestand = join(import.meta.dirname, '../docs/belasting.md')
const [begin, eind] = ['<!-- cijfers: geschreven door npm run belasting -->', '<!-- einde cijfers -->']

/** The table as it is printed and kept: Markdown reads well in a terminal too. */
export function tabel(regels: readonly Regel[]): string {
  const rijen = [
    ['scenario', 'n', 'p50', 'p95', 'p99', 'per seconde', 'doel', '', 'opmerking'],
    ...regels.map((regel) => [
      regel.naam,
      String(regel.n),
      getal(regel.p50, regel.eenheid),
      getal(regel.p95, regel.eenheid),
      getal(regel.p99, regel.eenheid),
      regel.perSeconde === undefined ? '' : String(Math.round(regel.perSeconde)),
      regel.doel === undefined ? '' : `≤ ${regel.doel} ${regel.eenheid}`,
      { true: '✓', false: '✗', undefined: '' }[String(gehaald(regel))] ?? '',
      regel.opmerking ?? '',
    ]),
  ]
  const breedtes = rijen[0]?.map((_, kolom) => Math.max(...rijen.map((rij) => rij[kolom]?.length ?? 0))) ?? []
  const lijn = (rij: string[]) => `| ${rij.map((cel, kolom) => vul(cel, breedtes[kolom] ?? 0, kolom)).join(' | ')} |`
  const [kop = [], ...rest] = rijen
  const streep = `|${breedtes.map((breedte, kolom) => (links(kolom) ? '-'.repeat(breedte + 2) : `${'-'.repeat(breedte + 1)}:`)).join('|')}|`
  return [lijn(kop), streep, ...rest.map(lijn)].join('\n')
}

/** Replaces the figures in the page; the text around them is ours and stays. */
export function bewaarRapport(machine: Machine, regels: readonly Regel[]): void {
  const oud = readFileSync(bestand, 'utf8')
  const [voor, rest = ''] = oud.split(begin)
  const na = rest.split(eind)[1] ?? ''
  const beschrijving = Object.entries(machine).map(([naam, waarde]) => `| ${naam} | ${waarde} |`)
  const cijfers = ['| machine | |', '|---|---|', ...beschrijving, '', tabel(regels)].join('\n')
  writeFileSync(bestand, `${voor}${begin}\n\n${cijfers}\n\n${eind}${na}`)
}

const links = (kolom: number) => kolom === 0 || kolom >= 7
const vul = (cel: string, breedte: number, kolom: number) =>
  links(kolom) ? cel.padEnd(breedte) : cel.padStart(breedte)

function getal(waarde: number | undefined, eenheid: string): string {
  if (waarde === undefined) return ''
  return `${waarde < 10 ? waarde.toFixed(1) : Math.round(waarde)} ${eenheid}`
}
