import type { Proefstap, Proefstart } from '#contract/procesproef.ts'
import { createMedewerker } from '#server/beheer/index.ts'
import { DomainError } from '#server/platform/errors.ts'
import { systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { registerPartij } from '#server/relaties/index.ts'
import { bewaakTermijnenVan } from '#server/zaken/index.ts'
import { verwerk, verwerkFout } from '../acties/uitvoeren.ts'
import { leesModel } from '../model/leesModel.ts'
import { leesXml } from '../model/moddle.ts'
import type { Proefcontext } from '../runtime/context.ts'
import { signaleer } from '../signaleer.ts'
import { startProces } from '../startProces.ts'
import { lockActie, selectActiesVan, selectWacht, updateActie } from '../store.ts'
import type { Bestanden, ProcesActieRow } from '../tables.ts'
import { vergeetVersie } from '../versies/geladen.ts'
import { hashVan } from '../versies/levering.ts'
import { insertVersie, laatVervallen, upsertProces } from '../versies/store.ts'
import { voltooiStap } from '../voltooiStap.ts'
import { gaDoor } from '../wekker.ts'

export type Proefmap = { proces: string; bestanden: Bestanden }

/** A process that is rehearsed in a transaction that its caller rolls back: nothing goes out, and the clock is its own. */
export type Proef = {
  start: Proefstart
  w: WriteContext & Proefcontext
  zaakId: string
  instantieId: string
  /** Versions that exist for the length of the transaction. */
  versies: string[]
  /** Asked on the way. @throws when it takes too long */
  bewaak: () => void
  /** Makes a document for real; without it one is only named. */
  maakDocument?: (actie: ProcesActieRow) => Promise<Record<string, unknown>>
}

export function nieuweProef(gegeven: WriteContext, start: Proefstart, bewaak: () => void = () => {}): Proef {
  const { eenheid, overeenkomst } = start
  const proef = { ...(eenheid && { eenheid }), ...(overeenkomst && { overeenkomst }) }
  return {
    start,
    w: { ...gegeven, actor: systemActor, now: new Date(start.nu), proef },
    zaakId: '',
    instantieId: '',
    versies: [],
    bewaak,
  }
}

/** @param andere process folders that it may start */
export async function beginProef(proef: Proef, map: Proefmap, andere: readonly Proefmap[]): Promise<void> {
  const { start, w } = proef
  for (const each of [map, ...andere.filter(({ proces }) => start.processen.includes(proces))])
    proef.versies.push(await zetKlaar(w, each))
  await createMedewerker(w, collega, collegaId)
  const partij = start.zonderKlant
    ? undefined
    : await registerPartij(w, {
        ...leeg,
        soort: 'persoon',
        persoon: { initialen: 'P.', achternaam: 'Proefpersoon' },
        digitaleAdressen: [{ soort: 'email', adres: 'proef@voorbeeld.nl', voorkeur: true, omschrijving: '' }],
      } as never)
  const { zaakId, instantieId } = await startProces(w, {
    proces: map.proces,
    partijId: partij?.id ?? null,
    antwoorden: start.antwoorden,
    kanaal: start.kanaal ?? null,
    onvolledig: start.onvolledig ?? false,
  })
  Object.assign(proef, { zaakId, instantieId })
  await antwoordVanBuiten(proef)
}

/** A colleague that an example can choose, by this id. */
const collegaId = '00000000-0000-7000-8000-0000000000c0'
const collega = {
  naam: 'P. Proefcollega',
  email: 'proefcollega@voorbeeld.nl',
  functie: '',
  telefoon: null,
  rollen: ['vakspecialist' as const],
}
const leeg = { adressen: [], rekeningnummers: [], rollen: [] }

/** What was read for it is of no use to anybody else. */
export function ruimOp({ versies }: Proef): void {
  versies.forEach(vergeetVersie)
}

/** In force for the length of the transaction. */
async function zetKlaar(w: WriteContext, { proces, bestanden }: Proefmap): Promise<string> {
  const { naam, zaaktype } = leesModel(await leesXml(bestanden['proces.bpmn'] ?? ''))
  await upsertProces(w.tx, { proces, naam: naam || proces, omschrijving: '', volgorde: 0 })
  await laatVervallen(w.tx, proces)
  const { id } = await insertVersie(w.tx, {
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
  return id
}

/** @param waar names the step in what goes wrong */
export async function doeStap(proef: Proef, stap: Proefstap, waar: string): Promise<void> {
  const { w, zaakId } = proef
  proef.bewaak()
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
    const doe = () => voltooiStap(w, { zaakId, element: stap.stap, wachtId: wacht.id, antwoorden: stap.antwoorden })
    if (stap.geweigerd) return moetWeigeren(doe, stap.geweigerd, waar)
    await doe()
  } else {
    const [soort, naam] =
      'bericht' in stap ? (['bericht', stap.bericht] as const) : (['signaal', stap.signaal] as const)
    const gehoord = await signaleer(w, { zaakId, soort, naam, gegevens: stap.gegevens })
    if (!gehoord) throw new Error(`Bij ${waar} wacht niets op ${soort} "${naam}".`)
  }
  await antwoordVanBuiten(proef)
}

/** A form refuses before anything is written, so the example can go on. */
async function moetWeigeren(doe: () => Promise<unknown>, velden: readonly string[], waar: string): Promise<void> {
  const fout = await doe().then(
    () => undefined,
    (error: unknown) => error,
  )
  if (fout === undefined) throw new Error(`Bij ${waar} is de stap gedaan, maar zij had geweigerd moeten worden.`)
  if (!(fout instanceof DomainError) || !fout.invalidParams) throw fout
  const geweigerd = fout.invalidParams.map(({ name }) => name.replace(/^antwoorden\./, ''))
  const mist = velden.filter((veld) => !geweigerd.includes(veld))
  if (mist.length > 0)
    throw new Error(`Bij ${waar} is ${mist.join(', ')} niet geweigerd, maar ${geweigerd.join(', ')}.`)
}

const gelijk = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Timers go off in the order of their time, each at its own time. */
async function schuifKlok(proef: Proef, stap: { tijd: string } | { tot: string }): Promise<void> {
  const doel = 'tot' in stap ? new Date(stap.tot) : later(proef.w.now, stap.tijd)
  if (doel < proef.w.now) throw new Error('De klok kan alleen vooruit.')
  for (let ronde = 0; ronde < 1000; ronde++) {
    proef.bewaak()
    const [eerste] = (await selectWacht(proef.w.db, proef.instantieId))
      .filter(({ soort, op }) => soort === 'timer' && op !== null && op <= doel)
      .sort((a, b) => Number(a.op) - Number(b.op))
    if (!eerste?.op) break
    proef.w = { ...proef.w, now: new Date(Math.max(+eerste.op, +proef.w.now)) }
    await gaDoor(proef.w, eerste.id)
    await antwoordVanBuiten(proef)
  }
  proef.w = { ...proef.w, now: doel }
  await bewaakTermijnenVan(proef.w, proef.zaakId)
}

function later(nu: Date, duur: string): Date {
  const lokaal = Temporal.Instant.fromEpochMilliseconds(nu.getTime()).toZonedDateTimeISO('Europe/Amsterdam')
  return new Date(lokaal.add(Temporal.Duration.from(duur)).epochMilliseconds)
}

type Antwoord = Proefstart['acties'][string]

/** Actions for which the scenario says how the world answers, as long as there are any. */
export async function antwoordVanBuiten(proef: Proef): Promise<void> {
  const { acties } = proef.start
  for (let ronde = 0; ronde < 100; ronde++) {
    const wachtend = (await selectActiesVan(proef.w.db, proef.instantieId)).find(
      ({ status, element, soort }) => status === 'klaar_te_staan' && (acties[element] || soort === 'document.maken'),
    )
    if (!wachtend) return
    const maak = proef.maakDocument ?? (async ({ invoer }: ProcesActieRow) => gemaaktDocument(invoer))
    await antwoord(proef, wachtend.element, acties[wachtend.element] ?? { uitvoer: await maak(wachtend) })
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

/** The connection, or a bug: not something that the example is to blame for. */
export const isStoring = (error: unknown) => typeof error === 'object' && error !== null && 'severity' in error

export function zinVan(error: unknown): string {
  if (error instanceof DomainError && error.invalidParams)
    return error.invalidParams.map(({ name, reason }) => `${name}: ${reason}`).join(' ')
  return error instanceof Error ? error.message : String(error)
}
