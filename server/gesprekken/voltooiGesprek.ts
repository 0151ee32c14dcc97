import type { GesprekBewaren, GesprekInhoud, GesprekVraag, VoltooidGesprek } from '#contract/gesprekken.ts'
import { findTeams } from '#server/beheer/index.ts'
import {
  attachBijlagen,
  findVanGesprek,
  type KlantcontactRow,
  onderwerpVan,
  registerKlantcontact,
  samenvattingVan,
} from '#server/klantcontacten/index.ts'
import { invalidParams, notFound, stale } from '#server/platform/errors.ts'
import { emit } from '#server/platform/events/emit.ts'
import { eisRecht, type WriteContext } from '#server/platform/http/context.ts'
import { createTaak, findTakenVan } from '#server/taken/index.ts'
import { linkKlantcontact } from '#server/zaken/index.ts'
import { presentGesprek } from './present.ts'
import { checkGesprek } from './regels/checkGesprek.ts'
import { resolvePartij } from './resolvePartij.ts'
import { deleteConcept, lockConcept } from './store.ts'
import type { ConceptRow } from './tables.ts'
import { type Gevonden, zoekBekend } from './zoekBekend.ts'

/**
 * Voltooien: everything or nothing, in the one transaction of the request. The concept is the lock and the receipt: it
 * is gone afterwards, and its id is on the posts, so doing it again finds what was made the first time.
 */
export async function voltooiGesprek(
  w: WriteContext,
  id: string,
  versie: number,
  body: GesprekBewaren,
): Promise<VoltooidGesprek> {
  eisRecht(w.actor, 'klantcontact.registreren')
  const concept = await lockConcept(w.tx, id, w.actor.medewerkerId)
  if (!concept) return receipt(w, id)
  if (concept.versie !== versie) throw stale(await presentGesprek(w, concept))
  const partijId = await resolvePartij(w.db, body.partijId)
  const inhoud = body.inhoud
  const gevonden = await zoekBekend(w, concept, partijId, inhoud)
  const problems = checkGesprek(inhoud, gevonden.bekend)
  if (problems.length > 0) throw invalidParams(problems)

  const rows: KlantcontactRow[] = []
  for (const vraag of inhoud.vragen) rows.push(await registerVraag(w, concept, partijId, inhoud, vraag, gevonden))
  const used = new Set(inhoud.vragen.flatMap((vraag) => vraag.bijlageIds))
  const rest = gevonden.bijlageIds.filter((bijlageId) => !used.has(bijlageId))
  if (rows[0]) await attachBijlagen(w.tx, id, rows[0].id, rest)
  await deleteConcept(w.tx, id)
  await emit(w, {
    soort: 'gesprek.voltooid',
    onderwerpen: [`medewerker:${w.actor.medewerkerId}`, ...(partijId ? [`partij:${partijId}`] : [])],
    gegevens: { gesprekId: id, partijId, aantal: rows.length, medewerkerId: w.actor.medewerkerId },
  })
  return present(w, id, partijId, rows)
}

async function registerVraag(
  w: WriteContext,
  concept: ConceptRow,
  partijId: string | null,
  inhoud: GesprekInhoud,
  vraag: GesprekVraag,
  { sjablonen, posts, zaakIds }: Gevonden,
): Promise<KlantcontactRow> {
  const sjabloon = vraag.sjabloonId ? sjablonen.get(vraag.sjabloonId) : undefined
  const antwoordOpPost = vraag.antwoordOp ? posts.get(vraag.antwoordOp) : undefined
  const tekst = clean(vraag.vraag)
  const antwoord = clean(vraag.antwoord)
  const onderwerp = line(vraag.onderwerp) || (sjabloon?.naam ?? onderwerpVan(tekst || antwoord))
  const row = await registerKlantcontact(w, {
    gesprekId: concept.id,
    partijId,
    naam: line(inhoud.naam),
    digitaalAdres: line(inhoud.digitaalAdres),
    type: vraag.type,
    detailsoort: sjabloon?.detailsoort ?? '',
    kanaalCode: inhoud.kanaalCode ?? '',
    richting: inhoud.richting,
    onderwerp,
    onderwerpIds: vraag.onderwerpIds,
    vraag: tekst,
    antwoord,
    interneNotitie: clean(vraag.interneNotitie),
    directBeantwoord: vraag.directBeantwoord,
    contactGelukt: inhoud.richting === 'uitgaand' ? (inhoud.contactGelukt ?? true) : null,
    toonInPortaal: vraag.toonInPortaal,
    vertrouwelijk: vraag.vertrouwelijk,
    ...(sjabloon && { sjabloon }),
    ...(antwoordOpPost && { antwoordOpPost }),
    koppelingen: vraag.koppelingen,
    bijlageIds: vraag.bijlageIds,
    plaatsgevondenOp: concept.begonnen_op,
  })
  for (const { soort, objectId } of vraag.koppelingen)
    if (soort === 'zaak' && zaakIds.has(objectId)) await linkKlantcontact(w, objectId, row.id)
  const { taak } = vraag
  if (taak.aanmaken && taak.teamId) {
    await createTaak(w, {
      teamId: taak.teamId,
      soort: sjabloon?.taak_soort ?? '',
      onderwerp: line(taak.onderwerp) || sjabloon?.taak_onderwerp || samenvattingVan(onderwerp, 200),
      toelichting: clean(taak.toelichting),
      prioriteit: taak.prioriteit,
      termijnWerkdagen: taak.termijnWerkdagen,
      partijId,
      klantcontactId: row.id,
      eenheidId: vraag.koppelingen.find((koppeling) => koppeling.soort === 'eenheid')?.objectId ?? null,
      belofte: taak.belofte,
      vertrouwelijk: row.vertrouwelijk,
    })
  }
  return row
}

/** Done before, by this employee: the same answer. */
async function receipt(w: WriteContext, id: string): Promise<VoltooidGesprek> {
  const rows = (await findVanGesprek(w.db, id)).filter((row) => row.medewerker_id === w.actor.medewerkerId)
  if (rows.length === 0) throw notFound()
  return present(w, id, null, rows)
}

async function present(
  w: WriteContext,
  gesprekId: string,
  partijId: string | null,
  rows: readonly KlantcontactRow[],
): Promise<VoltooidGesprek> {
  const taken = await findTakenVan(
    w.db,
    rows.map((row) => row.id),
  )
  const teams = await findTeams(
    w.db,
    taken.map((taak) => taak.team_id),
  )
  return {
    gesprekId,
    partijId: partijId ?? taken[0]?.partij_id ?? null,
    klantcontacten: rows.map((row) => {
      const taak = taken.find((each) => each.klantcontact_id === row.id)
      return {
        id: row.id,
        nummer: row.nummer,
        onderwerp: row.onderwerp,
        directBeantwoord: row.direct_beantwoord,
        taak: taak
          ? {
              id: taak.id,
              nummer: taak.nummer,
              team: { id: taak.team_id, naam: teams.get(taak.team_id)?.naam ?? '' },
              deadline: taak.deadline,
            }
          : null,
      }
    }),
  }
}

const clean = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const line = (text: string) => text.replace(/\s+/g, ' ').trim()
