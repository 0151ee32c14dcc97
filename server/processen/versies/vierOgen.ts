import type { Publicatie } from '#contract/procesbeheer.ts'
import { rechtenVan, rollen } from '#contract/rechten.ts'
import { getInstelling, listMedewerkers } from '#server/beheer/index.ts'
import { DomainError } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import type { ProcesVersieRow } from '../tables.ts'

type Row = Pick<ProcesVersieRow, 'aangemaakt_door' | 'gewijzigd_door'>

/** Who wrote what the draft says now; what came with a release, nobody here did. */
export const schrijverVan = ({ gewijzigd_door, aangemaakt_door }: Row): string => gewijzigd_door ?? aangemaakt_door

/** @throws 403 when the organisatie wants a second pair of eyes, and these are the first */
export async function eisTweedePaarOgen(ctx: ReadContext, row: Row): Promise<void> {
  const { vierOgen, mag } = await publicatieVan(ctx, row)
  if (vierOgen && !mag)
    throw new DomainError(
      403,
      'tweede-paar-ogen',
      'U heeft dit concept zelf als laatste veranderd. Vraag een collega-beheerder om het te bekijken en te publiceren.',
    )
}

/** Whether this employee may put a draft in force, and who else may. */
export async function publicatieVan(ctx: ReadContext, row: Row): Promise<Publicatie> {
  const vierOgen = await getInstelling(ctx.db, 'procesVierOgen')
  const mag = !vierOgen || schrijverVan(row) !== ctx.actor.medewerkerId
  return { vierOgen, mag, anderen: mag ? [] : await anderen(ctx) }
}

const maxAnderen = 10

async function anderen({ db, actor }: ReadContext): Promise<Publicatie['anderen']> {
  const beheerders = rollen.filter((rol) => rechtenVan([rol]).has('beheer.processen'))
  const lijsten = await Promise.all(
    beheerders.map((rol) => listMedewerkers(db, { rol, actief: true, aantal: maxAnderen })),
  )
  const namen = new Map(lijsten.flat().map(({ id, naam }) => [id, naam]))
  namen.delete(actor.medewerkerId)
  return [...namen].slice(0, maxAnderen).map(([id, naam]) => ({ id, naam }))
}
