import { evalFeel, FeelError } from '#contract/regels/feel/feel.ts'
import { kalenderVan } from '#server/beheer/index.ts'
import { conflict } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { meldWijziging } from '../meldWijziging.ts'
import { draai } from '../motor/draai.ts'
import { type Omgeving, ProcesFout, type Rust } from '../motor/soorten.ts'
import { contextVan } from '../runtime/context.ts'
import { type Gehouden, namens } from '../runtime/gehouden.ts'
import { tijdstip } from '../runtime/tijdstip.ts'
import { werkBijStap } from '../runtime/werkBijStap.ts'
import { werkBijStappen } from '../runtime/werkBijStappen.ts'
import { werkBijWacht } from '../runtime/werkBijWacht.ts'
import { werkBijZaak } from '../runtime/werkBijZaak.ts'
import { insertStappen, selectWacht, updateInstantie } from '../store.ts'
import type { ProcesInstantieRow, ProcesWachtRow } from '../tables.ts'
import type { Geladen } from '../versies/geladen.ts'
import { dragersVan, inhoudVan } from './dragers.ts'
import { plaats } from './plaats.ts'
import { maakPlan, type Plan } from './plan.ts'
import { hernoem } from './store.ts'

export type Opdracht = { doelen: Readonly<Record<string, string>>; reden: string }

/**
 * Lets a held process go on with another version of it, in the transaction of `w`: its state, what waits with its taken
 * and times, and a line in its history with the reason. What its plan does not allow, or the engine does not take as it
 * should, changes nothing.
 * @throws 409 `kan-niet-over` with the step and the reason
 */
export async function zetOver(
  w: WriteContext,
  gehouden: Gehouden,
  naar: Geladen,
  { doelen, reden }: Opdracht,
): Promise<ProcesInstantieRow> {
  const { instantie, geladen: oud, zaak } = gehouden
  if (instantie.klaar_op || !instantie.staat) throw conflict('gesloten', 'Dit proces is al klaar.')
  if (oud.proces !== naar.proces || oud.versieId === naar.versieId)
    throw conflict('kan-niet-over', 'Kies een andere versie van hetzelfde proces.')
  const wacht = await selectWacht(w.db, instantie.id)
  const plan = maakPlan(oud.model, naar.model, wacht, doelen)
  if (!plan.kan) throw conflict('kan-niet-over', weigering(plan))

  const vast = await contextVan(w, zaak, naar)
  const { isVrij } = await kalenderVan(w.db)
  const klok = { nu: w.now, isVrij }
  const feel = (expressie: string, lokaal: Record<string, unknown>) =>
    evalFeel(expressie, { ...instantie.gegevens, ...vast, ...lokaal }, klok)
  const omgeving: Omgeving = {
    feel,
    tijdstip: (soort, waarde) => tijdstip(soort, waarde, klok),
    // Nothing is done by going over: who comes to something that acts, came too far.
    voer: async ({ element }) => {
      throw new ProcesFout(element, 'Overzetten zou hier iets uitvoeren.')
    },
  }
  const rust = await inMotor(async () => {
    const loop = { bereid: naar.bereid, items: naar.items, omgeving }
    if (plan.wijze === 'zelfde') return draai(loop, instantie.staat ?? undefined)
    const begin = await plaats(naar.bestanden['proces.bpmn'] ?? '', naar.model, doelenVan(plan))
    const gezet = await draai({ ...loop, bereid: begin })
    const over = await draai(loop, gezet.staat)
    return {
      ...over,
      voorvallen: gezet.voorvallen.filter(({ element }) => over.wacht.some((punt) => punt.element === element)),
    }
  })
  controleer(plan, wacht, rust, naar)

  const na = await updateInstantie(w.tx, instantie, { versie_id: naar.versieId, staat: rust.staat ?? null })
  const erna: Gehouden = { instantie: na, zaak, geladen: naar }
  const als = namens(w, zaak)
  const gebleven = plan.wijze === 'opnieuw' ? await houdVast(w, plan, oud, wacht, rust) : new Set<string>()
  const voorvallen = rust.voorvallen.filter(({ sleutel }) => !gebleven.has(sleutel))
  await werkBijStappen(w, erna, voorvallen, rust.levend)
  await werkBijZaak(als, erna, voorvallen, rust)
  await inMotor(() => werkBijWacht(als, erna, rust.wacht, feel))
  await werkBijStap(w, erna, rust.wacht)
  await noteer(w, erna, oud.nummer, reden)
  await meldWijziging(w, zaak, na)
  return na
}

