import { sql } from 'kysely'
import { maakPartijVanBuiten, verwijderPartij, wijzigPartijVanBuiten } from '#server/relaties/vanBuiten/index.ts'
import { metNummer } from '../aanvulling.ts'
import { leegAdres, metVasteVorm, toonAdres } from '../adres.ts'
import { type Bron, mag, verwijzing, verwijzingen, verwijzingOf, type Weergave } from '../bron.ts'
import { veldfout } from '../fouten.ts'
import { legeNaam, toonNaam, volledigeNaam } from '../naam.ts'
import { bevat } from '../zoekvraag.ts'
import { verwijderBetrokkenenVan } from './betrokkenen.ts'
import { laadIdentificatorenVan, vindPartij } from './partijIdentificatoren.ts'
import { laadPartijRijen } from './partijRijen.ts'
import { eisMagAlles, schrijfDelen, velden } from './partijSchrijven.ts'
import { heeftIdentificator, isPartij, nietGeheim, vierCodes } from './zicht.ts'

const t = sql`t`
const adresfilter = (soorten: string[], naam: string) => (conditie: (a: typeof t) => ReturnType<typeof sql>) =>
  sql`
  exists (select from partij_adres a where a.partij_id = t.id and a.soort = any (${soorten}::text[])
    and (a.einddatum is null or a.einddatum >= current_date) and ${conditie(sql`a`)} and ${naam} <> '')`

function adresfilters(voor: 'bezoekadres' | 'correspondentieadres') {
  const er = adresfilter(voor === 'bezoekadres' ? ['WOO', 'BEZ'] : ['POS'], voor)
  const regel = (n: number) => (x: string) => er((a) => sql`${a}.adresregels[${sql.lit(n)}] = ${x}`)
  return {
    [`${voor}NummeraanduidingId`]: (x: string) => er((a) => sql`${a}.nummeraanduiding_id = ${x}`),
    [`${voor}Adresregel1`]: regel(1),
    [`${voor}Adresregel2`]: regel(2),
    [`${voor}Adresregel3`]: regel(3),
    [`${voor}Land`]: (x: string) => er((a) => sql`${a}.land = ${x.toUpperCase()}`),
  }
}

