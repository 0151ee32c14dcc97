import type { Complex, Woning } from './bron.ts'
import { vast } from './toeval.ts'

export function eenheidVan(woning: Woning): object {
  return {
    id: woning.code,
    code: woning.code,
    soort: { code: woning.soort },
    ...(woning.detailsoort && { detailSoort: { code: woning.detailsoort } }),
    status: { code: woning.status },
    adres: {
      soort: { code: 'EEN' },
      straatnaam: woning.straatnaam,
      huisnummer: String(woning.huisnummer ?? ''),
      ...(woning.huisletter && { huisletter: woning.huisletter }),
      ...(woning.toevoeging && { huisnummerToevoeging: woning.toevoeging }),
      postcode: woning.postcode,
      woonplaats: { naam: woning.woonplaats },
    },
    clusters: woning.complex_code
      ? [{ id: woning.complex_code, code: woning.complex_code, naam: woning.complex_naam ?? '' }]
      : [],
    ...(woning.bouwjaar !== null && { bouwjaar: woning.bouwjaar }),
    ...(woning.oppervlakte !== null && { gebruiksoppervlakte: woning.oppervlakte }),
    ...(woning.kamers !== null && { kamersAantal: woning.kamers }),
    ...(woning.energielabel && { energieprestaties: [{ label: { code: woning.energielabel } }] }),
    ...(woning.huur_cent !== null && { brutohuur: woning.huur_cent / 100 }),
  }
}

export function clusterVan({ code, naam }: Complex): object {
  return { id: code, code, naam }
}

/** Parts with papers of their own: made up, and always the same for the same home. */
export function elementenVan(eenheidCode: string, nu: Date): object[] {
  const toeval = vast(`elementen/${eenheidCode}`)
  const jaar = nu.getUTCFullYear()
  const delen = [
    // Half of the boilers are new enough for the warranty of who placed them.
    { element: 'KET', naam: 'Combiketel', tot: jaar + toeval.heel(-4, 4), leverancier: 'Warm Wonen Installatie B.V.' },
    { element: 'ZPA', naam: 'Zonnepanelen', tot: jaar + toeval.heel(1, 12), leverancier: 'Dakzon B.V.' },
    { element: 'KEU', naam: 'Keukenblok', tot: jaar + toeval.heel(-6, 2), leverancier: 'Keukenfabriek De Eik' },
  ].filter(() => toeval.heel(1, 4) > 1)
  const zelf = toeval.heel(1, 5) === 1 ? [{ element: 'ZON', naam: 'Zonwering' }] : []
  const eenheid = { id: eenheidCode, code: eenheidCode }
  const basis = (element: string) => ({ id: `${eenheidCode}-${element}`, code: `${eenheidCode}-${element}`, eenheid })
  return [
    ...delen.map(({ element, naam, tot, leverancier }) => ({
      ...basis(element),
      naam,
      detailSoort: { code: element },
      garanties: [{ id: `${eenheidCode}-${element}-1`, einddatum: `${tot}-12-31`, relatie: { naam: leverancier } }],
    })),
    ...zelf.map(({ element, naam }) => ({
      ...basis(element),
      naam,
      detailSoort: { code: element },
      'extra-attributen': [{ naam: 'zelfAangebracht', waarde: 'true' }],
    })),
  ]
}
