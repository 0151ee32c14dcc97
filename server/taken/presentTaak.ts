import { formatAdres } from '#contract/regels/adresweergave.ts'
import type { Taak, TaakRij } from '#contract/taken.ts'
import { findMedewerkers, findTeams, kalenderVan } from '#server/beheer/index.ts'
import { findKlantcontacten, type KlantcontactRow, presentPosts } from '#server/klantcontacten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { mag, type ReadContext } from '#server/platform/http/context.ts'
import { aanhefVan, findPartij, findPartijen } from '#server/relaties/index.ts'
import { findEenheden } from '#server/wonen/index.ts'
import { magMetTaak } from './regels/mayTaak.ts'
import { termijnVan } from './regels/termijn.ts'
import { selectHistorie, selectNotities } from './store.ts'
import type { Stand, TaakRow } from './tables.ts'

/** Rows of a list, in the order given; names are read once for all. */
export async function presentTaakRijen(
  ctx: Pick<ReadContext, 'db' | 'now'>,
  rows: readonly TaakRow[],
): Promise<TaakRij[]> {
  if (rows.length === 0) return []
  const present = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const [teams, medewerkers, partijen, { isVrij }] = await Promise.all([
    findTeams(ctx.db, present(rows.map((row) => row.team_id))),
    findMedewerkers(ctx.db, present(rows.map((row) => row.medewerker_id))),
    findPartijen(ctx.db, present(rows.map((row) => row.partij_id))),
    kalenderVan(ctx.db),
  ])
  const vandaag = dagVan(ctx.now)
  return rows.map((row) => {
    const team = teams.get(row.team_id)
    const partij = row.partij_id ? partijen.get(row.partij_id) : undefined
    return {
      id: row.id,
      nummer: row.nummer,
      onderwerp: row.onderwerp,
      soort: row.soort,
      status: row.status,
      prioriteit: row.prioriteit,
      team: { id: row.team_id, code: team?.code ?? '', naam: team?.naam ?? '' },
      medewerker: row.medewerker_id ? named(row.medewerker_id, medewerkers) : null,
      partij: partij ? { id: partij.id, nummer: partij.nummer, naam: partij.naam, soort: partij.soort } : null,
      klantcontactId: row.klantcontact_id,
      deadline: row.deadline,
      ...termijnVan(row, vandaag, isVrij),
      belofte: row.belofte,
      belofteIngelostOp: row.belofte_ingelost_op?.toISOString() ?? null,
      vertrouwelijk: row.vertrouwelijk,
      aangemaaktOp: row.aangemaakt_op.toISOString(),
      opgepaktOp: row.opgepakt_op?.toISOString() ?? null,
      afgerondOp: row.afgerond_op?.toISOString() ?? null,
      versie: row.versie,
    }
  })
}

/** One taak with all that hangs on it, and what this employee may do with it. */
export async function presentTaak(ctx: ReadContext, row: TaakRow): Promise<Taak> {
  const [[rij], notities, historie, klantcontact, eenheden] = await Promise.all([
    presentTaakRijen(ctx, [row]),
    selectNotities(ctx.db, row.id),
    selectHistorie(ctx.db, row.id),
    questionOf(ctx, row),
    findEenheden(ctx.db, row.eenheid_id ? [row.eenheid_id] : []),
  ])
  if (!rij) throw new Error('a taak was not presented')
  const medewerkers = await findMedewerkers(ctx.db, [
    row.aangemaakt_door,
    ...(row.afgerond_door ? [row.afgerond_door] : []),
    ...notities.map((notitie) => notitie.medewerker_id),
    ...historie.map((each) => each.medewerker_id),
    ...historie.flatMap(({ van, naar }) => [van['medewerker_id'], naar['medewerker_id']].filter((id) => id != null)),
  ])
  const teams = await findTeams(
    ctx.db,
    historie.flatMap(({ van, naar }) => [van['team_id'], naar['team_id']].filter((id) => id != null)),
  )
  const inWords = (stand: Stand) =>
    Object.fromEntries(
      Object.entries(stand).map(([field, value]) => {
        if (field === 'medewerker_id') return ['medewerker', value && named(value, medewerkers).naam]
        if (field === 'team_id') return ['team', value && (teams.get(value)?.naam ?? '')]
        return [field, value]
      }),
    )
  const eenheid = row.eenheid_id ? eenheden.get(row.eenheid_id) : undefined
  const [post] = klantcontact ? await presentPosts(ctx.db, [klantcontact]) : []
  return {
    ...rij,
    toelichting: row.toelichting,
    uitkomst: row.uitkomst,
    termijnWerkdagen: row.termijn_werkdagen,
    aangemaaktDoor: named(row.aangemaakt_door, medewerkers),
    afgerondDoor: row.afgerond_door ? named(row.afgerond_door, medewerkers) : null,
    zaakId: row.zaak_id,
    eenheid: eenheid ? { id: eenheid.id, omschrijving: formatAdres({ ...eenheid, straat: eenheid.straatnaam }) } : null,
    klantcontact: post ?? null,
    terugkoppelingId: row.terugkoppeling_id,
    notities: notities.map(({ id, tekst, medewerker_id, op, corrigeert }) => ({
      id,
      tekst,
      medewerker: named(medewerker_id, medewerkers),
      op: op.toISOString(),
      corrigeert,
      gecorrigeerdDoor: notities.findLast((later) => later.corrigeert === id)?.id ?? null,
    })),
    historie: historie.map(({ id, soort, van, naar, toelichting, medewerker_id, op }) => ({
      id,
      soort,
      van: inWords(van),
      naar: inWords(naar),
      toelichting,
      medewerker: named(medewerker_id, medewerkers),
      op: op.toISOString(),
    })),
    mag: magMetTaak(ctx.actor, row),
    voorstel: row.partij_id ? await voorstelVan(ctx.db, row, row.partij_id, klantcontact) : null,
  }
}

/** Who may see the taak may see the question it came from, also a confidential one: he has to answer it. */
async function questionOf(ctx: ReadContext, row: TaakRow): Promise<KlantcontactRow | undefined> {
  if (!row.klantcontact_id || !mag(ctx.actor, 'klantcontact.lezen')) return undefined
  return (await findKlantcontacten(ctx.db, [row.klantcontact_id])).get(row.klantcontact_id)
}

async function voorstelVan(
  db: Db,
  row: TaakRow,
  partijId: string,
  klantcontact: KlantcontactRow | undefined,
): Promise<Taak['voorstel']> {
  const partij = await findPartij(db, partijId)
  return {
    kanaalCode: klantcontact?.kanaal_code ?? 'telefoon',
    onderwerp: (klantcontact?.onderwerp ?? row.onderwerp).slice(0, 200),
    toonInPortaal: klantcontact?.toon_in_portaal ?? false,
    aanhef: partij ? await aanhefVan(db, partij) : '',
  }
}

/** The system itself is nobody in the list of medewerkers. */
function named(id: string, medewerkers: ReadonlyMap<string, { naam: string }>) {
  return { id, naam: medewerkers.get(id)?.naam ?? 'Rondom' }
}
