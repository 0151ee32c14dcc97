import { sql } from 'kysely'
import { dagVan } from '#server/platform/clock.ts'
import { newId } from '#server/platform/ids.ts'
import { type Bron, idIn, tekstIn, verwijzing, verwijzingOf } from '../bron.ts'
import { eisBestaat } from '../object.ts'
import { bronVan } from './index.ts'
import { partijIdsIn } from './partijIdsIn.ts'
import * as store from './store.ts'

/** Groups of klanten that other software makes. */
export const categorieen: Bron = {
  pad: 'categorieen',
  onderdeel: 'partijen',
  schema: 'Categorie',
  tabel: sql`ki_categorie t`,
  zichtbaar: () => [],
  filters: () => [],
  async laad(vraag, ids) {
    const rows = await store.selectCategorieen(vraag.ctx.db, ids)
    return new Map(rows.map(({ id, naam }) => [id, { ...verwijzing(vraag, 'categorieen', id), naam }]))
  },
  partijen: async () => [],
  async maak({ w }, body) {
    const id = newId()
    await store.saveCategorie(w.tx, { id, naam: tekstIn(body, 'naam') })
    return id
  },
  wijzig: ({ w }, id, anders) => store.saveCategorie(w.tx, { id, naam: tekstIn(anders, 'naam') }),
  verwijder: ({ w }, id) => store.deleteRow(w.tx, 'ki_categorie', id),
}

export const categorieRelaties: Bron = {
  pad: 'categorie-relaties',
  onderdeel: 'partijen',
  schema: 'CategorieRelatie',
  tabel: sql`ki_categorie_relatie t`,
  zichtbaar: () => [],
  filters: (zoek) => [
    ...zoek.filter({
      beginDatum: (x) => sql`t.begindatum = ${x}::date`,
      eindDatum: (x) => sql`t.einddatum = ${x}::date`,
      categorie__naam: (x) => sql`exists (select from ki_categorie c where c.id = t.categorie_id and c.naam = ${x})`,
      partij__nummer: (x) => sql`exists (
        select from partij p where p.id = t.partij_id and (p.nummer::text = ${x} or exists (
          select from ki_aanvulling a
          where a.id = p.id and a.soort = 'partijen' and a.gegevens -> 'nummer' ->> 'gestuurd' = ${x})))`,
    }),
    ...zoek.verwijst('categorie', (id) => sql`t.categorie_id = ${id}::uuid`),
    ...zoek.verwijst('partij', (id) => sql`t.partij_id = ${id}::uuid`),
  ],
  async laad(vraag, ids) {
    const rows = await store.selectCategorieRelaties(vraag.ctx.db, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...verwijzing(vraag, 'categorie-relaties', row.id),
          partij: verwijzingOf(vraag, 'partijen', row.partij_id),
          categorie: row.categorie_id && {
            ...verwijzing(vraag, 'categorieen', row.categorie_id),
            naam: row.naam ?? '',
          },
          beginDatum: row.begindatum,
          eindDatum: row.einddatum,
        },
      ]),
    )
  },
  partijen: partijIdsIn('partij'),
  async maak(vraag, body) {
    const id = newId()
    await bewaar(vraag, id, { beginDatum: dagVan(vraag.w.now), ...body })
    return id
  },
  wijzig: (vraag, id, anders, was) => bewaar(vraag, id, { ...was, ...anders }),
  verwijder: ({ w }, id) => store.deleteRow(w.tx, 'ki_categorie_relatie', id),
}

async function bewaar(
  vraag: Parameters<Bron['maak']>[0],
  id: string,
  body: Parameters<Bron['maak']>[1],
): Promise<void> {
  const partij_id = idIn(body, 'partij') ?? null
  const categorie_id = idIn(body, 'categorie') ?? null
  await eisBestaat(vraag, bronVan('partijen'), 'partij', partij_id)
  await eisBestaat(vraag, categorieen, 'categorie', categorie_id)
  await store.saveCategorieRelatie(vraag.w.tx, {
    id,
    partij_id,
    categorie_id,
    begindatum: tekstIn(body, 'beginDatum') || null,
    einddatum: tekstIn(body, 'eindDatum') || null,
  })
}
