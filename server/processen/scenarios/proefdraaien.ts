import type { ScenarioUitslag } from '#contract/procesbeheer.ts'
import type { Proefscenario, Proefstand, Proefverzoek } from '#contract/procesproef.ts'
import { write } from '#server/platform/db/write.ts'
import { notFound } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { formuliercontext } from '../formulier.ts'
import { laadVersie, leesMap } from '../versies/geladen.ts'
import { selectGeldend, selectVersie } from '../versies/store.ts'
import { draaiScenario } from './draaiScenario.ts'
import type { Proefmap } from './proef.ts'
import { leesScenarios } from './scenario.ts'
import { stapVoorStap } from './stapVoorStap.ts'

/** Thrown to roll back: what a rehearsal did must not stay. */
class Klaar extends Error {}

/**
 * Runs one scenario of a folder in a transaction that is rolled back.
 * @param nummer which of the file, from 1
 * @returns how it went, and whether the file has more
 * @throws 404 when there is no such scenario
 */
export async function proefdraaien(
  ctx: ReadContext,
  id: string,
  { bestand, nummer }: { bestand: string; nummer: number },
): Promise<{ uitslag: ScenarioUitslag; meer: boolean }> {
  const map = await getMap(ctx, id)
  const tekst = bestand.startsWith('scenarios/') ? map.bestanden[bestand] : undefined
  if (tekst === undefined) throw notFound()
  const gelezen = lees(bestand, tekst)
  if ('uitslag' in gelezen) return gelezen
  const scenario = gelezen.scenarios[nummer - 1]
  if (!scenario) throw notFound()
  const andere = await andereMappen(ctx, map.proces)
  const uitslag = await zonderSporen(ctx, (w) => draaiScenario(w, map, scenario, andere))
  return { uitslag, meer: nummer < gelezen.scenarios.length }
}

/** An example of the beheerder himself, as far as he is. @throws 404 */
export async function draaiProef(ctx: ReadContext, id: string, verzoek: Proefverzoek): Promise<Proefstand> {
  const map = await getMap(ctx, id)
  const andere = await andereMappen(ctx, map.proces)
  const { stand } = await zonderSporen(ctx, (w) => stapVoorStap(w, map, verzoek, andere))
  return stand
}

/** What a rehearsal begins with. @throws 404, 400 on a folder that cannot be read */
export async function getProef(ctx: ReadContext, id: string) {
  const { proces, bestanden } = await getMap(ctx, id)
  const geladen = await leesMap(proces, bestanden)
  const { model, formulieren } = geladen
  const begin = [...model.stappen.values()].find(({ soort, ouder }) => soort === 'StartEvent' && ouder === model.id)
  return {
    formulier: formulieren[begin?.formulier ?? ''] ?? null,
    context: await formuliercontext(ctx, geladen, {}),
    scenarios: Object.entries(bestanden)
      .filter(([pad]) => pad.startsWith('scenarios/'))
      .flatMap(([pad, tekst]) => teSpelen(pad, tekst)),
  }
}

/** A file that cannot be read says so when it is run. */
function teSpelen(bestand: string, tekst: string): Proefscenario[] {
  const gelezen = lees(bestand, tekst)
  if ('uitslag' in gelezen) return []
  return gelezen.scenarios.map(({ scenario }, plek) => ({
    bestand,
    nummer: plek + 1,
    naam: scenario.naam,
    start: scenario.gegeven,
    stappen: scenario.stappen.flatMap((stap) => ('verwacht' in stap ? [] : [stap])),
  }))
}

async function getMap(ctx: ReadContext, id: string): Promise<Proefmap> {
  const versie = await selectVersie(ctx.db, id)
  if (!versie) throw notFound()
  return versie
}

/** The other processes in force: a process may start them. */
export async function andereMappen(ctx: Pick<ReadContext, 'db'>, proces: string): Promise<Proefmap[]> {
  const geldend = (await selectGeldend(ctx.db)).filter((each) => each.proces !== proces)
  return Promise.all(
    geldend.map(async (each) => ({ proces: each.proces, bestanden: (await laadVersie(ctx.db, each.id)).bestanden })),
  )
}

async function zonderSporen<T>(ctx: ReadContext, werk: (w: WriteContext) => Promise<T>): Promise<T> {
  const gedaan: { uitkomst?: { waarde: T } } = {}
  await write(ctx, async (w) => {
    gedaan.uitkomst = { waarde: await werk(w) }
    throw new Klaar()
  }).catch((error: unknown) => {
    if (!(error instanceof Klaar)) throw error
  })
  if (!gedaan.uitkomst) throw new Error('a rehearsal ended without a result')
  return gedaan.uitkomst.waarde
}

type Gelezen = { scenarios: ReturnType<typeof leesScenarios> } | { uitslag: ScenarioUitslag; meer: boolean }

function lees(bestand: string, tekst: string): Gelezen {
  try {
    return { scenarios: leesScenarios({ [bestand]: tekst }) }
  } catch (error) {
    const melding = error instanceof Error ? error.message : String(error)
    return { uitslag: { bestand, naam: 'Lezen', gelukt: false, verschillen: [melding], verloop: [] }, meer: false }
  }
}
