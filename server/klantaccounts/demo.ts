import { sql } from 'kysely'
import * as contract from '#contract/klantaccounts.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { write } from '#server/platform/db/write.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { maakKlantaccount } from './account.ts'
import { komBinnen } from './kom.ts'
import { pad, type paginas } from './pagina/pagina.ts'

export type DemoKlant = { partijId: string; naam: string; wie: string }

/** People to look at the portal as: one of each kind, as far as the demo has them. Nothing else is in that database. */
export async function listDemoKlanten(db: Db): Promise<DemoKlant[]> {
  const result = await sql<DemoKlant>`
    select distinct on (id) id as "partijId", naam, wie from (
      (select p.id, p.naam, 1 as plek, 'Huurder' as wie from partij p
        where p.naam = 'J.A. van den Berg' and p.soort = 'persoon' and p.actief limit 1)
      union all
      (select p.id, p.naam, 2, 'Medehuurder' from partij_rol r join partij p on p.id = r.partij_id
        where r.rol = 'MDH' and r.einddatum is null and p.actief and p.soort = 'persoon' order by p.nummer limit 1)
      union all
      (select p.id, p.naam, 3, 'Bewindvoerder' from vertegenwoordiging v join partij p on p.id = v.vertegenwoordiger_id
        where v.soort = 'bewindvoerder' and p.actief and p.soort in ('persoon', 'contactpersoon')
        group by p.id, p.naam order by count(*) desc, p.nummer limit 1)
      union all
      (select p.id, p.naam, 4, 'Woningzoekende' from partij p
        where p.soort = 'persoon' and p.actief
          and not exists (select from overeenkomst_partij o where o.partij_id = p.id)
          and not exists (select from partij_rol r where r.partij_id = p.id)
          and not exists (select from vertegenwoordiging v where v.vertegenwoordiger_id = p.id)
        order by p.nummer limit 1)
    ) alle order by id, plek`.execute(db)
  return result.rows.sort((a, b) => volgorde.indexOf(a.wie) - volgorde.indexOf(b.wie))
}

const volgorde = ['Huurder', 'Medehuurder', 'Bewindvoerder', 'Woningzoekende']

/** Registered in demo mode only. Strong at once, on a device of his own: in a demo nobody gets an sms. */
export function demoPagina(pagina: ReturnType<typeof paginas>): void {
  pagina(contract.meldDemoAan, ['partijId'], async (vraag) => {
    const { ctx, taal, terug, velden } = vraag
    const gekozen = (await listDemoKlanten(ctx.db)).find(({ partijId }) => partijId === velden.partijId)
    if (!ctx.organisatie.demo || !gekozen) return { naar: pad('/aanmelden', { taal, terug }) }
    const { partijId } = gekozen
    const account = await write({ ...ctx, actor: systemActor }, (w) => maakKlantaccount(w, { partijId }))
    await komBinnen(vraag, partijId, { accountId: account.id, wijze: 'demo', sterk: true, eigenApparaat: true })
    return { naar: terug }
  })
}
