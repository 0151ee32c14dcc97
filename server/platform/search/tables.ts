import type { Generated, JSONColumnType } from 'kysely'

declare module '#server/platform/db/schema.ts' {
  interface Tables {
    zoek_item: {
      id: Generated<number>
      soort: string
      object_id: string
      titel: string
      ondertitel: string
      gewicht: number
      woorden: string[]
      sleutels: string[]
      team_id: string | null
      medewerker_id: string | null
      vertrouwelijk: boolean
      gegevens: JSONColumnType<Record<string, unknown>>
    }
    zoek_sleutel: { sleutel: string; item_id: number }
    zoek_woord: { woord: string; aantal: number }
    zoek_variant: { variant: string; woord: string }
  }
}
