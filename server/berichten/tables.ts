import type { ColumnType, Generated, Selectable } from 'kysely'
import type { BerichtKanaal, BerichtStatus } from '#contract/berichten.ts'

/** A file that goes along: what the FileStore calls it, and what the klant sees. */
export type BerichtBijlage = { bestandsnaam: string; mediatype: string; omvang: number; opslagsleutel: string }

export type BerichtTable = {
  id: string
  sleutel: string
  partij_id: string | null
  zaak_id: string | null
  kanaal: BerichtKanaal
  formeel: boolean
  vertrouwelijk: boolean
  /** E-mail address, telephone number or lines of an address; empty for the portal. */
  aan: string
  aan_naam: string
  onderwerp: string
  /** Markdown. */
  tekst: string
  taal: string
  bijlagen: ColumnType<BerichtBijlage[], string, string>
  status: BerichtStatus
  pogingen: Generated<number>
  fout: string
  volgende_poging: Date | null
  bezig_tot: Generated<Date | null>
  aangemaakt_op: Date
  aangemaakt_door: string
  verstuurd_op: Date | null
  versie: Generated<number>
}
export type BerichtRow = Selectable<BerichtTable>

export type PostbusTable = {
  bericht_id: string
  kanaal: BerichtKanaal
  van: string
  aan: string
  onderwerp: string
  tekst: string
  html: string
  op: Date
}
export type PostbusRow = Selectable<PostbusTable>

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    bericht: BerichtTable
    postbus: PostbusTable
  }
}