/** Klanten: personen, organisaties and contactpersonen; huishoudens are not known to the standard. */
export const partijen: Bron = {
  pad: 'partijen',
  onderdeel: 'partijen',
  schema: 'Partij',
  tabel: sql`partij t`,
  zichtbaar: () => [isPartij(t)],
  eigenParameters: { rondomNaam: { type: 'string', maxLength: 200 } },
  filters: (zoek, vraag) => {
    const adressen = zoek.filter({ ...adresfilters('bezoekadres'), ...adresfilters('correspondentieadres') })
    return [
      ...zoek.filter({
        soortPartij: (x) => sql`t.soort = ${x}`,
        nummer: (x) => metNummer('partijen', 'nummer', x, 'partij'),
        indicatieActief: (x) => sql`t.actief = ${x}::boolean`,
        indicatieGeheimhouding: (x) => sql`t.geheimhouding = ${x}::boolean`,
        rondomNaam: (x) => bevat(sql`t.naam`, x),
        categorierelatie__categorie__naam: (x) => sql`exists (
          select from ki_categorie_relatie r join ki_categorie c on c.id = r.categorie_id
          where r.partij_id = t.id and c.naam = any (${x.split(',').map((naam) => naam.trim())}::text[]))`,
      }),
      ...adressen,
      ...(adressen.length > 0 ? nietGeheim(vraag, sql`t.id`) : []),
      ...zoek.samen(vierCodes(sql`i`, 'partijIdentificator__'), heeftIdentificator(vraag, sql`t.id`)),
      ...zoek.samen(
        vierCodes(sql`s`, 'subIdentificatorVan__'),
        (
          alle,
        ) => sql`exists (select from partij_identificator i join partij_identificator s on s.id = i.sub_identificator_van
          where i.partij_id = t.id and ${alle})`,
      ),
      ...zoek.verwijst(
        'vertegenwoordigdePartij',
        (id) => sql`exists (select from vertegenwoordiging r
          where r.vertegenwoordiger_id = t.id and r.vertegenwoordigde_id = ${id}::uuid)`,
      ),
    ]
  },
  async laad(vraag, ids) {
    const rows = await laadPartijRijen(vraag, ids)
    const identificatoren = await laadIdentificatorenVan(vraag, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...verwijzing(vraag, 'partijen', row.id),
          nummer: String(row.nummer),
          interneNotitie: row.interne_notitie.slice(0, 1000),
          betrokkenen: verwijzingen(vraag, 'betrokkenen', row.betrokkenen),
          categorieRelaties: row.categorie_relaties.map((each) => ({
            ...verwijzing(vraag, 'categorie-relaties', each.id),
            categorieNaam: each.naam,
            beginDatum: each.begindatum,
            eindDatum: each.einddatum,
          })),
          digitaleAdressen: verwijzingen(vraag, 'digitaleadressen', row.digitaal),
          voorkeursDigitaalAdres: verwijzingOf(vraag, 'digitaleadressen', row.voorkeur_digitaal),
          vertegenwoordigden: verwijzingen(vraag, 'partijen', row.vertegenwoordigden),
          rekeningnummers: verwijzingen(vraag, 'rekeningnummers', row.rekeningen),
          voorkeursRekeningnummer: verwijzingOf(vraag, 'rekeningnummers', row.voorkeur_rekening),
          partijIdentificatoren: identificatoren.get(row.id) ?? [],
          soortPartij: row.soort,
          indicatieGeheimhouding: row.geheimhouding,
          voorkeurstaal: row.voorkeurstaal,
          indicatieActief: row.actief,
          bezoekadres: toonAdres(row.bezoekadres),
          correspondentieadres: toonAdres(row.correspondentieadres),
          partijIdentificatie:
            row.soort === 'organisatie'
              ? { naam: (row.organisatienaam ?? '').slice(0, 200) }
              : {
                  contactnaam: toonNaam(row),
                  ...(row.soort === 'contactpersoon' && {
                    uuid: row.id,
                    werkteVoorPartij: verwijzingOf(vraag, 'partijen', row.werkte_voor_partij_id),
                  }),
                },
        },
      ]),
    )
  },
  terug: [
    'nummer',
    'indicatieGeheimhouding',
    'voorkeurstaal',
    'bezoekadres',
    'correspondentieadres',
    'partijIdentificatie',
  ],
  groepen: { bezoekadres: leegAdres, correspondentieadres: leegAdres },
  diep: ['partijIdentificatie'],
  afwerken(vraag, gegeven) {
    const weergave: Weergave = {
      ...gegeven,
      bezoekadres: metVasteVorm(gegeven['bezoekadres'] as Weergave),
      correspondentieadres: metVasteVorm(gegeven['correspondentieadres'] as Weergave),
    }
    const identificatie = weergave['partijIdentificatie'] as Weergave
    const contactnaam = { ...legeNaam, ...(identificatie['contactnaam'] as Weergave | null) }
    const af: Weergave =
      weergave['soortPartij'] === 'organisatie'
        ? weergave
        : {
            ...weergave,
            partijIdentificatie: {
              ...identificatie,
              ...(weergave['soortPartij'] === 'contactpersoon' && {
                uuid: weergave['uuid'],
                werkteVoorPartij: metUrl(identificatie['werkteVoorPartij'], (id) => verwijzing(vraag, 'partijen', id)),
              }),
              contactnaam,
              volledigeNaam: volledigeNaam(contactnaam),
            },
          }
    if (weergave['indicatieGeheimhouding'] !== true || mag(vraag, 'geheim')) return af
    return {
      ...af,
      bezoekadres: leegAdres,
      correspondentieadres: leegAdres,
      digitaleAdressen: [],
      voorkeursDigitaalAdres: null,
      rekeningnummers: [],
      voorkeursRekeningnummer: null,
    }
  },
  partijen: async (_vraag, weergaven) => weergaven.map((each) => String(each['uuid'])),
  vind: vindPartij,
  async maak(vraag, body) {
    const soort = body['soortPartij'] as 'persoon' | 'organisatie' | 'contactpersoon'
    const id = await maakPartijVanBuiten(vraag.w, soort, velden(soort, body))
    await schrijfDelen(vraag, id, soort, body, true)
    return id
  },
  async wijzig(vraag, id, anders, was) {
    if (anders['soortPartij'] !== undefined)
      throw veldfout('soortPartij', 'invalid', 'Een partij verandert niet van soort. Maak een nieuwe partij.')
    eisMagAlles(vraag, anders, was)
    const soort = was['soortPartij'] as 'persoon' | 'organisatie' | 'contactpersoon'
    await wijzigPartijVanBuiten(vraag.w, id, velden(soort, anders, was))
    await schrijfDelen(vraag, id, soort, anders, false)
  },
  async verwijder(vraag, id) {
    await verwijderBetrokkenenVan(vraag, id)
    await verwijderPartij(vraag.w, id)
  },
}

function metUrl(waarde: unknown, maak: (id: string) => Weergave): Weergave | null {
  const id = (waarde as { uuid?: string } | null | undefined)?.uuid
  return id ? maak(id) : null
}
