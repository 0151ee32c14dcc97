import type { Generated } from 'kysely'

/** Only what is asked for with Kysely; the staging tables are read and written with SQL. */
declare module '#server/platform/db/schema.ts' {
  interface Tables {
    import_run: {
      id: string
      map: string
      vingerafdruk: string
      status: 'bezig' | 'klaar' | 'afgebroken'
      begonnen_op: Generated<Date>
      klaar_op: Generated<Date | null>
    }
    import_stap: {
      run_id: string
      stap: string
      regels: Generated<number>
      gelezen: Generated<number>
      rijen: Generated<number>
      klaar: Generated<boolean>
    }
    import_melding: {
      id: Generated<number>
      run_id: string
      bestand: string
      regel: number
      sleutel: string
      reden: string
      afgekeurd: boolean
    }
    import_telling: {
      run_id: string
      soort: string
      nieuw: number
      gewijzigd: number
      ongewijzigd: number
    }
  }
}
