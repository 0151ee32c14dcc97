import { sql } from 'kysely'
import { openSessie } from '../../server/aanmelden/index.ts'
import type { Organisatie } from '../../server/platform/db/organisaties.ts'
import type { Uitslag, Verzoek } from './lader.ts'
import { meet } from './meet.ts'
import type { Server } from './server.ts'
import { type Regel, regelVan } from './uitslag.ts'

/** How many cases wait while klantprocessen are measured, and how many timers fall due together. */
export type Maten = { wachtend: number; tegelijk: number }

export type Medewerker = { id: string; cookie: string; teamId: string }

/** What a scenario has: a running server, the database behind it to take realistic questions from, and employees. */
export type Omgeving = {
  server: Server
  organisatie: Organisatie
  geheim: string
  databaseUrl: string
  maten: Maten
  medewerkers: Medewerker[]
  /** Tells who waits what is going on. */
  zeg(wat: string): void
  /** The one whose turn it is: work is spread over all. */
  iemand(i: number): Medewerker
  /** Measures with these connections; an answer that is not 2xx is a failed measurement, unless it is expected. */
  meet(naam: string, verzoeken: Verzoek[], options?: MeetOptions): Promise<Regel>
}

type MeetOptions = {
  verbindingen?: number
  salvo?: number
  doel?: number
  opmerking?: string | ((uitslag: Uitslag) => string)
  verwachteStatus?: (status: string) => boolean
}

export type Scenario = { naam: string; meet(omgeving: Omgeving): Promise<Regel[]> }

export async function maakOmgeving(given: {
  server: Server
  organisatie: Organisatie
  geheim: string
  databaseUrl: string
  maten: Maten
  zeg: (wat: string) => void
}): Promise<Omgeving> {
  const medewerkers = await meldAan(given.organisatie, given.geheim)
  const iemand = (i: number) => {
    const wie = medewerkers[i % medewerkers.length]
    if (!wie) throw new Error('there are no employees')
    return wie
  }
  return {
    ...given,
    medewerkers,
    iemand,
    async meet(naam, verzoeken, options = {}) {
      const { verbindingen = 1, salvo, doel, opmerking, verwachteStatus = (status) => status.startsWith('2') } = options
      given.zeg(naam)
      const uitslag = await meet({ url: given.server.url, verzoeken, verbindingen, ...(salvo && { salvo }) })
      for (const { ms, pad } of uitslag.traagste) given.zeg(`  ${Math.round(ms)} ms  ${pad}`)
      const fout = Object.entries(uitslag.statussen).filter(([status]) => !verwachteStatus(status))
      if (fout.length > 0) throw new Error(`${naam}: unexpected answers ${JSON.stringify(uitslag.statussen)}`)
      const tekst = typeof opmerking === 'function' ? opmerking(uitslag) : opmerking
      return regelVan(naam, uitslag, { ...(doel !== undefined && { doel }), ...(tekst && { opmerking: tekst }) })
    },
  }
}

/** Sixty employees of the telephone team, each with a session of his own. */
async function meldAan(organisatie: Organisatie, secret: string): Promise<Medewerker[]> {
  const found = await sql<{ id: string; team_id: string }>`
    select distinct on (m.id) m.id, l.team_id from medewerker m join team_lid l on l.medewerker_id = m.id and l.tot is null
    where 'klantcontactmedewerker' = any (m.rollen) and m.actief order by m.id limit 60`.execute(organisatie.db)
  return await Promise.all(
    found.rows.map(async ({ id, team_id }) => ({
      id,
      teamId: team_id,
      cookie: await openSessie({ secret }, organisatie, id),
    })),
  )
}
