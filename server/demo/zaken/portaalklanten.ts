import { sql } from 'kysely'
import { NieuwContact, VertegenwoordigingInvoer } from '#contract/relatieinvoer.ts'
import { dagVan } from '#server/platform/clock.ts'
import { write } from '#server/platform/db/write.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { addVertegenwoordiging, registerPartij } from '#server/relaties/index.ts'
import type { Mensen } from './mensen.ts'

/** Who looks at the portal in another way than a tenant: a bewindvoerder with several clients, and somebody who looks for a home. */
export async function maakPortaalklanten(ctx: ReadContext, { huurders }: Mensen): Promise<void> {
  await write(ctx, async (w) => {
    const eerder = await sql`select from vertegenwoordiging where soort = 'bewindvoerder' limit 1`.execute(w.tx)
    if (eerder.rows.length > 0) return
    const bewindvoerder = await registerPartij(
      w,
      NieuwContact.parse({
        soort: 'persoon',
        persoon: { initialen: 'S.', achternaam: 'Bouma', geslacht: 'V' },
        digitaleAdressen: [
          { soort: 'email', adres: 'bouma@bewindbouma.example', verificatieDatum: dagVan(w.now) },
          { soort: 'telefoonnummer', adres: '06 12345678', verificatieDatum: dagVan(w.now) },
        ],
      }),
    )
    for (const { partijId } of huurders.slice(-3)) {
      const begindatum = '2024-03-01'
      const invoer = { vertegenwoordigerId: bewindvoerder.id, soort: 'bewindvoerder', begindatum }
      await addVertegenwoordiging(w, partijId, VertegenwoordigingInvoer.parse(invoer))
    }
    await registerPartij(
      w,
      NieuwContact.parse({
        soort: 'persoon',
        persoon: { initialen: 'D.', achternaam: 'Aydın', geslacht: 'M', geboortedatum: '2001-05-09' },
        digitaleAdressen: [{ soort: 'email', adres: 'd.aydin@voorbeeld.nl', verificatieDatum: dagVan(w.now) }],
      }),
    )
  })
}
