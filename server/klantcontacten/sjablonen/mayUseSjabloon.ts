import type { Rol } from '#contract/rechten.ts'
import type { SjabloonRow } from '../tables.ts'

type Rule = Pick<SjabloonRow, 'actief' | 'geldig_van' | 'geldig_tot' | 'rollen'>

/** A template without roles is for everybody who may register; its last day counts. */
export function mayUseSjabloon(sjabloon: Rule, rollen: readonly Rol[], dag: string): boolean {
  return (
    isGeldigOp(sjabloon, dag) && (sjabloon.rollen.length === 0 || sjabloon.rollen.some((rol) => rollen.includes(rol)))
  )
}

export function isGeldigOp({ actief, geldig_van, geldig_tot }: Rule, dag: string): boolean {
  return actief && (geldig_van === null || geldig_van <= dag) && (geldig_tot === null || dag <= geldig_tot)
}
