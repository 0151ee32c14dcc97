import type { Procesmodel, Stap } from '../model/procesmodel.ts'
import { dragersVan, inhoudVan, type Wachtend } from './dragers.ts'
import { samenkomstNa } from './samenkomstNa.ts'

/** Where one thing that stands still goes. */
export type Planstap = {
  /** Element of the version that it leaves. */
  van: string
  naam: string
  wat: 'blijft' | 'opnieuw' | 'verplaatst' | 'kiezen' | 'kan-niet'
  /** Element of the version that it goes to. */
  naar: string
  naarNaam: string
  /** Why it cannot, or what is different from now on. */
  uitleg: string[]
}
export type Plan = {
  /** `zelfde`: the state goes over as it is. `opnieuw`: it begins at the elements that it goes to. */
  wijze: 'zelfde' | 'opnieuw'
  stappen: Planstap[]
  /** It can be done as it stands here. */
  kan: boolean
}

/**
 * Where everything that waits goes in another version. What is the same there stays as it is, with its taken and times.
 * Else the process is set down again at the steps that it was at, or that somebody chose; that can only where nothing of
 * what happened before gets lost.
 * @param doelen chosen by a person: element of the old version → element of the new one
 */
export function maakPlan(
  oud: Procesmodel,
  nieuw: Procesmodel,
  wacht: readonly Wachtend[],
  doelen: Readonly<Record<string, string>> = {},
): Plan {
  const dragers = [...dragersVan(oud, wacht)]
  const eerst = dragers.map(([drager]) => ({ drager, verschil: verschilTussen(oud, nieuw, drager) }))
  const losse = wacht.filter(
    ({ element }) => !dragers.some(([, deel]) => deel.some((each) => each.element === element)),
  )
  const alles = [
    ...eerst.map(({ verschil }) => verschil),
    ...losse.map(({ element }) => (nieuw.stappen.has(element) ? '' : 'weg')),
  ]
  const eigenDoel = ({ drager }: { drager: string }) => doelen[drager] !== undefined && doelen[drager] !== drager
  if (alles.every((verschil) => verschil === '') && !eerst.some(eigenDoel))
    return { wijze: 'zelfde', stappen: dragers.map(([drager]) => blijft(oud, nieuw, drager)), kan: dragers.length > 0 }
  const stappen = dragers.map(([drager, deel]) => opnieuw(oud, nieuw, drager, deel, doelen[drager]))
  return {
    wijze: 'opnieuw',
    stappen,
    kan: stappen.length > 0 && stappen.every(({ wat }) => wat !== 'kiezen' && wat !== 'kan-niet'),
  }
}

/** Elements where somebody can set a process down: they wait, and have done nothing yet. */
export function mogelijkeDoelen(nieuw: Procesmodel): Stap[] {
  return [...nieuw.stappen.values()].filter((stap) => weigeringVan(nieuw, stap) === undefined)
}

function blijft(oud: Procesmodel, nieuw: Procesmodel, drager: string): Planstap {
  return { ...kop(oud, nieuw, drager, drager), wat: 'blijft', uitleg: [] }
}

function opnieuw(
  oud: Procesmodel,
  nieuw: Procesmodel,
  drager: string,
  deel: readonly Wachtend[],
  gekozen: string | undefined,
): Planstap {
  const naar = gekozen ?? (nieuw.stappen.has(drager) ? drager : '')
  const stap = { ...kop(oud, nieuw, drager, naar) }
  const nee = (reden: string): Planstap => ({ ...stap, wat: 'kan-niet', uitleg: [reden] })
  if (deel.some(({ soort }) => soort === 'actie'))
    return nee('Een actie is nog bezig. Wacht tot zij klaar is, of sla haar over.')
  const doel = nieuw.stappen.get(naar)
  if (!doel) return { ...stap, wat: 'kiezen', uitleg: ['Deze stap is er niet meer. Kies waar de zaak verdergaat.'] }
  const reden = weigeringVan(nieuw, doel)
  if (reden && gekozen === undefined)
    return { ...stap, wat: 'kiezen', uitleg: [`${reden} Kies waar de zaak verdergaat.`] }
  if (reden) return nee(reden)
  const zelfde = naar === drager && oud.stappen.get(drager)?.soort === doel.soort
  return zelfde
    ? { ...stap, wat: 'opnieuw', uitleg: ['De taak blijft staan; wat aan de stap hangt begint opnieuw.'] }
    : { ...stap, wat: 'verplaatst', uitleg: [] }
}

function kop(oud: Procesmodel, nieuw: Procesmodel, van: string, naar: string) {
  const naam = (model: Procesmodel, id: string) => model.stappen.get(id)?.naam || id
  return { van, naam: naam(oud, van), naar, naarNaam: naam(nieuw, naar) }
}

/** Why a process cannot be set down here. */
function weigeringVan(nieuw: Procesmodel, doel: Stap): string | undefined {
  if (doel.ouder !== nieuw.id) return 'Deze stap staat in een deelproces: daar kan een zaak niet middenin beginnen.'
  if (!/^(UserTask|ReceiveTask|IntermediateCatchEvent|EventBasedGateway)$/.test(doel.soort) || doel.herhaling)
    return 'Een zaak kan alleen verdergaan bij een stap waar zij wacht, en niet midden in een herhaling.'
  if (nieuw.stromen.some(({ van, naar }) => naar === doel.id && nieuw.stappen.get(van)?.soort === 'EventBasedGateway'))
    return 'Deze gebeurtenis is een van meer mogelijkheden. Kies de plek waar zij allemaal wachten.'
  const samenkomst = samenkomstNa(nieuw, doel.id)
  if (samenkomst)
    return `Verderop komen takken samen bij "${nieuw.stappen.get(samenkomst)?.naam || samenkomst}"; welke al klaar zijn gaat verloren.`
  return undefined
}

/** Empty when the engine can go on with the same state: the same elements, in the same places. */
function verschilTussen(oud: Procesmodel, nieuw: Procesmodel, drager: string): string {
  const vorm = (model: Procesmodel) => inhoudVan(model, drager).map(kenmerken).sort().join('\n')
  return vorm(oud) === vorm(nieuw) && geheel(oud) === geheel(nieuw) ? '' : 'anders'
}

const kenmerken = ({ id, soort, ouder, gehechtAan, onderbreekt, herhaling, gebeurtenissen }: Stap) =>
  JSON.stringify([
    id,
    soort,
    ouder,
    gehechtAan,
    onderbreekt,
    herhaling && [herhaling.opvolgend, herhaling.verzameling, herhaling.item],
    gebeurtenissen.map((each) => [each.soort, each.naam, each.code, each.tijd?.soort]),
  ])

/** What the state of the whole hangs on: where branches come together, and what stands ready for all of it. */
const geheel = (model: Procesmodel) => `${samenkomsten(model)}\n${gebeurtenisprocessen(model)}`

const gebeurtenisprocessen = ({ stappen }: Procesmodel) =>
  [...stappen.values()]
    .filter((stap) => stappen.get(stap.ouder)?.doorGebeurtenis && stap.soort === 'StartEvent')
    .map((stap) => kenmerken({ ...stap }))
    .sort()
    .join()

/** Where branches come together, and over which flows: what came there already is part of the state. */
const samenkomsten = ({ stappen, stromen }: Procesmodel) =>
  [...stappen.values()]
    .filter(({ soort }) => /^(Parallel|Inclusive)Gateway$/.test(soort))
    .flatMap(({ id }) => stromen.filter(({ naar }) => naar === id).map((stroom) => `${stroom.id}:${id}`))
    .sort()
    .join()
