import { formatAdres } from '#contract/regels/adresweergave.ts'
import { countWerkdagen } from '#contract/regels/werkdagen.ts'
import { type ZaakRij, type ZaakTermijn, type ZaakTermijnRij, zaakStatusNamen } from '#contract/zaken.ts'
import { findMedewerkers, findTeams, type Kalender, kalenderVan, type TeamRow } from '#server/beheer/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { type ReadContext, systemActor } from '#server/platform/http/context.ts'
import { findPartijen, type PartijRow } from '#server/relaties/index.ts'
import { findEenheden } from '#server/wonen/index.ts'
import { standVan } from './regels/termijn.ts'
import { selectZaken } from './store.ts'
import type { ZaakRow, ZaakTermijnRow } from './tables.ts'
import { selectEersteTermijnen } from './termijnen/store.ts'

type Ctx = Pick<ReadContext, 'db' | 'now'>
const ids = (values: (string | null | undefined)[]) => [...new Set(values.filter((id) => id != null))]

/** Rows of a list, in the order given; names are read once for all. */
export async function presentZaakRijen(ctx: Ctx, rows: readonly ZaakRow[]): Promise<ZaakRij[]> {
  if (rows.length === 0) return []
  const [teams, medewerkers, partijen, eenheden, termijnen, kalender] = await Promise.all([
    findTeams(ctx.db, ids(rows.map((row) => row.team_id))),
    findMedewerkers(ctx.db, ids(rows.map((row) => row.behandelaar_id))),
    findPartijen(ctx.db, ids(rows.map((row) => row.partij_id))),
    findEenheden(ctx.db, ids(rows.map((row) => row.eenheid_id))),
    selectEersteTermijnen(ctx.db, ids(rows.map((row) => row.id))),
    kalenderVan(ctx.db),
  ])
  return rows.map((row) => {
    const eenheid = row.eenheid_id ? eenheden.get(row.eenheid_id) : undefined
    const termijn = termijnen.get(row.id)
    return {
      id: row.id,
      nummer: row.nummer,
      zaaktype: row.zaaktype,
      zaaktypeNaam: row.zaaktype_naam,
      omschrijving: row.omschrijving,
      status: row.status,
      statusNaam: row.status_naam || zaakStatusNamen[row.status],
      statusSinds: row.status_sinds.toISOString(),
      wachtOp: row.wacht_op,
      partij: partijKort(partijen.get(row.partij_id ?? '')),
      eenheid: eenheid
        ? { id: eenheid.id, omschrijving: formatAdres({ ...eenheid, straat: eenheid.straatnaam }) }
        : null,
      team: teamKort(teams.get(row.team_id ?? '')),
      behandelaar: row.behandelaar_id ? named(row.behandelaar_id, medewerkers) : null,
      ontvangenOp: row.ontvangen_op.toISOString(),
      leeftijd: leeftijdVan(row, ctx.now, kalender),
      termijn: termijn ? presentTermijn(termijn, ctx.now, kalender) : null,
      vertrouwelijk: row.vertrouwelijk,
      stap: row.stap,
      stapSinds: row.stap_sinds?.toISOString() ?? null,
      stapDagen: row.stap_sinds && countWerkdagen(dagVan(row.stap_sinds), dagVan(ctx.now), kalender.isVrij),
      afgeslotenOp: row.afgesloten_op?.toISOString() ?? null,
      resultaatNaam: row.resultaat_naam,
      versie: row.versie,
    }
  })
}

export function presentTermijn(row: ZaakTermijnRow, now: Date, { isVrij }: Kalender): ZaakTermijn {
  return {
    id: row.id,
    soort: row.soort,
    naam: row.naam,
    startOp: row.start_op.toISOString(),
    uitersteOp: row.uiterste_op,
    waarschuwOp: row.waarschuw_op,
    gepauzeerdOp: row.gepauzeerd_op?.toISOString() ?? null,
    pauzedagen: row.pauzedagen,
    status: row.status,
    ...standVan(row, dagVan(now), isVrij),
    overschredenOp: row.overschreden_op?.toISOString() ?? null,
    gehaaldOp: row.gehaald_op?.toISOString() ?? null,
  }
}

export async function presentTermijnRijen(ctx: Ctx, rows: readonly ZaakTermijnRow[]): Promise<ZaakTermijnRij[]> {
  if (rows.length === 0) return []
  const zaken = new Map((await selectZaken(ctx.db, ids(rows.map((row) => row.zaak_id)))).map((zaak) => [zaak.id, zaak]))
  const alle = [...zaken.values()]
  const [teams, medewerkers, partijen, kalender] = await Promise.all([
    findTeams(ctx.db, ids(alle.map((zaak) => zaak.team_id))),
    findMedewerkers(ctx.db, ids(alle.map((zaak) => zaak.behandelaar_id))),
    findPartijen(ctx.db, ids(alle.map((zaak) => zaak.partij_id))),
    kalenderVan(ctx.db),
  ])
  return rows.flatMap((row) => {
    const zaak = zaken.get(row.zaak_id)
    if (!zaak) return []
    return {
      ...presentTermijn(row, ctx.now, kalender),
      zaak: zaakKort(zaak),
      partij: partijKort(partijen.get(zaak.partij_id ?? '')),
      team: teamKort(teams.get(zaak.team_id ?? '')),
      behandelaar: zaak.behandelaar_id ? named(zaak.behandelaar_id, medewerkers) : null,
    }
  })
}

export function zaakKort({ id, nummer, zaaktype_naam, omschrijving, status }: ZaakRow) {
  return { id, nummer, zaaktypeNaam: zaaktype_naam, omschrijving, status }
}

export function partijKort(partij: PartijRow | undefined) {
  return partij ? { id: partij.id, nummer: partij.nummer, naam: partij.naam, soort: partij.soort } : null
}

export function teamKort(team: TeamRow | undefined) {
  return team ? { id: team.id, code: team.code, naam: team.naam } : null
}

/** The system itself is nobody in the list of medewerkers. */
export function named(id: string, medewerkers: ReadonlyMap<string, { naam: string }>) {
  // Who is no employee and not Rondom itself, is a customer with an account of the portal.
  return { id, naam: medewerkers.get(id)?.naam ?? (id === systemActor.medewerkerId ? 'Rondom' : 'Klant (portaal)') }
}

function leeftijdVan(row: ZaakRow, now: Date, { isVrij }: Kalender): number {
  // A letter may be registered before its date by mistake: no age, rather than a negative one.
  return Math.max(0, countWerkdagen(dagVan(row.ontvangen_op), dagVan(row.afgesloten_op ?? now), isVrij))
}
