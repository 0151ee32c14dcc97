import { sql } from 'kysely'
import type { Verzoek } from '../meten/lader.ts'
import type { Omgeving, Scenario } from '../meten/omgeving.ts'

const aantal = 300
const gelijktijdig = 50

export const taken: Scenario = {
  naam: 'taken',
  async meet(omgeving) {
    const { teamId } = omgeving.iemand(0)
    const lijst = (filter: string) =>
      Array.from({ length: aantal }, (_, i): Verzoek => {
        return { method: 'GET', pad: `/api/taken?${filter}`, cookie: omgeving.iemand(i).cookie }
      })
    const gewoon = (pad: string) =>
      Array.from({ length: aantal }, (_, i): Verzoek => ({ method: 'GET', pad, cookie: omgeving.iemand(i).cookie }))
    const vrij = await vrijeTaken(omgeving, teamId, aantal + 20)
    const claims = vrij.slice(0, aantal).map((id, i) => claim(omgeving, id, i))
    const races = vrij
      .slice(aantal)
      .flatMap((id) => Array.from({ length: gelijktijdig }, (_, i) => claim(omgeving, id, i)))
    return [
      await omgeving.meet('teamlijst: open taken van mijn team', lijst(`teamId=${teamId}`), { doel: 50 }),
      await omgeving.meet('teamlijst: 16 verbindingen', lijst(`teamId=${teamId}`), { verbindingen: 16 }),
      await omgeving.meet('teamlijst: afgeronde taken van mijn team', lijst(`teamId=${teamId}&status=gesloten`), {
        doel: 50,
      }),
      await omgeving.meet('mijn taken', lijst('mijn=true'), { doel: 50 }),
      await omgeving.meet('tellingen in het menu', gewoon('/api/mijn-werk'), { doel: 50 }),
      await omgeving.meet('dashboard Vandaag', gewoon('/api/vandaag').slice(0, 50), {}),
      await omgeving.meet('taak oppakken', claims, { doel: 50 }),
      await omgeving.meet(`taak oppakken: ${gelijktijdig} tegelijk op één taak`, races, {
        salvo: gelijktijdig,
        verbindingen: gelijktijdig,
        verwachteStatus: (status) => status === '200' || status === '409',
        opmerking: ({ statussen }) => eenWinnaar(statussen, races.length / gelijktijdig),
      }),
    ]
  },
}

const claim = (omgeving: Omgeving, id: string, i: number): Verzoek => ({
  method: 'POST',
  pad: `/api/taken/${id}/behandeling`,
  cookie: omgeving.iemand(i).cookie,
})

async function vrijeTaken({ organisatie }: Omgeving, teamId: string, hoeveel: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from taak where team_id = ${teamId} and medewerker_id is null and status = 'niet_gestart'
    limit ${hoeveel}`.execute(organisatie.db)
  if (found.rows.length < hoeveel) throw new Error(`too few free taken (${found.rows.length}); run voltooien first`)
  return found.rows.map(({ id }) => id)
}

function eenWinnaar(statussen: Record<string, number>, aantalTaken: number): string {
  if (statussen['200'] !== aantalTaken)
    throw new Error(`a race had ${statussen['200']} winners for ${aantalTaken} taken`)
  return `${aantalTaken} taken, elk precies één winnaar`
}
