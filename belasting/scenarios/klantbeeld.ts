import { sql } from 'kysely'
import type { Verzoek } from '../meten/lader.ts'
import type { Omgeving, Scenario } from '../meten/omgeving.ts'

const aantal = 500

export const klantbeeld: Scenario = {
  naam: 'klantbeeld',
  async meet(omgeving) {
    const gewoon = await idsUit(
      omgeving,
      sql`
      select id from partij tablesample bernoulli (0.5) repeatable (3) where soort = 'persoon' limit ${aantal}`,
    )
    const druk = await drukste(omgeving)
    const beelden = (ids: string[]) => ids.map((id, i) => get(omgeving, i, `/api/klantbeeld/${id}`))
    return [
      await omgeving.meet('klantbeeld: willekeurige klant, 1 verbinding', beelden(gewoon), { doel: 50 }),
      await omgeving.meet('klantbeeld: willekeurige klant, 16 verbindingen', beelden(gewoon), { verbindingen: 16 }),
      await omgeving.meet('klantbeeld: de klanten met de meeste contacten', beelden(druk), { doel: 50 }),
      await omgeving.meet(
        'tijdlijn: eerste bladzijde',
        gewoon.map((id, i) => get(omgeving, i, `/api/partijen/${id}/tijdlijn`)),
        { doel: 50 },
      ),
      await omgeving.meet('tijdlijn: bladzijde diep in de tijd, drukste klanten', await diep(omgeving, druk), {
        doel: 50,
      }),
      await omgeving.meet(
        'tijdlijn: doorzoeken op tekst, drukste klanten',
        druk.map((id, i) => get(omgeving, i, `/api/partijen/${id}/tijdlijn?q=lekkage`)),
        { doel: 50 },
      ),
    ]
  },
}

const get = (omgeving: Omgeving, i: number, pad: string): Verzoek => ({
  method: 'GET',
  pad,
  cookie: omgeving.iemand(i).cookie,
})

async function idsUit({ organisatie }: Omgeving, vraag: ReturnType<typeof sql>): Promise<string[]> {
  const found = await sql<{ id: string }>`${vraag}`.execute(organisatie.db)
  return found.rows.map(({ id }) => id)
}

function drukste(omgeving: Omgeving): Promise<string[]> {
  return idsUit(
    omgeving,
    sql`
    select t.partij_id as id from tijdlijn_item t tablesample system (2) repeatable (5)
      join partij p on p.id = t.partij_id and p.soort = 'persoon'
    group by 1 order by count(*) desc, 1 limit ${aantal / 2}`,
  )
}

/** Walks to the last page first, unmeasured, and keeps the address of each page after the first. */
async function diep(omgeving: Omgeving, ids: string[]): Promise<Verzoek[]> {
  const verzoeken: Verzoek[] = []
  for (const [i, id] of ids.entries()) {
    let na: string | undefined
    for (let bladzijde = 0; bladzijde < 8 && verzoeken.length < aantal; bladzijde++) {
      const verzoek = get(omgeving, i, `/api/partijen/${id}/tijdlijn?aantal=10${na ? `&na=${na}` : ''}`)
      if (bladzijde > 0) verzoeken.push(verzoek)
      const answer = await fetch(omgeving.server.url + verzoek.pad, { headers: { cookie: verzoek.cookie } })
      na = ((await answer.json()) as { volgende?: string }).volgende
      if (!na) break
    }
  }
  return verzoeken
}
