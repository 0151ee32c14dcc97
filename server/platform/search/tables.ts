import type { Generated, JSONColumnType } from 'kysely'
import type { ZoekSoort } from '#contract/klantbeeld.ts'

export type ZoekItemTable = {
  id: Generated<number>
  soort: ZoekSoort
  object_id: string
  titel: string
  ondertitel: string
  /** 0 to 100 */
  gewicht: number
  woorden: string[]
  sleutels: string[]
  team_id: string | null
  medewerker_id: string | null
  vertrouwelijk: boolean
  /** For display only. */
  gegevens: JSONColumnType<Record<string, unknown>>
}

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    zoek_item: ZoekItemTable
    zoek_sleutel: { sleutel: string; item_id: number }
    zoek_woord: { woord: string; aantal: number }
    zoek_variant: { variant: string; woord: string }
  }
}
