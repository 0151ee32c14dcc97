import { sql } from 'kysely'
import { bewaarBetrokkene, verwijderBetrokkene } from '#server/klantcontacten/vanBuiten/index.ts'
import { findPartij } from '#server/relaties/index.ts'
import { maakLosVanBetrokkene } from '#server/relaties/vanBuiten/index.ts'
import { verwijderAanvulling } from '../aanvulling.ts'
import { leegAdres, metVasteVorm } from '../adres.ts'
import {
  type Bron,
  idIn,
  mag,
  type Schrijfvraag,
  tekstIn,
  verwijzing,
  verwijzingen,
  verwijzingOf,
  type Weergave,
} from '../bron.ts'
import { legeNaam, volledigeNaam } from '../naam.ts'
import { eisBestaat } from '../object.ts'
import { bronVan } from './index.ts'
import { partijIdsIn } from './partijIdsIn.ts'
import { heeftIdentificator, isBetrokkene, loopt, magContact, vierCodes } from './zicht.ts'

type Rij = {
  id: string
  klantcontact_id: string
  partij_id: string | null
  rol: string
  initiator: boolean
  naam: string
  adressen: string[]
  geheim: boolean
}

const gestuurd = (veld: string, deel: string, x: string) => sql`exists (select from ki_aanvulling a
  where a.id = t.id and a.soort = 'betrokkenen' and a.gegevens -> ${sql.lit(veld)} -> 'gestuurd' ->> ${sql.lit(deel)} = ${x})`
const contact = (conditie: ReturnType<typeof sql>) =>
  sql`exists (select from klantcontact k where k.id = t.klantcontact_id and ${conditie})`
const adres = (conditie: ReturnType<typeof sql>) =>
  sql`exists (select from digitaal_adres d where d.betrokkene_id = t.id and ${conditie})`
const nummerVan = (tabel: 'klantcontacten' | 'partijen', veld: string, id: ReturnType<typeof sql>, x: string) => sql`
  exists (select from ki_aanvulling a
    where a.id = ${id} and a.soort = ${tabel} and a.gegevens -> ${sql.lit(veld)} ->> 'gestuurd' = ${x})`

