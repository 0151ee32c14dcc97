import type { Complex, Woning } from './bron.ts'

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
