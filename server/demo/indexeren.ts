import { type RawBuilder, sql } from 'kysely'
import { formatAdres } from '#contract/regels/adresweergave.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { bulkIndexZoekItems, type ZoekItem } from '#server/platform/search/index.ts'
import {
  sleutelDatum,
  sleutelEmail,
  sleutelNummer,
  sleutelsAdres,
  sleutelsTelefoon,
  woordenEmail,
} from '#server/platform/search/sleutels.ts'

const perKeer = 2000

/** Writes one page of what can be found; a load of millions brings its own way. */
export type Schrijf = (db: Db, items: ZoekItem[]) => Promise<unknown>

/** Makes everything findable after a bulk load, page by page. */
export async function indexDemo(
  db: Db,
  voortgang: (deel: number) => void,
  schrijf: Schrijf = bulkIndexZoekItems,
): Promise<void> {
  await paginas(db, partijen, schrijf)
  voortgang(0.5)
  await paginas(db, eenheden, schrijf)
  await paginas(db, taken, schrijf)
  voortgang(0.7)
  await paginas(db, klantcontacten, schrijf)
  voortgang(1)
}

export type Pagina = (db: Db, na: string) => Promise<ZoekItem[]>

/** Reads one kind in pages and writes each; for a load that does the others its own way. */
export async function paginas(db: Db, lees: Pagina, schrijf: Schrijf): Promise<void> {
  let na = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const items = await lees(db, na)
    const laatste = items.at(-1)
    if (!laatste) return
    await schrijf(db, items)
    na = laatste.objectId
  }
}

type PartijRij = {
  id: string
  nummer: number
  soort: string
  naam: string
  achternaam: string | null
  geslachtsnaam: string | null
  voornaam: string | null
  initialen: string | null
  geboortedatum: string | null
  straat: string | null
  huisnummer: number | null
  huisletter: string | null
  toevoeging: string | null
  postcode: string | null
  woonplaats: string | null
  digitaal: { soort: string; adres: string }[] | null
  huurder: boolean
}

export const partijen: Pagina = async (db, na) => {
  const result = await sql<PartijRij>`
    select p.id, p.nummer, p.soort, p.naam, pp.achternaam, pp.geslachtsnaam, pp.voornaam, pp.initialen, pp.geboortedatum,
      a.straatnaam as straat, a.huisnummer, a.huisletter, a.toevoeging, a.postcode, a.woonplaats,
      (select jsonb_agg(jsonb_build_object('soort', d.soort, 'adres', d.genormaliseerd)) from digitaal_adres d where d.partij_id = p.id) as digitaal,
      exists (select 1 from overeenkomst_partij o where o.partij_id = p.id) as huurder
    from partij p
    left join partij_persoon pp on pp.partij_id = p.id
    left join lateral (select * from partij_adres a where a.partij_id = p.id and a.einddatum is null limit 1) a on true
    where p.id > ${na}::uuid order by p.id limit ${perKeer}`.execute(db)
  return result.rows.map((rij) => {
    const telefoons = (rij.digitaal ?? []).filter(({ soort }) => soort === 'telefoonnummer').map(({ adres }) => adres)
    const emails = (rij.digitaal ?? []).filter(({ soort }) => soort === 'email').map(({ adres }) => adres)
    const namen = rij.achternaam ? [rij.achternaam, rij.geslachtsnaam ?? '', rij.voornaam ?? ''] : [rij.naam]
    return {
      soort: 'partij' as const,
      objectId: rij.id,
      titel: rij.naam,
      ondertitel: rij.straat ? formatAdres(rij) : '',
      woorden: [...namen, rij.straat ?? '', rij.woonplaats ?? '', ...emails.flatMap(woordenEmail)].filter(Boolean),
      sleutels: [
        sleutelNummer(String(rij.nummer)),
        ...telefoons.flatMap(sleutelsTelefoon),
        ...emails.map(sleutelEmail),
        ...sleutelsAdres(rij),
        ...(rij.geboortedatum ? [sleutelDatum(rij.geboortedatum)] : []),
      ],
      gewicht: rij.huurder ? 60 : rij.soort === 'huishouden' ? 30 : 40,
      teamId: null,
      medewerkerId: null,
      vertrouwelijk: false,
      gegevens: { soort: rij.soort, nummer: rij.nummer, geboortedatum: rij.geboortedatum },
    }
  })
}