/** Who took part in a contact, whether we know him or not. */
export const betrokkenen: Bron = {
  pad: 'betrokkenen',
  onderdeel: 'klantcontacten',
  schema: 'Betrokkene',
  tabel: sql`betrokkene t`,
  zichtbaar: (vraag) => [isBetrokkene(sql`t`), ...magContact(vraag, sql`t.klantcontact_id`)],
  filters: (zoek, vraag) => [
    ...zoek.filter({
      contactnaamVoorletters: (x) => gestuurd('contactnaam', 'voorletters', x),
      contactnaamVoornaam: (x) => gestuurd('contactnaam', 'voornaam', x),
      contactnaamVoorvoegselAchternaam: (x) => gestuurd('contactnaam', 'voorvoegselAchternaam', x),
      contactnaamAchternaam: (x) => sql`(${gestuurd('contactnaam', 'achternaam', x)}
        or (t.naam = ${x} and not exists (select from ki_aanvulling a where a.id = t.id and a.soort = 'betrokkenen'
          and a.gegevens ? 'contactnaam')))`,
      organisatienaam: (x) => sql`exists (select from ki_aanvulling a where a.id = t.id and a.soort = 'betrokkenen'
        and a.gegevens -> 'organisatienaam' ->> 'gestuurd' = ${x})`,
      hadKlantcontact__nummer: (x) =>
        sql`(${contact(sql`k.nummer::text = ${x}`)} or ${nummerVan('klantcontacten', 'nummer', sql`t.klantcontact_id`, x)})`,
      hadKlantcontact__referentienummer: (x) =>
        sql`(${contact(sql`k.nummer::text = ${x}`)} or ${nummerVan('klantcontacten', 'referentienummer', sql`t.klantcontact_id`, x)})`,
      wasPartij__nummer: (x) => sql`(exists (select from partij p where p.id = t.partij_id and p.nummer::text = ${x})
        or ${nummerVan('partijen', 'nummer', sql`t.partij_id`, x)})`,
      verstrektedigitaalAdres__adres: (x) => adres(sql`d.adres = ${x}`),
    }),
    ...zoek.verwijst('hadKlantcontact', (id) => sql`t.klantcontact_id = ${id}::uuid`),
    ...zoek.verwijst('wasPartij', (id) => sql`t.partij_id = ${id}::uuid`),
    ...zoek.verwijst('verstrektedigitaalAdres', (id) => adres(sql`d.id = ${id}::uuid`)),
    ...zoek.samen(vierCodes(sql`i`, 'wasPartij__partijIdentificator__'), heeftIdentificator(vraag, sql`t.partij_id`)),
  ],
  async laad(vraag, ids) {
    const { rows } = await sql<Rij>`
      select t.id, t.klantcontact_id, t.partij_id, t.rol, t.initiator, t.naam,
        coalesce((select p.geheimhouding from partij p where p.id = t.partij_id), false) as geheim,
        array(select d.id from digitaal_adres d where d.betrokkene_id = t.id and ${loopt(sql`d`)} order by d.id limit 500) as adressen
      from betrokkene t where t.id = any (${[...ids]}::uuid[])`.execute(vraag.ctx.db)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...verwijzing(vraag, 'betrokkenen', row.id),
          wasPartij: verwijzingOf(vraag, 'partijen', row.partij_id),
          hadKlantcontact: verwijzing(vraag, 'klantcontacten', row.klantcontact_id),
          digitaleAdressen:
            row.geheim && !mag(vraag, 'geheim') ? [] : verwijzingen(vraag, 'digitaleadressen', row.adressen),
          bezoekadres: leegAdres,
          correspondentieadres: leegAdres,
          contactnaam: { ...legeNaam, achternaam: row.naam.slice(0, 200) },
          rol: row.rol,
          organisatienaam: '',
          initiator: row.initiator,
          ...(row.geheim && !mag(vraag, 'geheim') && { [geheim]: true }),
        },
      ]),
    )
  },
  terug: ['bezoekadres', 'correspondentieadres', 'contactnaam', 'organisatienaam'],
  groepen: { bezoekadres: leegAdres, correspondentieadres: leegAdres, contactnaam: legeNaam },
  afwerken: (_vraag, weergave) => {
    const { [geheim]: isGeheim, ...rest } = weergave as Weergave & { [geheim]?: boolean }
    const adressen = isGeheim
      ? { bezoekadres: leegAdres, correspondentieadres: leegAdres }
      : {
          bezoekadres: metVasteVorm(rest['bezoekadres'] as Weergave),
          correspondentieadres: metVasteVorm(rest['correspondentieadres'] as Weergave),
        }
    const naam = volledigeNaam(rest['contactnaam'])
    return { ...rest, ...adressen, volledigeNaam: naam }
  },
  partijen: partijIdsIn('wasPartij'),
  maak: (vraag, body) => bewaar(vraag, null, body),
  wijzig: async (vraag, id, anders, was) => {
    await bewaar(vraag, id, { ...was, ...anders })
  },
  async verwijder(vraag, id) {
    await maakLosVanBetrokkene(vraag.w, id)
    await verwijderBetrokkene(vraag.w, id)
  },
}

const geheim = Symbol('geheim')

async function bewaar(vraag: Schrijfvraag, id: string | null, body: Weergave): Promise<string> {
  const partijId = idIn(body, 'wasPartij') ?? null
  const klantcontactId = idIn(body, 'hadKlantcontact') ?? ''
  await eisBestaat(vraag, bronVan('partijen'), 'wasPartij', partijId)
  await eisBestaat(vraag, bronVan('klantcontacten'), 'hadKlantcontact', klantcontactId)
  const naam = volledigeNaam(body['contactnaam']) || tekstIn(body, 'organisatienaam')
  return await bewaarBetrokkene(vraag.w, id, {
    klantcontactId,
    partijId,
    rol: body['rol'] as 'klant' | 'vertegenwoordiger',
    initiator: body['initiator'] === true,
    naam: naam || ((partijId && (await findPartij(vraag.ctx.db, partijId))?.naam) ?? ''),
  })
}

/** Those of a partij or of a contact; the addresses that they gave stay. */
export async function verwijderBetrokkenenVan(
  vraag: Schrijfvraag,
  partijId?: string,
  klantcontactId?: string,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from betrokkene t where ${partijId ? sql`t.partij_id = ${partijId}` : sql`t.klantcontact_id = ${klantcontactId}`}
      and ${isBetrokkene(sql`t`)} order by id`.execute(vraag.w.tx)
  for (const { id } of rows) await betrokkenen.verwijder(vraag, id, {})
  await verwijderAanvulling(
    vraag.w.tx,
    'betrokkenen',
    rows.map((row) => row.id),
  )
}
