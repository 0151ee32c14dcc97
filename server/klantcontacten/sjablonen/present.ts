import type { Sjabloon, SjabloonBeheer } from '#contract/klantcontacten.ts'
import { findTeams } from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'
import type { SjabloonRow } from '../tables.ts'

export async function presentSjablonen(db: Db, rows: readonly SjabloonRow[]): Promise<Sjabloon[]> {
  return presentSjablonenBeheer(db, rows)
}

export async function presentSjablonenBeheer(db: Db, rows: readonly SjabloonRow[]): Promise<SjabloonBeheer[]> {
  const teamIds = [...new Set(rows.flatMap((row) => row.team_id ?? []))]
  const teams = await findTeams(db, teamIds)
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    naam: row.naam,
    type: row.type,
    detailsoort: row.detailsoort,
    kanaalCode: row.kanaal_code,
    richting: row.richting,
    onderwerpIds: row.onderwerp_ids,
    toonInPortaal: row.toon_in_portaal,
    taakAanmaken: row.taak_aanmaken,
    belofte: row.belofte,
    team: row.team_id ? { id: row.team_id, naam: teams.get(row.team_id)?.naam ?? '' } : null,
    taakSoort: row.taak_soort,
    taakOnderwerp: row.taak_onderwerp,
    taakPrioriteit: row.taak_prioriteit,
    termijnWerkdagen: row.termijn_werkdagen,
    notitietekst: row.notitietekst,
    bijlageVerplicht: row.bijlage_verplicht,
    rollen: row.rollen,
    geldigVan: row.geldig_van,
    geldigTot: row.geldig_tot,
    actief: row.actief,
    versie: row.versie,
  }))
}
