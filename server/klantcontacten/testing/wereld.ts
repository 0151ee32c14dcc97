import { sql } from 'kysely'
import { NieuwContact } from '#contract/relatieinvoer.ts'
import type { Organisatie } from '#server/platform/db/organisaties.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestRondom } from '#server/platform/testing/rondom.ts'
import { huishoudensVan, type PartijRow, registerPartij } from '#server/relaties/index.ts'

/** A small corporation to register contacts in: channels, two subjects, three teams, a klant with a household. */
export type Wereld = {
  planning: string
  klachten: string
  klantcontact: string
  onderwerpId: string
  klant: PartijRow
  huishoudenId: string
  leverancier: PartijRow
  eenheidId: string
}

export async function maakWereld(rondom: TestRondom, bij: Organisatie = rondom.hier): Promise<Wereld> {
  const [planning, klachten, klantcontact] = [newId(), newId(), newId()]
  const [onderwerpId, eenheidId] = [newId(), newId()]
  return rondom.write(async (w) => {
    for (const [code, volgorde] of [
      ['telefoon', 1],
      ['email', 2],
      ['balie', 3],
    ] as const) {
      await sql`
        insert into kanaal (code, naam, volgorde) values (${code}, ${code}, ${volgorde})
        on conflict do nothing`.execute(w.tx)
    }
    for (const [id, code] of [
      [planning, 'planning'],
      [klachten, 'klachten'],
      [klantcontact, 'klantcontact'],
    ]) {
      await sql`insert into team (id, code, naam) values (${id}, ${code}, ${`Team ${code}`})`.execute(w.tx)
    }
    await sql`insert into onderwerp (id, code, naam) values (${onderwerpId}, 'test-lekkage', 'Lekkage')`.execute(w.tx)
    await sql`
      insert into eenheid (id, code, straatnaam, huisnummer, postcode, woonplaats)
      values (${eenheidId}, 'VHE-1', 'Lange Nieuwstraat', 112, '3512PN', 'Utrecht')`.execute(w.tx)
    const klant = await registerPartij(w, persoon('Berg', 'van den'))
    const leverancier = await registerPartij(
      w,
      NieuwContact.parse({ soort: 'organisatie', organisatie: { naam: 'Loodgieter Jansen B.V.' } }),
    )
    const [huishouden] = await huishoudensVan(w.db, klant.id, '2026-11-23')
    if (!huishouden) throw new Error('the klant has no household')
    return {
      planning,
      klachten,
      klantcontact,
      onderwerpId,
      klant,
      huishoudenId: huishouden.partij.id,
      leverancier,
      eenheidId,
    }
  }, bij)
}

export function persoon(achternaam: string, tussenvoegsels = ''): NieuwContact {
  return NieuwContact.parse({
    soort: 'persoon',
    persoon: { initialen: 'j a', tussenvoegsels, achternaam, geslacht: 'M' },
    huishouden: { rol: 'HUU' },
  })
}
