import { sql } from 'kysely'
import { maakToeval } from '../../server/demo/toeval.ts'
import type { WriteContext } from '../../server/platform/http/context.ts'

const aantal = 300

/** Three hundred employees over the teams of the demo, as a large corporation has. */
export async function addMedewerkers(w: WriteContext): Promise<void> {
  const toeval = maakToeval('belasting/medewerkers')
  const teams = await sql<{ id: string; code: string }>`select id, code from team order by code`.execute(w.tx)
  for (let i = 1; i <= aantal; i++) {
    const id = toeval.id(w.now.getTime())
    const kcc = i <= 60
    const rol = kcc ? 'klantcontactmedewerker' : i % 12 === 0 ? 'coordinator' : 'vakspecialist'
    await sql`
      insert into medewerker (id, naam, email, functie, rollen)
      values (${id}, ${`Medewerker ${i}`}, ${`m${i}@belasting.example`}, 'Belastingproef', ${[rol]})`.execute(w.tx)
    const team = teams.rows.find(({ code }) => kcc && code === 'kcc') ?? teams.rows[i % teams.rows.length]
    if (!team) continue
    await sql`insert into team_lid (id, team_id, medewerker_id) values (${toeval.id(w.now.getTime())}, ${team.id}, ${id})`.execute(
      w.tx,
    )
  }
}