export const eenheden: Pagina = async (db, na) => {
  const result = await sql<{
    id: string
    code: string
    straat: string
    huisnummer: number
    huisletter: string
    toevoeging: string
    postcode: string
    woonplaats: string
  }>`
    select id, code, straatnaam as straat, huisnummer, huisletter, toevoeging, postcode, woonplaats
    from eenheid where id > ${na}::uuid order by id limit ${perKeer}`.execute(db)
  return result.rows.map((rij) => ({
    soort: 'eenheid' as const,
    objectId: rij.id,
    titel: formatAdres(rij),
    ondertitel: `Eenheid ${rij.code}`,
    woorden: [rij.straat, rij.woonplaats],
    sleutels: [sleutelNummer(rij.code), ...sleutelsAdres(rij)],
    gewicht: 35,
    teamId: null,
    medewerkerId: null,
    vertrouwelijk: false,
    gegevens: { code: rij.code },
  }))
}

const taken: Pagina = (db, na) => selectTaken(db, na, sql`true`)
/** The others have no words: a load of millions makes those by itself. */
export const openTaken: Pagina = (db, na) => selectTaken(db, na, sql`t.status <> 'afgerond'`)

async function selectTaken(db: Db, na: string, welke: RawBuilder<unknown>): Promise<ZoekItem[]> {
  const result = await sql<{
    id: string
    nummer: number
    onderwerp: string
    status: string
    team_id: string
    medewerker_id: string | null
    deadline: string | null
    naam: string | null
  }>`
    select t.id, t.nummer, t.onderwerp, t.status, t.team_id, t.medewerker_id, t.deadline, p.naam
    from taak t left join partij p on p.id = t.partij_id where t.id > ${na}::uuid and ${welke} order by t.id limit ${perKeer}`.execute(
    db,
  )
  return result.rows.map((rij) => ({
    soort: 'taak' as const,
    objectId: rij.id,
    titel: rij.onderwerp,
    ondertitel: rij.naam ?? '',
    woorden: rij.status === 'afgerond' ? [] : [rij.onderwerp, rij.naam ?? ''].filter(Boolean),
    sleutels: [sleutelNummer(String(rij.nummer))],
    gewicht: rij.status === 'afgerond' ? 10 : 40,
    teamId: rij.team_id,
    medewerkerId: rij.medewerker_id,
    vertrouwelijk: false,
    gegevens: { nummer: rij.nummer, status: rij.status, deadline: rij.deadline },
  }))
}

const klantcontacten: Pagina = async (db, na) => {
  const result = await sql<{
    id: string
    nummer: number
    onderwerp: string
    type: string
    op: Date
    naam: string | null
    medewerker_id: string
  }>`
    select k.id, k.nummer, k.onderwerp, k.type, k.plaatsgevonden_op as op, k.medewerker_id, p.naam
    from klantcontact k
    left join lateral (select b.partij_id from betrokkene b where b.klantcontact_id = k.id and b.rol = 'klant' limit 1) b on true
    left join partij p on p.id = b.partij_id
    where k.id > ${na}::uuid order by k.id limit ${perKeer}`.execute(db)
  return result.rows.map((rij) => ({
    soort: 'klantcontact' as const,
    objectId: rij.id,
    titel: rij.onderwerp,
    ondertitel: rij.naam ?? '',
    woorden: [],
    sleutels: [sleutelNummer(String(rij.nummer))],
    gewicht: 15,
    teamId: null,
    medewerkerId: rij.medewerker_id,
    vertrouwelijk: false,
    gegevens: { nummer: rij.nummer, type: rij.type, op: rij.op.toISOString() },
  }))
}
