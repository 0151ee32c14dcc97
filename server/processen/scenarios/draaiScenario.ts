import type { ScenarioUitslag } from '#contract/procesbeheer.ts'
import { DomainError } from '#server/platform/errors.ts'
import { systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { registerPartij } from '#server/relaties/index.ts'
import { verwerk, verwerkFout } from '../acties/uitvoeren.ts'
import { leesModel } from '../model/leesModel.ts'
import { leesXml } from '../model/moddle.ts'
import type { Proefcontext } from '../runtime/context.ts'
import { signaleer } from '../signaleer.ts'
import { startProces } from '../startProces.ts'
import { lockActie, selectActiesVan, selectStappen, selectWacht, updateActie } from '../store.ts'
import type { Bestanden } from '../tables.ts'
import { hashVan } from '../versies/levering.ts'
import { insertVersie, laatVervallen, upsertProces } from '../versies/store.ts'
import { voltooiStap } from '../voltooiStap.ts'
import { gaDoor } from '../wekker.ts'
import type { Scenario, ScenarioStap } from './scenario.ts'
import { vergelijk } from './vergelijk.ts'

export type Proefmap = { proces: string; bestanden: Bestanden }

/**
 * Runs a scenario against the real runtime inside a transaction that its caller rolls back: nothing stays, nothing goes
 * out, and the clock is its own.
 * @param andere process folders that it may start
 */
export async function draaiScenario(
  gegeven: WriteContext,
  map: Proefmap,
  { bestand, scenario }: { bestand: string; scenario: Scenario },
  andere: readonly Proefmap[] = [],
): Promise<ScenarioUitslag> {
  const proef: Proef = {
    scenario,
    verschillen: [],
    w: { ...gegeven, actor: systemActor, now: new Date(scenario.gegeven.nu), proef: proefgegevens(scenario) },
    zaakId: '',
    instantieId: '',
  }
  try {
    for (const each of [map, ...andere.filter(({ proces }) => scenario.gegeven.processen.includes(proces))])
      await zetKlaar(proef.w, each)
    await begin(proef, map.proces)
    for (const [nummer, stap] of scenario.stappen.entries()) await doe(proef, stap, `stap ${nummer + 1}`)
    proef.verschillen.push(...(await vergelijk(proef.w, proef.zaakId, scenario.verwacht, 'aan het eind')))
  } catch (error) {
    if (isStoring(error)) throw error
    proef.verschillen.push(zinVan(error))
  }
  const model = leesModel(await leesXml(map.bestanden['proces.bpmn'] ?? ''))
  const stappen = proef.instantieId ? await selectStappen(gegeven.db, proef.instantieId) : []
  return {
    bestand,
    naam: scenario.naam,
    gelukt: proef.verschillen.length === 0,
    verschillen: proef.verschillen,
    verloop: stappen.map(({ element, afgebroken, begin_op }) => ({
      element,
      naam: model.stappen.get(element)?.naam || element,
      wat: afgebroken ? 'afgebroken' : 'gedaan',
      op: begin_op.toISOString(),
    })),
  }
}

type Proef = {
  scenario: Scenario
  verschillen: string[]
  w: WriteContext & Proefcontext
  zaakId: string
  instantieId: string
}

const proefgegevens = ({ gegeven }: Scenario) => (gegeven.eenheid ? { eenheid: gegeven.eenheid } : {})

/** In force for the length of the transaction. */
async function zetKlaar(w: WriteContext, { proces, bestanden }: Proefmap): Promise<void> {
  const { naam, zaaktype } = leesModel(await leesXml(bestanden['proces.bpmn'] ?? ''))
  await upsertProces(w.tx, { proces, naam: naam || proces, omschrijving: '', volgorde: 0 })
  await laatVervallen(w.tx, proces)
  await insertVersie(w.tx, {
    id: newId(),
    proces,
    naam: naam || proces,
    zaaktype: zaaktype || proces,
    bestanden,
    hash: hashVan(bestanden),
    bron: 'beheer',
    status: 'gepubliceerd',
    reden: 'Proef',
    aangemaakt_op: w.now,
    aangemaakt_door: w.actor.medewerkerId,
    gepubliceerd_op: w.now,
    gepubliceerd_door: w.actor.medewerkerId,
  })
}

async function begin(proef: Proef, proces: string): Promise<void> {
  const { gegeven } = proef.scenario
  const partij = gegeven.zonderKlant
    ? undefined
    : await registerPartij(proef.w, {
        ...leeg,
        soort: 'persoon',
        persoon: { initialen: 'P.', achternaam: 'Proefpersoon' },
        digitaleAdressen: [{ soort: 'email', adres: 'proef@voorbeeld.nl', voorkeur: true, omschrijving: '' }],
      } as never)
  const { zaakId, instantieId } = await startProces(proef.w, {
    proces,
    partijId: partij?.id ?? null,
    antwoorden: gegeven.antwoorden,
  })
  Object.assign(proef, { zaakId, instantieId })
  await antwoordVanBuiten(proef)
}

const leeg = { adressen: [], rekeningnummers: [], rollen: [] }

async function doe(proef: Proef, stap: ScenarioStap, waar: string): Promise<void> {
  const { w, zaakId } = proef
  if ('verwacht' in stap) {
    proef.verschillen.push(...(await vergelijk(w, zaakId, stap.verwacht, `bij ${waar}`)))
    return
  }
  if ('tijd' in stap || 'tot' in stap) return schuifKlok(proef, stap)
  if ('actie' in stap)
    await antwoord(proef, stap.actie, 'uitvoer' in stap ? { uitvoer: stap.uitvoer } : { fout: stap.fout })
  else if ('stap' in stap) {
    const wacht = (await selectWacht(w.db, proef.instantieId)).find(
      ({ element, lokaal }) =>
        element === stap.stap &&
        (stap.item === undefined || Object.values(lokaal).some((deel) => gelijk(deel, stap.item))),
    )
    if (!wacht) throw new Error(`Bij ${waar} wacht "${stap.stap}" niet.`)
    await voltooiStap(w, { zaakId, element: stap.stap, wachtId: wacht.id, antwoorden: stap.antwoorden })
  } else {
    const [soort, naam] =
      'bericht' in stap ? (['bericht', stap.bericht] as const) : (['signaal', stap.signaal] as const)
    const gehoord = await signaleer(w, { zaakId, soort, naam, gegevens: stap.gegevens })
    if (!gehoord) throw new Error(`Bij ${waar} wacht niets op ${soort} "${naam}".`)
  }
  await antwoordVanBuiten(proef)
}

const gelijk = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Timers go off in the order of their time, each at its own time. */
async function schuifKlok(proef: Proef, stap: { tijd: string } | { tot: string }): Promise<void> {
  const doel = 'tot' in stap ? new Date(stap.tot) : later(proef.w.now, stap.tijd)
  for (let ronde = 0; ronde < 1000; ronde++) {
    const [eerste] = (await selectWacht(proef.w.db, proef.instantieId))
      .filter(({ soort, op }) => soort === 'timer' && op !== null && op <= doel)
      .sort((a, b) => Number(a.op) - Number(b.op))
    if (!eerste?.op) break
    proef.w = { ...proef.w, now: new Date(Math.max(+eerste.op, +proef.w.now)) }
    await gaDoor(proef.w, eerste.id)
    await antwoordVanBuiten(proef)
  }
  proef.w = { ...proef.w, now: doel }
}

function later(nu: Date, duur: string): Date {
  const lokaal = Temporal.Instant.fromEpochMilliseconds(nu.getTime()).toZonedDateTimeISO('Europe/Amsterdam')
  return new Date(lokaal.add(Temporal.Duration.from(duur)).epochMilliseconds)
}

type Antwoord = Scenario['gegeven']['acties'][string]

/** Actions for which the scenario says how the world answers, as long as there are any. */
async function antwoordVanBuiten(proef: Proef): Promise<void> {
  const { acties } = proef.scenario.gegeven
  for (let ronde = 0; ronde < 100; ronde++) {
    const wachtend = (await selectActiesVan(proef.w.db, proef.instantieId)).find(
      ({ status, element, soort }) => status === 'klaar_te_staan' && (acties[element] || soort === 'document.maken'),
    )
    if (!wachtend) return
    await antwoord(proef, wachtend.element, acties[wachtend.element] ?? { uitvoer: gemaaktDocument(wachtend.invoer) })
  }
}

/** A document is really made only when it is not a rehearsal. */
const gemaaktDocument = ({ document }: Record<string, unknown>) => ({
  titel: String(document),
  bestandsnaam: `${String(document)}.pdf`,
  bladzijden: 1,
  opslagsleutel: `proef/00/${'0'.repeat(48)}`,
  omvang: 1,
  sha256: '',
  zichtbaarInPortaal: false,
})

async function antwoord(proef: Proef, element: string, geef: Antwoord): Promise<void> {
  const { w, instantieId } = proef
  const rij = (await selectActiesVan(w.db, instantieId)).find(
    (actie) => actie.element === element && ['klaar_te_staan', 'mislukt'].includes(actie.status),
  )
  const actie = rij && (await lockActie(w.tx, rij.id))
  if (!actie) throw new Error(`Er staat geen actie klaar bij "${element}".`)
  const bezig = await updateActie(w.tx, actie, { status: 'bezig', pogingen: actie.pogingen + 1 })
  if ('uitvoer' in geef) await verwerk(w, bezig, geef.uitvoer)
  else await verwerkFout(w, bezig, { ...geef.fout, opnieuw: false }, undefined)
}

/** The connection, or a bug: not something that the scenario is to blame for. */
const isStoring = (error: unknown) => typeof error === 'object' && error !== null && 'severity' in error

function zinVan(error: unknown): string {
  if (error instanceof DomainError && error.invalidParams)
    return error.invalidParams.map(({ name, reason }) => `${name}: ${reason}`).join(' ')
  return error instanceof Error ? error.message : String(error)
}
