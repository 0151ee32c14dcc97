import { sql } from 'kysely'
import type { AdresKolommen } from '../adres.ts'
import type { Vraag } from '../bron.ts'
import { isBetrokkene, loopt, magContact } from './zicht.ts'

export type PartijRij = {
  id: string
  nummer: number
  soort: 'persoon' | 'organisatie' | 'contactpersoon'
  geheimhouding: boolean
  actief: boolean
  voorkeurstaal: string
  interne_notitie: string
  initialen: string
  voornaam: string
  tussenvoegsels: string
  achternaam: string
  geslachtsnaam: string
  werkte_voor_partij_id: string | null
  organisatienaam: string | null
  digitaal: string[]
  voorkeur_digitaal: string | null
  rekeningen: string[]
  voorkeur_rekening: string | null
  betrokkenen: string[]
  vertegenwoordigden: string[]
  categorie_relaties: { id: string; naam: string | null; begindatum: string | null; einddatum: string | null }[]
  bezoekadres: AdresKolommen | null
  correspondentieadres: AdresKolommen | null
}

/** Whoever has more contacts than this is found by asking for the contacts. */
const hoogstens = 500

/** Everything of a page of partijen in one question. */
export async function laadPartijRijen(vraag: Vraag, ids: readonly string[]): Promise<PartijRij[]> {
  if (ids.length === 0) return []
  const adres = (soorten: ReturnType<typeof sql>) => sql`(
    select to_jsonb(a) from partij_adres a
    where a.partij_id = p.id and a.soort = any (${soorten}) and ${loopt(sql`a`)}
    order by array_position(${soorten}, a.soort), a.einddatum desc nulls first, a.id limit 1)`
  const { rows } = await sql<PartijRij>`
    select p.id, p.nummer, p.soort, p.geheimhouding, p.actief, p.voorkeurstaal, p.interne_notitie,
      coalesce(pp.initialen, '') as initialen, coalesce(pp.voornaam, '') as voornaam,
      coalesce(pp.tussenvoegsels, '') as tussenvoegsels, coalesce(pp.achternaam, '') as achternaam,
      coalesce(pp.geslachtsnaam, '') as geslachtsnaam, pp.werkte_voor_partij_id, po.naam as organisatienaam,
      array(select d.id from digitaal_adres d where d.partij_id = p.id and ${loopt(sql`d`)} order by d.id limit ${hoogstens}) as digitaal,
      (select d.id from digitaal_adres d where d.partij_id = p.id and d.voorkeur limit 1) as voorkeur_digitaal,
      array(select r.id from rekeningnummer r where r.partij_id = p.id and ${loopt(sql`r`)} order by r.id limit ${hoogstens}) as rekeningen,
      (select r.id from rekeningnummer r where r.partij_id = p.id and r.voorkeur and ${loopt(sql`r`)} limit 1) as voorkeur_rekening,
      array(select b.id from betrokkene b where b.partij_id = p.id and ${isBetrokkene(sql`b`)}
        ${sql.join(
          magContact(vraag, sql`b.klantcontact_id`).map((each) => sql`and ${each}`),
          sql` `,
        )}
        order by b.id desc limit ${hoogstens}) as betrokkenen,
      array(select v.vertegenwoordigde_id from vertegenwoordiging v
        where v.vertegenwoordiger_id = p.id and ${loopt(sql`v`)} order by v.id limit ${hoogstens}) as vertegenwoordigden,
      coalesce((select json_agg(json_build_object('id', r.id, 'naam', c.naam, 'begindatum', r.begindatum,
          'einddatum', r.einddatum) order by r.id)
        from ki_categorie_relatie r left join ki_categorie c on c.id = r.categorie_id where r.partij_id = p.id), '[]')
        as categorie_relaties,
      ${adres(sql`case when p.soort = 'organisatie' then array['BEZ', 'WOO'] else array['WOO', 'BEZ'] end`)} as bezoekadres,
      ${adres(sql`array['POS']`)} as correspondentieadres
    from partij p
      left join partij_persoon pp on pp.partij_id = p.id
      left join partij_organisatie po on po.partij_id = p.id
    where p.id = any (${[...ids]}::uuid[])`.execute(vraag.ctx.db)
  return rows
}
