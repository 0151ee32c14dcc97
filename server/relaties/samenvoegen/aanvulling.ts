import type { PartijRow, PersoonRow } from '../tables.ts'

/** What doel lacks and bron has: a merge must not lose a birth date. The parts of the name stay doel's own. */
const kolommen = ['voornaam', 'geslacht', 'geboortedatum', 'overlijdensdatum'] as const
export type Aanvulling = Partial<Pick<PersoonRow, (typeof kolommen)[number]>>

export function aanvullingVoor(doel: PersoonRow | undefined, bron: PersoonRow | undefined): Aanvulling {
  if (!doel || !bron) return {}
  return Object.fromEntries(kolommen.flatMap((kolom) => (!doel[kolom] && bron[kolom] ? [[kolom, bron[kolom]]] : [])))
}

/** What to empty again: only where it still is what the merge filled in. */
export function terugneming(doel: PersoonRow | undefined, gevuld: Aanvulling): Aanvulling {
  if (!doel) return {}
  return Object.fromEntries(
    kolommen.flatMap((kolom) => {
      if (gevuld[kolom] === undefined || doel[kolom] !== gevuld[kolom]) return []
      return [[kolom, kolom === 'voornaam' ? '' : null]]
    }),
  )
}

type Samen = Pick<PartijRow, 'geheimhouding' | 'interne_notitie'>

/** Both are true of the one klant that remains: who is secret once, stays secret. */
export function samenVan(doel: Samen, bron: Samen): Samen {
  const notities = [doel.interne_notitie, bron.interne_notitie].filter(Boolean)
  return {
    geheimhouding: doel.geheimhouding || bron.geheimhouding,
    interne_notitie: [...new Set(notities)].join('\n'),
  }
}

/** As it was before the merge; a field that somebody changed since stays as he left it. */
export function samenTerug(doel: Samen, voor: Samen, na: Samen): Samen {
  return {
    geheimhouding: doel.geheimhouding === na.geheimhouding ? voor.geheimhouding : doel.geheimhouding,
    interne_notitie: doel.interne_notitie === na.interne_notitie ? voor.interne_notitie : doel.interne_notitie,
  }
}
