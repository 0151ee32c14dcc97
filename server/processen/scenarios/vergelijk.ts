import { findTeams } from '#server/beheer/index.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { listTakenVanZaak } from '#server/taken/index.ts'
import { neemWaar, type Waarneming } from './neemWaar.ts'
import type { Verwacht } from './scenario.ts'

/** What differs from what was expected, in sentences. */
export async function vergelijk(ctx: ReadContext, zaakId: string, verwacht: Verwacht, waar: string): Promise<string[]> {
  const gezien = await neemWaar(ctx, zaakId)
  if (!gezien) return [`${waar}: er is geen proces begonnen.`]
  const verschillen: string[] = []
  const moet = (wat: string, is: unknown, zou: unknown) => {
    if (zou !== undefined && toon(is) !== toon(zou))
      verschillen.push(`${waar}: ${wat} is ${toon(is)}, verwacht was ${toon(zou)}.`)
  }
  const bevat = (wat: string, is: readonly string[], zou: readonly string[] = []) => {
    const mist = zou.filter((naam) => !is.includes(naam))
    if (mist.length > 0) verschillen.push(`${waar}: ${wat} mist ${mist.join(', ')}; er is ${is.join(', ') || 'niets'}.`)
  }
  moet('klaar', gezien.klaar, verwacht.klaar)
  moet('de status', gezien.status, verwacht.status)
  moet('waarop gewacht wordt', gezien.wachtOp, verwacht.wachtOp)
  moet('het resultaat', gezien.resultaat, verwacht.resultaat)
  const staatGereed = ({ element, gereed }: Waarneming['wacht'][number]) => gereed && !verwacht.wacht?.includes(element)
  const wachtend = gezien.wacht.filter((each) => !staatGereed(each)).map(({ element }) => element)
  moet('wat wacht', wachtend.sort(), verwacht.wacht && [...verwacht.wacht].sort())
  if (verwacht.stappen && !isDeelreeks(verwacht.stappen, gezien.stappen))
    verschillen.push(
      `${waar}: de stappen waren ${gezien.stappen.join(', ')}; verwacht was ${verwacht.stappen.join(', ')}.`,
    )
  for (const naam of verwacht.niet ?? [])
    if (gezien.stappen.includes(naam)) verschillen.push(`${waar}: "${naam}" had niet mogen gebeuren.`)
  bevat('de berichten', gezien.berichten, verwacht.berichten)
  bevat('de documenten', gezien.documenten, verwacht.documenten)
  bevat('de acties', gezien.acties, verwacht.acties)
  bevat('de begonnen processen', gezien.gestart, verwacht.gestart)
  for (const [naam, regels] of Object.entries(verwacht.beslissingen ?? {}))
    moet(`de regels van "${naam}"`, gezien.beslissingen[naam], regels)
  for (const [naam, waarde] of Object.entries(verwacht.gegevens ?? {})) moet(naam, gezien.gegevens[naam], waarde)
  verschillen.push(...(await vergelijkTaken(ctx, zaakId, verwacht, waar)))
  for (const { naam, uiterste, status } of verwacht.termijnen ?? []) {
    const termijn = gezien.termijnen.findLast((each) => each.naam === naam)
    moet(`termijn "${naam}" uiterlijk`, termijn?.uiterste, uiterste)
    moet(`termijn "${naam}"`, termijn?.status, status)
  }
  return verschillen
}

async function vergelijkTaken(ctx: ReadContext, zaakId: string, verwacht: Verwacht, waar: string): Promise<string[]> {
  if (!verwacht.taken) return []
  const taken = await listTakenVanZaak(ctx.db, zaakId)
  const teams = await findTeams(ctx.db, [...new Set(taken.map(({ team_id }) => team_id))])
  const als = taken.map((taak) => ({
    team: teams.get(taak.team_id)?.code ?? '',
    onderwerp: taak.onderwerp,
    deadline: taak.deadline ?? '',
    prioriteit: taak.prioriteit,
    status: taak.status,
  }))
  return verwacht.taken
    .filter(
      (zou) => !als.some((is) => Object.entries(zou).every(([veld, waarde]) => is[veld as keyof typeof is] === waarde)),
    )
    .map((zou) => `${waar}: er is geen taak ${toon(zou)}; er is ${toon(als)}.`)
}

const toon = (waarde: unknown) => JSON.stringify(waarde ?? null)

function isDeelreeks(deel: readonly string[], geheel: readonly string[]): boolean {
  let plek = 0
  for (const naam of geheel) if (naam === deel[plek]) plek++
  return plek === deel.length
}
