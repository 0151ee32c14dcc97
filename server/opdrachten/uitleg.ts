import { gedeeldeOpties } from './invoer.ts'
import type { Opdracht } from './opdracht.ts'

export const aanroep = 'npm run rondom --'

/** The overview: every command on a line. */
export function overzicht(opdrachten: readonly Opdracht[]): string {
  const breedte = Math.max(...opdrachten.map((each) => each.naam.length))
  return [
    `Gebruik: ${aanroep} <opdracht> [opties]`,
    '',
    'Opdrachten:',
    ...opdrachten.map((each) => `  ${each.naam.padEnd(breedte)}  ${each.kort}`),
    '',
    `Uitleg bij een opdracht: ${aanroep} <opdracht> --help`,
    'Afsluitcode: 0 gelukt, 1 niet (helemaal) gelukt, 2 verkeerd aangeroepen.',
  ].join('\n')
}

export function uitlegBij(opdracht: Opdracht): string {
  const opties = Object.entries({ ...opdracht.opties, ...gedeeldeOpties }).map(
    ([naam, { waarde, uitleg }]) => [`--${naam}${waarde ? ` <${waarde}>` : ''}`, uitleg] as const,
  )
  const breedte = Math.max(...opties.map(([optie]) => optie.length))
  return [
    opdracht.kort,
    '',
    ...opdracht.gebruik.map((vorm, i) => `${i === 0 ? 'Gebruik:' : '        '} ${aanroep} ${vorm}`),
    '',
    opdracht.uitleg.trim(),
    '',
    'Opties:',
    ...opties.map(([optie, uitleg]) => `  ${optie.padEnd(breedte)}  ${uitleg}`),
  ].join('\n')
}
