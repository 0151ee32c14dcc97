import { sql } from 'kysely'
import {
  bewaarDigitaalAdres,
  bewaarRekeningnummer,
  type PartijVanBuiten,
  zetAdres,
  zetVoorkeur,
} from '#server/relaties/vanBuiten/index.ts'
import { leesAdres } from '../adres.ts'
import { idIn, idsIn, mag, type Schrijfvraag, tekstIn, type Weergave } from '../bron.ts'
import { nietToegestaan, veldfout } from '../fouten.ts'
import { leesNaam, legeNaam } from '../naam.ts'
import { eisBestaat, haal } from '../object.ts'
import { bronVan } from './index.ts'
import { schrijfIdentificatoren } from './partijIdentificatoren.ts'

type Soort = 'persoon' | 'organisatie' | 'contactpersoon'

/** The own fields of a partij, as far as they were sent. */
export function velden(soort: Soort, body: Weergave, was: Weergave = {}): PartijVanBuiten {
  const identificatie = body['partijIdentificatie'] as Weergave | undefined
  const eerst = was['partijIdentificatie'] as Weergave | undefined
  const contactnaam = identificatie?.['contactnaam']
  const naam =
    contactnaam === null
      ? legeNaam
      : { ...legeNaam, ...(eerst?.['contactnaam'] as Weergave), ...(contactnaam as Weergave) }
  const taal = body['voorkeurstaal']
  return {
    ...(soort === 'organisatie' &&
      identificatie?.['naam'] !== undefined && { organisatienaam: tekstIn(identificatie, 'naam') }),
    ...(soort !== 'organisatie' && contactnaam !== undefined && { persoon: leesNaam(naam) }),
    ...(soort === 'contactpersoon' &&
      identificatie?.['werkteVoorPartij'] !== undefined && {
        werktVoorId: idIn(identificatie, 'werkteVoorPartij') ?? null,
      }),
    ...(typeof body['indicatieGeheimhouding'] === 'boolean' && { geheimhouding: body['indicatieGeheimhouding'] }),
    ...(body['indicatieGeheimhouding'] === null && { geheimhouding: false }),
    ...(typeof body['indicatieActief'] === 'boolean' && { actief: body['indicatieActief'] }),
    // Three letters is all the standard asks; what is not such a code stays with what was sent.
    ...(typeof taal === 'string' && /^[a-z]{3}$/.test(taal) && { voorkeurstaal: taal }),
    ...(typeof body['interneNotitie'] === 'string' && { interneNotitie: body['interneNotitie'] }),
  }
}

const achterGeheim = [
  'bezoekadres',
  'correspondentieadres',
  'digitaleAdressen',
  'voorkeursDigitaalAdres',
  'rekeningnummers',
  'voorkeursRekeningnummer',
]

/** What somebody may not see, he does not overwrite either. */
export function eisMagAlles(vraag: Schrijfvraag, anders: Weergave, was: Weergave): void {
  if (was['indicatieGeheimhouding'] !== true || mag(vraag, 'geheim')) return
  if (achterGeheim.some((veld) => anders[veld] !== undefined) || anders['indicatieGeheimhouding'] !== undefined)
    throw nietToegestaan('Deze partij heeft geheimhouding. Dit token mist het recht "geheim".')
}

/** Addresses, accounts and numbers: a list that is sent is the whole list, one that is not stays as it is. */
export async function schrijfDelen(
  vraag: Schrijfvraag,
  id: string,
  soort: Soort,
  body: Weergave,
  nieuw: boolean,
): Promise<void> {
  const { w } = vraag
  if (body['bezoekadres'] !== undefined) {
    const soorten = soort === 'organisatie' ? (['BEZ', 'WOO'] as const) : (['WOO', 'BEZ'] as const)
    await zetAdres(w, id, soorten, leesAdres(body['bezoekadres'] as Weergave))
  }
  if (body['correspondentieadres'] !== undefined)
    await zetAdres(w, id, ['POS'], leesAdres(body['correspondentieadres'] as Weergave))
  await koppelLijst(vraag, id, body, 'digitaleAdressen')
  await koppelLijst(vraag, id, body, 'rekeningnummers')
  await kiesVoorkeur(vraag, id, body, 'voorkeursDigitaalAdres', 'digitaleAdressen')
  await kiesVoorkeur(vraag, id, body, 'voorkeursRekeningnummer', 'rekeningnummers')
  if (body['partijIdentificatoren'] !== undefined) await schrijfIdentificatoren(vraag, id, body, nieuw)
}

const lijsten = {
  digitaleAdressen: { pad: 'digitaleadressen', tabel: 'digitaal_adres' },
  rekeningnummers: { pad: 'rekeningnummers', tabel: 'rekeningnummer' },
} as const
type Lijst = keyof typeof lijsten

/** What is not in the list any more is unlinked, not deleted. */
async function koppelLijst(vraag: Schrijfvraag, id: string, body: Weergave, veld: Lijst): Promise<void> {
  if (body[veld] === undefined) return
  const { pad, tabel } = lijsten[veld]
  const gewenst = idsIn(body, veld)
  for (const [i, each] of gewenst.entries()) await eisBestaat(vraag, bronVan(pad), `${veld}.${i}`, each)
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(tabel)} where partij_id = ${id} and (einddatum is null or einddatum >= current_date)`.execute(
    vraag.w.tx,
  )
  const er = rows.map((row) => row.id)
  for (const los of er.filter((each) => !gewenst.includes(each))) await verhang(vraag, veld, los, null)
  for (const bij of new Set(gewenst.filter((each) => !er.includes(each)))) await verhang(vraag, veld, bij, id)
}

async function verhang(vraag: Schrijfvraag, veld: Lijst, id: string, partijId: string | null): Promise<void> {
  const was = await haal(vraag, bronVan(lijsten[veld].pad), id)
  if (veld === 'rekeningnummers') {
    await bewaarRekeningnummer(vraag.w, id, { partijId, iban: tekstIn(was, 'iban'), bic: tekstIn(was, 'bic') || null })
    return
  }
  await bewaarDigitaalAdres(vraag.w, id, {
    partijId,
    betrokkeneId: idIn(was, 'verstrektDoorBetrokkene') ?? null,
    soort: was['soortDigitaalAdres'] as 'email' | 'telefoonnummer' | 'overig',
    adres: tekstIn(was, 'adres'),
    omschrijving: tekstIn(was, 'omschrijving'),
    referentie: tekstIn(was, 'referentie'),
    isStandaard: partijId !== null && was['isStandaardAdres'] === true,
    verificatieDatum: tekstIn(was, 'verificatieDatum') || null,
  })
}

async function kiesVoorkeur(
  vraag: Schrijfvraag,
  id: string,
  body: Weergave,
  veld: string,
  lijst: Lijst,
): Promise<void> {
  const gekozen = idIn(body, veld)
  if (gekozen === undefined) return
  const { tabel } = lijsten[lijst]
  if (gekozen !== null) {
    const { rows } = await sql`
      select from ${sql.table(tabel)} where id = ${gekozen} and partij_id = ${id}`.execute(vraag.w.tx)
    if (rows.length === 0)
      throw veldfout(veld, 'invalid', `Het voorkeursadres of -nummer moet een van de ${lijst} van deze partij zijn.`)
  }
  await zetVoorkeur(vraag.w, tabel, id, gekozen)
}
