import { sql } from 'kysely'
import { noteerAdresVanBetrokkene } from '#server/klantcontacten/vanBuiten/index.ts'
import { normalizeDigitaalAdres } from '#server/relaties/index.ts'
import { bewaarDigitaalAdres, verwijderDigitaalAdres } from '#server/relaties/vanBuiten/index.ts'
import { type Bron, idIn, type Schrijfvraag, tekstIn, verwijzing, verwijzingOf, type Weergave } from '../bron.ts'
import { eisBestaat } from '../object.ts'
import { bevat } from '../zoekvraag.ts'
import { bronVan } from './index.ts'
import { partijIdsIn } from './partijIdsIn.ts'
import { heeftIdentificator, loopt, magContact, nietGeheim, vierCodes } from './zicht.ts'

type Rij = {
  id: string
  partij_id: string | null
  betrokkene_id: string | null
  soort: string
  adres: string
  omschrijving: string
  referentie: string
  is_standaard: boolean
  verificatie_datum: string | null
}

/** E-mail addresses and telephone numbers, of a klant or given at a contact. */
export const digitaleadressen: Bron = {
  pad: 'digitaleadressen',
  onderdeel: 'partijen',
  schema: 'DigitaalAdres',
  tabel: sql`digitaal_adres t`,
  zichtbaar: (vraag) => [
    loopt(sql`t`),
    ...nietGeheim(vraag, sql`t.partij_id`),
    ...magContact(vraag, sql`(select b.klantcontact_id from betrokkene b where b.id = t.betrokkene_id)`),
  ],
  filters: (zoek, vraag) => [
    ...zoek.filter({
      adres: (x) => sql`t.genormaliseerd = any (${schrijfwijzen(x)}::text[])`,
      adres__icontains: (x) => bevat(sql`t.adres`, x),
      isGeverifieerd: (x) => sql`(t.verificatie_datum is not null) = ${x}::boolean`,
      isStandaardAdres: (x) => sql`t.is_standaard = ${x}::boolean`,
      omschrijving: (x) => sql`t.omschrijving = ${x}`,
      referentie: (x) => sql`t.referentie = ${x}`,
      soortDigitaalAdres: (x) => sql`t.soort = ${x}`,
      verificatieDatum: (x) => sql`t.verificatie_datum = ${x}::date`,
      verificatieDatum__gt: (x) => sql`t.verificatie_datum > ${x}::date`,
      verificatieDatum__gte: (x) => sql`t.verificatie_datum >= ${x}::date`,
      verificatieDatum__lt: (x) => sql`t.verificatie_datum < ${x}::date`,
      verificatieDatum__lte: (x) => sql`t.verificatie_datum <= ${x}::date`,
      verstrektDoorBetrokkene__rol: (x) =>
        sql`exists (select from betrokkene b where b.id = t.betrokkene_id and b.rol = ${x})`,
      verstrektDoorPartij__soortPartij: (x) =>
        sql`exists (select from partij p where p.id = t.partij_id and p.soort = ${x})`,
    }),
    ...zoek.verwijst('verstrektDoorBetrokkene', (id) => sql`t.betrokkene_id = ${id}::uuid`),
    ...zoek.verwijst('verstrektDoorPartij', (id) => sql`t.partij_id = ${id}::uuid`),
    ...zoek.samen(
      vierCodes(sql`i`, 'verstrektDoorPartij__partijIdentificator__'),
      heeftIdentificator(vraag, sql`t.partij_id`),
    ),
  ],
  async laad(vraag, ids) {
    const { rows } = await sql<Rij>`
      select id, partij_id, betrokkene_id, soort, adres, omschrijving, referentie, is_standaard, verificatie_datum
      from digitaal_adres where id = any (${[...ids]}::uuid[])`.execute(vraag.ctx.db)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...verwijzing(vraag, 'digitaleadressen', row.id),
          verstrektDoorBetrokkene: verwijzingOf(vraag, 'betrokkenen', row.betrokkene_id),
          verstrektDoorPartij: verwijzingOf(vraag, 'partijen', row.partij_id),
          adres: row.adres,
          soortDigitaalAdres: row.soort,
          isStandaardAdres: row.is_standaard,
          omschrijving: row.omschrijving,
          referentie: row.referentie,
          verificatieDatum: row.verificatie_datum,
        },
      ]),
    )
  },
  partijen: partijIdsIn('verstrektDoorPartij'),
  maak: (vraag, body) => bewaar(vraag, null, body),
  async wijzig(vraag, id, anders, was) {
    await bewaar(vraag, id, { ...was, ...anders })
    const eerder = idIn(was, 'verstrektDoorBetrokkene')
    if (eerder && eerder !== idIn({ ...was, ...anders }, 'verstrektDoorBetrokkene'))
      await noteerAdresVanBetrokkene(vraag.w, eerder, null)
  },
  async verwijder(vraag, id, was) {
    const betrokkene = idIn(was, 'verstrektDoorBetrokkene')
    if (betrokkene) await noteerAdresVanBetrokkene(vraag.w, betrokkene, null)
    await verwijderDigitaalAdres(vraag.w, id)
  },
}

/** However it was typed: 06 12345678 finds +31612345678, and capitals do not matter. */
function schrijfwijzen(adres: string): string[] {
  const soorten = ['email', 'telefoonnummer', 'overig'] as const
  return soorten.flatMap((soort) => {
    const read = normalizeDigitaalAdres(soort, adres)
    return read.ok ? [read.genormaliseerd] : []
  })
}

async function bewaar(vraag: Schrijfvraag, id: string | null, body: Weergave): Promise<string> {
  const partijId = idIn(body, 'verstrektDoorPartij') ?? null
  const betrokkeneId = idIn(body, 'verstrektDoorBetrokkene') ?? null
  await eisBestaat(vraag, bronVan('partijen'), 'verstrektDoorPartij', partijId)
  await eisBestaat(vraag, bronVan('betrokkenen'), 'verstrektDoorBetrokkene', betrokkeneId)
  const adres = tekstIn(body, 'adres')
  const nieuw = await bewaarDigitaalAdres(vraag.w, id, {
    partijId,
    betrokkeneId,
    soort: body['soortDigitaalAdres'] as 'email' | 'telefoonnummer' | 'overig',
    adres,
    omschrijving: tekstIn(body, 'omschrijving'),
    referentie: tekstIn(body, 'referentie'),
    isStandaard: body['isStandaardAdres'] === true,
    verificatieDatum: tekstIn(body, 'verificatieDatum') || null,
  })
  if (betrokkeneId) await noteerAdresVanBetrokkene(vraag.w, betrokkeneId, adres)
  return nieuw
}
