import type { SjabloonInvoer } from '#contract/klantcontacten.ts'
import { findKanaal, findTeams, holdOnderwerpen } from '#server/beheer/index.ts'
import { explainConstraints } from '#server/platform/db/constraints.ts'
import type { Tx } from '#server/platform/db/schema.ts'
import { type InvalidParam, invalid, invalidParams, notFound, stale } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import { eisRecht, type WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import type { SjabloonRow } from '../tables.ts'
import { presentSjablonenBeheer } from './present.ts'
import { findSjabloon, insertSjabloon, replaceSjabloon } from './store.ts'

/** Adds a template. @throws 400 when the code is taken */
export async function addSjabloon(w: WriteContext, input: SjabloonInvoer): Promise<SjabloonRow> {
  eisRecht(w.actor, 'beheer.inrichting')
  await checkReferences(w.tx, input)
  const row = await codeIsFree(insertSjabloon(w.tx, { id: newId(), ...toColumns(input) }))
  return tell(w, row)
}

/** Changes a template; posts made with it keep the copy they were made with. */
export async function changeSjabloon(
  w: WriteContext,
  id: string,
  versie: number,
  input: SjabloonInvoer,
): Promise<SjabloonRow> {
  eisRecht(w.actor, 'beheer.inrichting')
  const before = await findSjabloon(w.db, id)
  if (!before) throw notFound()
  await checkReferences(w.tx, input)
  const row = await codeIsFree(replaceSjabloon(w.tx, id, versie, toColumns(input), w.now))
  if (!row) throw stale((await presentSjablonenBeheer(w.db, [before]))[0])
  return tell(w, row)
}

async function checkReferences(tx: Tx, input: SjabloonInvoer): Promise<void> {
  const teams = await findTeams(tx, input.teamId ? [input.teamId] : [])
  const kanaal = input.kanaalCode ? await findKanaal(tx, input.kanaalCode) : undefined
  const onderwerpen = await holdOnderwerpen(tx, input.onderwerpIds)
  const params: InvalidParam[] = []
  if (input.teamId && !teams.get(input.teamId)?.actief) {
    params.push({ name: 'teamId', code: 'onbekend', reason: 'Kies een team dat bestaat.' })
  }
  if (input.kanaalCode && !kanaal?.actief) {
    params.push({ name: 'kanaalCode', code: 'onbekend', reason: 'Kies een kanaal dat bestaat.' })
  }
  input.onderwerpIds.forEach((id, index) => {
    if (!onderwerpen.some((onderwerp) => onderwerp.id === id)) {
      params.push({ name: `onderwerpIds.${index}`, code: 'onbekend', reason: 'Kies een onderwerp dat bestaat.' })
    }
  })
  if (params.length > 0) throw invalidParams(params)
}

function toColumns(input: SjabloonInvoer): Omit<SjabloonRow, 'id' | 'versie' | 'gewijzigd_op'> {
  return {
    code: input.code,
    naam: input.naam,
    type: input.type,
    detailsoort: input.detailsoort,
    kanaal_code: input.kanaalCode,
    richting: input.richting,
    onderwerp_ids: input.onderwerpIds,
    toon_in_portaal: input.toonInPortaal,
    taak_aanmaken: input.taakAanmaken,
    belofte: input.belofte,
    team_id: input.teamId,
    taak_soort: input.taakSoort,
    taak_onderwerp: input.taakOnderwerp,
    taak_prioriteit: input.taakPrioriteit,
    termijn_werkdagen: input.termijnWerkdagen,
    notitietekst: input.notitietekst,
    bijlage_verplicht: input.bijlageVerplicht,
    rollen: input.rollen,
    geldig_van: input.geldigVan,
    geldig_tot: input.geldigTot,
    actief: input.actief,
  }
}

const codeIsFree = <T>(work: Promise<T>) =>
  explainConstraints(work, {
    sjabloon_code_key: () => invalid('code', 'bestaat', 'Er is al een sjabloon met deze code.'),
  })

async function tell(w: WriteContext, row: SjabloonRow): Promise<SjabloonRow> {
  await emit(w, { soort: 'inrichting.gewijzigd', onderwerpen: ['beheer'], gegevens: { soort: 'sjabloon', id: row.id } })
  return row
}
