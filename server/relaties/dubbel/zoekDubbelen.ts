import { normalizeKvkNummer, normalizePostcode } from '#contract/regels/kenmerken.ts'
import type { HalfGetypt, MogelijkDubbel } from '#contract/samenvoegen.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { normalizeDigitaalAdres } from '../bereikbaarheid.ts'
import { presentDigitaalAdres, presentKort, weergaveVan } from '../present.ts'
import { rangschikDubbelen, type Vergelijkbaar, WAARSCHIJNLIJK } from '../regels/dubbel.ts'
import { type Kandidaat, selectKandidaatIds, selectKandidaten } from './store.ts'

/** More would not be looked at. */
const getoond = 8

/** Who may be the same as what was typed so far. What is not readable yet (half a number) does not count. */
export async function zoekDubbelen(db: Db, getypt: HalfGetypt): Promise<MogelijkDubbel[]> {
  const nieuw = leesGetypt(getypt)
  const ids = await selectKandidaatIds(db, {
    achternaam: nieuw.achternaam,
    geboortedata: nieuw.geboortedatum ? verwisseld(nieuw.geboortedatum) : [],
    genormaliseerd: [...nieuw.telefoons, ...nieuw.emails],
    adressen: nieuw.adressen,
    kvkNummer: nieuw.kvkNummer,
  })
  const kandidaten = await selectKandidaten(
    db,
    ids.filter((id) => id !== getypt.behalveId),
  )
  return rangschikDubbelen(
    nieuw,
    kandidaten.map((kandidaat) => ({ ...vergelijkbaar(kandidaat), kandidaat })),
  )
    .slice(0, getoond)
    .map(({ kandidaat: { kandidaat }, gewicht, redenen, tegen }) => ({
      partij: presentKort(kandidaat.partij),
      geboortedatum: kandidaat.persoon?.geboortedatum ?? null,
      adres: kandidaat.adressen[0] ? weergaveVan(kandidaat.adressen[0]) : '',
      telefoons: kandidaat.digitaal
        .filter((row) => row.soort === 'telefoonnummer')
        .map((row) => presentDigitaalAdres(row).weergave),
      emails: kandidaat.digitaal.filter((row) => row.soort === 'email').map((row) => row.adres),
      gewicht,
      waarschijnlijk: gewicht >= WAARSCHIJNLIJK,
      redenen: redenen.map((reden) => reden.tekst),
      tegen,
    }))
}

function leesGetypt(getypt: HalfGetypt) {
  const lees = (soort: 'telefoonnummer' | 'email', waarden: string[]) =>
    waarden.flatMap((waarde) => {
      const read = normalizeDigitaalAdres(soort, waarde)
      return read.ok ? [read.genormaliseerd] : []
    })
  return {
    achternaam: getypt.achternaam,
    geslachtsnaam: getypt.geslachtsnaam,
    initialen: getypt.initialen,
    isOrganisatie: getypt.isOrganisatie,
    geboortedatum: leesDatum(getypt.geboortedatum),
    kvkNummer: normalizeKvkNummer(getypt.kvkNummer ?? '') ?? null,
    telefoons: lees('telefoonnummer', getypt.telefoons),
    emails: lees('email', getypt.emails),
    adressen: getypt.adressen.flatMap((adres) => {
      const postcode = normalizePostcode(adres.postcode)
      return postcode && adres.huisnummer ? [{ ...adres, postcode, huisnummer: adres.huisnummer }] : []
    }),
  } satisfies Vergelijkbaar
}

function vergelijkbaar({ partij, persoon, kvkNummer, digitaal, adressen }: Kandidaat): Vergelijkbaar {
  const waarden = (soort: string) => digitaal.filter((row) => row.soort === soort).map((row) => row.genormaliseerd)
  return {
    achternaam: persoon?.achternaam ?? partij.naam.replace(/^Huishouden /, ''),
    geslachtsnaam: persoon?.geslachtsnaam ?? '',
    initialen: persoon?.initialen ?? '',
    isOrganisatie: partij.soort === 'organisatie',
    geboortedatum: persoon?.geboortedatum ?? null,
    kvkNummer: kvkNummer ?? null,
    telefoons: waarden('telefoonnummer'),
    emails: waarden('email'),
    adressen,
  }
}

function leesDatum(text: string | null): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text
}

/** The date itself, and the one with day and month exchanged, when there is such a day. */
function verwisseld(datum: string): string[] {
  const [year, month, day] = datum.split('-')
  const other = leesDatum(`${year}-${day}-${month}`)
  return other && other !== datum ? [datum, other] : [datum]
}
