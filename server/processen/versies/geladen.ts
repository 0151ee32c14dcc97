import { Formulierdefinitie } from '#contract/formulieren.ts'
import { metLijsten } from '#server/koppelingen/vera/referentiedata/metLijsten.ts'
import { dagVan, systemClock } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { invalid, invalidParams, notFound } from '#server/platform/errors.ts'
import type { Beslismodel } from '../dmn/beslismodel.ts'
import { leesDmn } from '../dmn/leesDmn.ts'
import { leesModel } from '../model/leesModel.ts'
import { leesXml } from '../model/moddle.ts'
import type { Procesmodel } from '../model/procesmodel.ts'
import { type Bereid, bereid } from '../motor/bereid.ts'
import { leesPortaal, type Portaaldefinitie } from '../portaal/definitie.ts'
import type { Bestanden } from '../tables.ts'
import { Procesinstellingen } from './instellingen.ts'
import { selectVersie } from './store.ts'

/** A process folder, read and ready to run. */
export type Geladen = {
  versieId: string
  proces: string
  nummer: number
  naam: string
  model: Procesmodel
  bereid: Bereid
  /** Names of the items of its repetitions. */
  items: ReadonlySet<string>
  beslismodel: Beslismodel | undefined
  /** File name without its ending → definition. */
  formulieren: Record<string, Formulierdefinitie>
  instellingen: Procesinstellingen
  /** How customers see it; null: they do not. */
  portaal: Portaaldefinitie | null
  bestanden: Bestanden
}

/** More than the thirteen processes with a few versions each: what runs long is read again. */
const maxGeladen = 100
const geladen = new Map<string, Promise<Geladen>>()

/** A version by its id, read once per process. Published versions never change; drafts are read by `leesMap`. */
export function laadVersie(db: Db, versieId: string): Promise<Geladen> {
  const bekend = geladen.get(versieId)
  if (bekend) return bekend
  const lezen = lees(db, versieId)
  geladen.set(versieId, lezen)
  lezen.catch(() => geladen.delete(versieId))
  if (geladen.size > maxGeladen) geladen.delete(geladen.keys().next().value ?? '')
  return lezen
}

/** For what existed only in a transaction that was rolled back. */
export function vergeetVersie(versieId: string): void {
  geladen.delete(versieId)
}

async function lees(db: Db, versieId: string): Promise<Geladen> {
  const versie = await selectVersie(db, versieId)
  if (!versie) throw notFound()
  return { ...(await leesMap(versie.proces, versie.bestanden)), versieId, nummer: versie.nummer, naam: versie.naam }
}

/** @throws 400 naming the file that cannot be read */
export async function leesMap(proces: string, bestanden: Bestanden): Promise<Geladen> {
  const xml = bestanden['proces.bpmn']
  if (!xml) throw invalid('proces.bpmn', 'ontbreekt', 'Een procesmap heeft een bestand proces.bpmn.')
  const model = leesModel(await leesXml(xml))
  return {
    versieId: '',
    proces,
    nummer: 0,
    naam: model.naam || proces,
    model,
    // Read apart: making it ready changes what was read.
    bereid: await bereid(await leesXml(xml)),
    items: new Set([...model.stappen.values()].flatMap(({ herhaling }) => herhaling?.item ?? [])),
    beslismodel: bestanden['regels.dmn'] ? await leesDmn(bestanden['regels.dmn']) : undefined,
    formulieren: Object.fromEntries(
      Object.entries(bestanden)
        .filter(([pad]) => pad.startsWith('formulieren/'))
        .map(([pad, tekst]) => [pad.slice('formulieren/'.length, -'.json'.length), leesFormulier(pad, tekst)]),
    ),
    instellingen: leesInstellingen(bestanden['instellingen.json']),
    portaal: leesPortaal(bestanden['portaal.json']),
    bestanden,
  }
}

function leesFormulier(pad: string, tekst: string): Formulierdefinitie {
  let waarde: unknown
  try {
    waarde = JSON.parse(tekst)
  } catch {
    throw invalid(pad, 'onleesbaar', 'Dit bestand is geen geldige JSON.')
  }
  const gelezen = Formulierdefinitie.safeParse(waarde)
  // With the lists of today: a code that was withdrawn is not offered any more.
  if (gelezen.success) return metLijsten(gelezen.data, dagVan(systemClock()))
  throw invalidParams(
    gelezen.error.issues.slice(0, 20).map(({ path, message, code }) => ({
      name: [pad, path.join('.')].filter(Boolean).join('#'),
      code: code ?? 'ongeldig',
      reason: message,
    })),
  )
}

/** @throws 400 naming the file */
export function leesInstellingen(tekst: string | undefined): Procesinstellingen {
  if (!tekst) return {}
  try {
    return Procesinstellingen.parse(JSON.parse(tekst))
  } catch (error) {
    const reden = error instanceof Error ? error.message.slice(0, 300) : ''
    throw invalid('instellingen.json', 'onleesbaar', `De instellingen kloppen niet: ${reden}`)
  }
}
