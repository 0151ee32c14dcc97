import { sql } from 'kysely'
import { newId } from '#server/platform/ids.ts'
import type { TestRondom } from '#server/platform/testing/rondom.ts'
import { persoonIn } from '#server/relaties/testing/partijen.ts'

/** A home with a contract in the name of a huishouden of two, and a neighbour with one of his own. */
export type Huis = {
  huurder: string
  medehuurder: string
  buur: string
  bewindvoerder: string
  huishouden: string
  eenheidId: string
  overeenkomstId: string
}

export async function maakHuis(rondom: TestRondom): Promise<Huis> {
  const [huurder, medehuurder, buur, bewindvoerder] = await Promise.all(
    ['Huurder', 'Mede', 'Buur', 'Bewind'].map((achternaam) => persoonIn(rondom, { persoon: { achternaam } })),
  )
  const [huishouden, eenheidId, overeenkomstId, buurEenheid, buurContract] = Array.from({ length: 5 }, () => newId())
  if (!huurder || !medehuurder || !buur || !bewindvoerder) throw new Error('four people were made')
  await rondom.write(async ({ tx }) => {
    await sql`insert into partij (id, soort, naam, sorteernaam) values (${huishouden}, 'huishouden', 'Fam. H', 'H')`.execute(
      tx,
    )
    for (const [id, straat, contract, partij] of [
      [eenheidId, 'Lange Nieuwstraat', overeenkomstId, huishouden],
      [buurEenheid, 'Korte Nieuwstraat', buurContract, buur.id],
    ]) {
      await sql`
        insert into eenheid (id, code, straatnaam, huisnummer, postcode, woonplaats)
        values (${id}, ${id}, ${straat}, 1, '3512PN', 'Utrecht')`.execute(tx)
      await sql`
        insert into overeenkomst (id, nummer, eenheid_id, begindatum)
        values (${contract}, ${contract}, ${id}, '2020-01-01')`.execute(tx)
      await sql`
        insert into overeenkomst_partij (overeenkomst_id, partij_id, rol) values (${contract}, ${partij}, 'HUU')`.execute(
        tx,
      )
    }
    for (const [partij, rol] of [
      [huurder.id, 'HUU'],
      [medehuurder.id, 'MDH'],
    ]) {
      await sql`
        insert into partij_rol (id, partij_id, in_partij_id, rol, begindatum)
        values (${newId()}, ${partij}, ${huishouden}, ${rol}, '2020-01-01')`.execute(tx)
    }
  })
  return {
    huurder: huurder.id,
    medehuurder: medehuurder.id,
    buur: buur.id,
    bewindvoerder: bewindvoerder.id,
    huishouden: huishouden ?? '',
    eenheidId: eenheidId ?? '',
    overeenkomstId: overeenkomstId ?? '',
  }
}

export async function machtig(
  rondom: TestRondom,
  {
    door,
    voor,
    soort = 'gemachtigde',
    domeinen = null,
    begin = '2026-01-01',
    einde = null,
  }: {
    /** Who may act. */
    door: string
    /** For whom. */
    voor: string
    soort?: string
    domeinen?: string[] | null
    begin?: string
    einde?: string | null
  },
): Promise<void> {
  await sql`
    insert into vertegenwoordiging (id, vertegenwoordiger_id, vertegenwoordigde_id, soort, domeinen, begindatum, einddatum)
    values (${newId()}, ${door}, ${voor}, ${soort}, ${domeinen}, ${begin}, ${einde})`.execute(rondom.db)
}
