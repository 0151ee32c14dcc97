import type { TaakStatus } from '#contract/taken.ts'

/** Where a taak is, and whose it is. In hand (`in_uitvoering`, `wacht_op_derden`) means that somebody has it. */
export type Toestand = { status: TaakStatus; medewerkerId: string | null }

export type Handeling =
  | { soort: 'oppakken'; door: string }
  | { soort: 'teruggeven' }
  | { soort: 'toewijzen'; aan: string | null }
  | { soort: 'wachten' }
  | { soort: 'doorgaan' }
  | { soort: 'afronden' }
  | { soort: 'annuleren' }

export type Weigering = 'gesloten' | 'al-opgepakt' | 'niet-opgepakt'
export type Uitkomst = { toestand: Toestand } | { weigering: Weigering }

/** The whole life of a taak. Closed is closed: what comes after is a new taak. */
export function apply(toestand: Toestand, handeling: Handeling): Uitkomst {
  const { status, medewerkerId } = toestand
  if (isGesloten(status)) return { weigering: 'gesloten' }
  switch (handeling.soort) {
    case 'oppakken':
      if (medewerkerId !== null && medewerkerId !== handeling.door) return { weigering: 'al-opgepakt' }
      // Assigned to me and not begun: picking it up begins it. Begun already: it stays as it is.
      return {
        toestand: { status: status === 'niet_gestart' ? 'in_uitvoering' : status, medewerkerId: handeling.door },
      }
    case 'teruggeven':
      if (medewerkerId === null) return { weigering: 'niet-opgepakt' }
      return { toestand: { status: 'niet_gestart', medewerkerId: null } }
    case 'toewijzen':
      return { toestand: { status: 'niet_gestart', medewerkerId: handeling.aan } }
    case 'wachten':
    case 'doorgaan':
      if (medewerkerId === null || status === 'niet_gestart') return { weigering: 'niet-opgepakt' }
      return { toestand: { status: handeling.soort === 'wachten' ? 'wacht_op_derden' : 'in_uitvoering', medewerkerId } }
    case 'afronden':
      if (medewerkerId === null) return { weigering: 'niet-opgepakt' }
      return { toestand: { status: 'afgerond', medewerkerId } }
    case 'annuleren':
      return { toestand: { status: 'geannuleerd', medewerkerId } }
  }
}

export function isGesloten(status: TaakStatus): boolean {
  return status === 'afgerond' || status === 'geannuleerd'
}
