import type { Gesprek, GesprekTab } from '#contract/gesprekken.ts'
import { variabelenVan } from '#contract/regels/variabelen.ts'
import { findLosseBijlagen, onderwerpVan, presentBijlage } from '#server/klantcontacten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { aanhefVan, findPartij, findPartijen, type PartijRow } from '#server/relaties/index.ts'
import { isLeeg } from './regels/leegGesprek.ts'
import type { ConceptRow } from './tables.ts'

export async function presentGesprek(ctx: ReadContext, row: ConceptRow): Promise<Gesprek> {
  const partij = row.partij_id ? await findPartij(ctx.db, row.partij_id) : undefined
  const bijlagen = await findLosseBijlagen(ctx.db, row.id)
  return {
    id: row.id,
    partij: presentPartij(partij),
    taakId: row.taak_id,
    inhoud: row.inhoud,
    bijlagen: bijlagen.map(presentBijlage),
    variabelen: variabelenVan({
      klant: partij && { naam: partij.naam, nummer: String(partij.nummer), aanhef: await aanhefVan(ctx.db, partij) },
      medewerker: ctx.actor.naam,
      organisatie: ctx.organisatie.naam,
      datum: dagVan(ctx.now),
    }),
    begonnenOp: row.begonnen_op.toISOString(),
    gewijzigdOp: row.gewijzigd_op.toISOString(),
    versie: row.versie,
  }
}

export async function presentTabs(ctx: ReadContext, rows: readonly ConceptRow[]): Promise<GesprekTab[]> {
  const partijen = await findPartijen(
    ctx.db,
    rows.flatMap((row) => row.partij_id ?? []),
  )
  return rows.map((row) => {
    const partij = row.partij_id ? partijen.get(row.partij_id) : undefined
    const [first] = row.inhoud.vragen
    const titel = first ? first.onderwerp.trim() || onderwerpVan(first.vraag || first.antwoord) : ''
    return {
      id: row.id,
      partij: presentPartij(partij),
      titel: titel || (partij?.naam ?? row.inhoud.naam.trim()),
      aantalVragen: row.inhoud.vragen.length,
      leeg: isLeeg(row.inhoud),
      begonnenOp: row.begonnen_op.toISOString(),
      gewijzigdOp: row.gewijzigd_op.toISOString(),
      versie: row.versie,
    }
  })
}

function presentPartij(partij: PartijRow | undefined) {
  return partij ? { id: partij.id, nummer: partij.nummer, naam: partij.naam, soort: partij.soort } : null
}