/** Every step that cannot go, in a sentence. */
export function weigering({ stappen }: Plan): string {
  const nee = stappen.filter(({ wat }) => wat === 'kiezen' || wat === 'kan-niet')
  if (nee.length === 0) return 'Deze zaak wacht nergens op; er is niets om over te zetten.'
  return nee.map(({ naam, uitleg }) => `"${naam}": ${uitleg.join(' ')}`).join(' ')
}

const doelenVan = ({ stappen }: Plan) => [...new Set(stappen.map(({ naar }) => naar))]

/** The engine must stand where the plan says: exactly where it stood, or at each of the elements that were meant. */
function controleer(plan: Plan, wacht: readonly ProcesWachtRow[], rust: Rust, naar: Geladen): void {
  const klopt =
    plan.wijze === 'zelfde'
      ? sleutels(wacht) === sleutels(rust.wacht)
      : doelenVan(plan).every((doel) => {
          const deel = new Set(inhoudVan(naar.model, doel).map(({ id }) => id))
          return rust.wacht.some(({ element }) => deel.has(element))
        })
  if (!klopt || !rust.staat)
    throw conflict('kan-niet-over', 'De nieuwe versie kan niet verder vanaf de plek waar deze zaak staat.')
}

const sleutels = (punten: readonly { sleutel: string }[]) =>
  punten
    .map(({ sleutel }) => sleutel)
    .sort()
    .join()

/** What stays on the same step keeps its taak and its time. @returns the executions that began earlier */
async function houdVast(
  w: WriteContext,
  plan: Plan,
  oud: Geladen,
  wacht: readonly ProcesWachtRow[],
  rust: Rust,
): Promise<Set<string>> {
  const blijvers = new Set(plan.stappen.filter(({ wat }) => wat === 'opnieuw').map(({ van }) => van))
  const gebleven = new Set<string>()
  for (const [drager, deel] of dragersVan(oud.model, wacht)) {
    if (!blijvers.has(drager)) continue
    for (const rij of deel) {
      const punt = rust.wacht.find(
        ({ element, soort }) => element === rij.element && (soort === rij.soort || rij.soort === 'formulier'),
      )
      if (!punt || gebleven.has(punt.sleutel)) continue
      await hernoem(w.tx, rij, punt.sleutel)
      gebleven.add(punt.sleutel)
    }
  }
  return gebleven
}

async function noteer(w: WriteContext, { instantie, zaak, geladen }: Gehouden, vanNummer: number, reden: string) {
  await insertStappen(w.tx, [
    {
      id: newId(),
      instantie_id: instantie.id,
      element: 'overzetting',
      uitvoering: newId(),
      soort: 'Overzetting',
      naam: `Overgezet van versie ${vanNummer} naar versie ${geladen.nummer}: ${reden}`,
      begin_op: w.now,
      eind_op: w.now,
      afgebroken: false,
      door: w.actor.medewerkerId,
    },
  ])
  await logVerwerking(w, {
    actie: 'wijzigen',
    doel: `Zaak overgezet naar versie ${geladen.nummer} van haar proces`,
    objectSoort: 'zaak',
    objectId: zaak.id,
    partijIds: zaak.partij_id ? [zaak.partij_id] : [],
  })
}

async function inMotor<T>(werk: () => Promise<T>): Promise<T> {
  try {
    return await werk()
  } catch (error) {
    if (error instanceof ProcesFout || error instanceof FeelError)
      throw conflict('kan-niet-over', `De nieuwe versie kan hier niet verder: ${error.message}`)
    throw error
  }
}
