import { findTeams } from '#server/beheer/index.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { listTakenVanZaak } from '#server/taken/index.ts'
import { getZaak, listTermijnen } from '#server/zaken/index.ts'
import { isGereedstaand } from '../model/gereedstaand.ts'
import { selectActiesVan, selectBeslissingen, selectInstantieVan, selectStappen, selectWacht } from '../store.ts'
import { laadVersie } from '../versies/geladen.ts'
import type { Verwacht } from './scenario.ts'

/** What differs from what was expected, in sentences. */
export async function vergelijk(ctx: ReadContext, zaakId: string, verwacht: Verwacht, waar: string): Promise<string[]> {
  const instantie = await selectInstantieVan(ctx.db, zaakId)
  if (!instantie) return [`${waar}: er is geen proces begonnen.`]
  const zaak = await getZaak(ctx, zaakId)
  const [wacht, stappen, acties, beslissingen] = await Promise.all([
    selectWacht(ctx.db, instantie.id),
    selectStappen(ctx.db, instantie.id),
    selectActiesVan(ctx.db, instantie.id),
    selectBeslissingen(ctx.db, instantie.id),
  ])
  const verschillen: string[] = []
  const moet = (wat: string, is: unknown, zou: unknown) => {
    if (zou !== undefined && toon(is) !== toon(zou))
      verschillen.push(`${waar}: ${wat} is ${toon(is)}, verwacht was ${toon(zou)}.`)
  }
  const bevat = (wat: string, is: readonly string[], zou: readonly string[] = []) => {
    const mist = zou.filter((naam) => !is.includes(naam))
    if (mist.length > 0) verschillen.push(`${waar}: ${wat} mist ${mist.join(', ')}; er is ${is.join(', ') || 'niets'}.`)
  }
  moet('klaar', instantie.klaar_op !== null, verwacht.klaar)
  moet('de status', zaak.status, verwacht.status)
  moet('waarop gewacht wordt', zaak.wacht_op, verwacht.wachtOp)
  moet('het resultaat', zaak.resultaat, verwacht.resultaat)
  const { model } = await laadVersie(ctx.db, instantie.versie_id)
  const staatGereed = (element: string) => {
    const stap = model.stappen.get(element)
    return stap !== undefined && isGereedstaand(model, stap) && !verwacht.wacht?.includes(element)
  }
  const wachtend = wacht.map(({ element }) => element).filter((element) => !staatGereed(element))
  moet('wat wacht', wachtend.sort(), verwacht.wacht && [...verwacht.wacht].sort())
  const gegaan = stappen.map(({ element }) => element)
  if (verwacht.stappen && !isDeelreeks(verwacht.stappen, gegaan))
    verschillen.push(`${waar}: de stappen waren ${gegaan.join(', ')}; verwacht was ${verwacht.stappen.join(', ')}.`)
  for (const naam of verwacht.niet ?? [])
    if (gegaan.includes(naam)) verschillen.push(`${waar}: "${naam}" had niet mogen gebeuren.`)
  const gelukt = acties.filter(({ status }) => status === 'gelukt')
  const vanSoort = (soort: string, veld: string) =>
    gelukt.filter((actie) => actie.soort === soort).map(({ invoer }) => String(invoer[veld]))
  bevat(
    'de berichten',
    [...vanSoort('bericht.versturen', 'bericht'), ...vanSoort('enquete.uitnodigen', 'bericht')],
    verwacht.berichten,
  )
  bevat('de documenten', vanSoort('document.maken', 'document'), verwacht.documenten)
  bevat(
    'de acties',
    gelukt.map(({ element }) => element),
    verwacht.acties,
  )
  bevat('de begonnen processen', vanSoort('proces.starten', 'proces'), verwacht.gestart)
  for (const [naam, regels] of Object.entries(verwacht.beslissingen ?? {})) {
    const laatste = beslissingen.findLast(({ beslissing }) => beslissing === naam)
    moet(
      `de regels van "${naam}"`,
      laatste?.regels.map(({ nummer }) => nummer),
      regels,
    )
  }
  for (const [naam, waarde] of Object.entries(verwacht.gegevens ?? {})) moet(naam, instantie.gegevens[naam], waarde)
  verschillen.push(...(await vergelijkTaken(ctx, zaakId, verwacht, waar)))
  for (const { naam, uiterste, status } of verwacht.termijnen ?? []) {
    const termijn = (await listTermijnen(ctx.db, zaakId)).findLast((each) => each.naam === naam)
    moet(`termijn "${naam}" uiterlijk`, termijn?.uiterste_op, uiterste)
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
