import type { Postrij, Poststuk } from '#contract/portaal/berichten.ts'
import type { BerichtRow } from '#server/berichten/index.ts'
import { toHtml } from '#server/platform/markdown/markdown.ts'
import { toTekst } from '#server/platform/markdown/tekst.ts'

const kopVan = (row: BerichtRow) => ({
  id: row.id,
  onderwerp: row.onderwerp,
  op: row.aangemaakt_op.toISOString(),
  kanaal: row.kanaal,
  formeel: row.formeel,
  zaakId: row.zaak_id,
  gelezenOp: row.gelezen_op?.toISOString() ?? null,
})

export const presentPostrij = (row: BerichtRow): Postrij => ({
  ...kopVan(row),
  begin: toTekst(row.tekst).replace(/\s+/g, ' ').slice(0, 160),
  bijlagen: row.bijlagen.length,
})

export const presentPoststuk = (row: BerichtRow): Poststuk => ({
  ...kopVan(row),
  tekst: toTekst(row.tekst),
  html: toHtml(row.tekst),
  taal: row.taal,
  bijlagen: row.bijlagen.map(({ bestandsnaam, mediatype, omvang }, plek) => ({
    nummer: plek + 1,
    bestandsnaam,
    mediatype,
    omvang,
  })),
})
