import { AANHEFCODE_LABEL } from '#contract/regels/aanhef.ts'
import type { Partij } from '#contract/relaties.ts'
import { datum } from '#kit/format.ts'
import { verdeel } from '../panelen/loopt.ts'
import type { RelatieTeksten } from '../relatieTeksten.ts'

export type Vergelijking = { naam: string; blijft: string[]; vervalt: string[]; verschilt: boolean }

/** What the two klanten have, side by side; lines without anything on either side are left out. */
export function vergelijk(blijft: Partij, vervalt: Partij, t: RelatieTeksten): Vergelijking[] {
  const regels: [naam: string, waarden: (partij: Partij) => (string | null | undefined | false)[]][] = [
    [t.naam, (p) => [p.naam]],
    [t.geboortedatum, (p) => [p.persoon?.geboortedatum && datum(p.persoon.geboortedatum)]],
    [t.aanhefcode, (p) => [AANHEFCODE_LABEL[p.aanhefcode]]],
    [t.kvkNummer, (p) => [p.organisatie?.kvkNummer]],
    [t.adres, (p) => verdeel(p.adressen).nu.map((each) => each.weergave)],
    [t.bereikbaar, (p) => verdeel(p.digitaleAdressen).nu.map((each) => each.weergave)],
    [t.rekeningnummers, (p) => verdeel(p.rekeningnummers).nu.map((each) => each.iban)],
    [
      t.betrekkingen,
      (p) => [...verdeel(p.rollen).nu, ...verdeel(p.leden).nu].map((rol) => `${rol.rolNaam}: ${rol.partij.naam}`),
    ],
    [
      t.vertegenwoordiging,
      (p) => verdeel(p.vertegenwoordigers).nu.map((each) => `${each.soortNaam}: ${each.partij.naam}`),
    ],
    [t.waarschuwingen, (p) => verdeel(p.signaleringen).nu.map((each) => each.soortNaam)],
    [t.notitie, (p) => [p.interneNotitie]],
  ]
  return regels.flatMap(([naam, waarden]) => {
    const [a, b] = [blijft, vervalt].map(
      (partij) => waarden(partij).filter((waarde) => typeof waarde === 'string' && waarde !== '') as string[],
    )
    if (!a || !b || a.length + b.length === 0) return []
    return [{ naam, blijft: a, vervalt: b, verschilt: a.length > 0 && b.length > 0 && a.join('|') !== b.join('|') }]
  })
}
