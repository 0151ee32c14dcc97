import type { TaakMag } from '#contract/taken.ts'
import { type Actor, isAfgeschermd, mag } from '#server/platform/http/context.ts'
import type { TaakRow } from '../tables.ts'
import { isGesloten } from './overgangen.ts'

type Row = Pick<
  TaakRow,
  'id' | 'team_id' | 'medewerker_id' | 'status' | 'belofte' | 'belofte_ingelost_op' | 'partij_id'
>

/** Current members of the team, who has it, and who divides the work; nobody else knows that it exists. */
export function mayViewTaak(actor: Actor, taak: Pick<Row, 'id' | 'team_id' | 'medewerker_id'>): boolean {
  if (isAfgeschermd(actor, taak.id)) return false
  if (mag(actor, 'taak.verdelen')) return true
  return mag(actor, 'taak.lezen') && (isLid(actor, taak) || hasIt(actor, taak))
}

/** What this employee may do with it now. The same answer guards the action and draws the button. */
export function magMetTaak(actor: Actor, taak: Row): TaakMag {
  const works = mag(actor, 'taak.behandelen') && mayViewTaak(actor, taak)
  const divides = mag(actor, 'taak.verdelen')
  const open = !isGesloten(taak.status)
  const mine = hasIt(actor, taak)
  const free = taak.medewerker_id === null
  const inCharge = works && (mine || divides)
  return {
    oppakken: works && open && (free || (mine && taak.status === 'niet_gestart')),
    teruggeven: open && inCharge && !free,
    verdelen: open && divides,
    doorzetten: open && works && (mine || divides || free),
    wijzigen: open && works && (mine || divides || free),
    notitie: works,
    afronden: open && inCharge && !free,
    annuleren: open && inCharge,
    // A promise may be kept by anybody of the team: better late by a colleague than never.
    terugkoppelen: !open && works && taak.belofte && taak.belofte_ingelost_op === null && taak.partij_id !== null,
  }
}

const isLid = (actor: Actor, taak: Pick<Row, 'team_id'>) => actor.teamIds.includes(taak.team_id)
const hasIt = (actor: Actor, taak: Pick<Row, 'medewerker_id'>) => taak.medewerker_id === actor.medewerkerId
