import { sql } from 'kysely'
import { bewaarRekeningnummer, verwijderRekeningnummer } from '#server/relaties/vanBuiten/index.ts'
import { type Bron, idIn, type Schrijfvraag, tekstIn, verwijzing, verwijzingOf, type Weergave } from '../bron.ts'
import { eisBestaat } from '../object.ts'
import { bronVan } from './index.ts'
import { partijIdsIn } from './partijIdsIn.ts'
import { loopt, nietGeheim } from './zicht.ts'

type Rij = { id: string; partij_id: string | null; iban: string; bic: string | null }

export const rekeningnummers: Bron = {
  pad: 'rekeningnummers',
  onderdeel: 'partijen',
  schema: 'Rekeningnummer',
  tabel: sql`rekeningnummer t`,
  zichtbaar: (vraag) => [loopt(sql`t`), ...nietGeheim(vraag, sql`t.partij_id`)],
  filters: (zoek) =>
    zoek.filter({
      iban: (x) => sql`t.iban = ${x.replace(/\s/g, '').toUpperCase()}`,
      bic: (x) => sql`t.bic = ${x}`,
      uuid: (x) => sql`t.id = ${x}::uuid`,
    }),
  async laad(vraag, ids) {
    const { rows } = await sql<Rij>`
      select id, partij_id, iban, bic from rekeningnummer where id = any (${[...ids]}::uuid[])`.execute(vraag.ctx.db)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...verwijzing(vraag, 'rekeningnummers', row.id),
          partij: verwijzingOf(vraag, 'partijen', row.partij_id),
          iban: row.iban,
          bic: row.bic ?? '',
        },
      ]),
    )
  },
  terug: ['iban'],
  partijen: partijIdsIn('partij'),
  maak: (vraag, body) => bewaar(vraag, null, body),
  wijzig: async (vraag, id, anders, was) => {
    await bewaar(vraag, id, { ...was, ...anders })
  },
  verwijder: (vraag, id) => verwijderRekeningnummer(vraag.w, id),
}

async function bewaar(vraag: Schrijfvraag, id: string | null, body: Weergave): Promise<string> {
  const partijId = idIn(body, 'partij') ?? null
  await eisBestaat(vraag, bronVan('partijen'), 'partij', partijId)
  // The standard asks for no check digits; capitals are how an account number is compared here.
  return await bewaarRekeningnummer(vraag.w, id, {
    partijId,
    iban: tekstIn(body, 'iban').toUpperCase(),
    bic: tekstIn(body, 'bic') || null,
  })
}
