import type { z } from 'zod'
import { AdresSoort } from '#contract/relatieinvoer.ts'
import type { AdresBron, BereikbaarBron } from '../keuren/bereikbaar.ts'
import type { Adres, Relatie } from './vormen.ts'

/** How to reach a VERA Relatie: CONTACTGEGEVENSOORT EMA, MOB and TEL, and RELATIEADRESSOORT. */
export function klantVan(bron: Relatie): BereikbaarBron & { actief: boolean | undefined } {
  const geldig = bron.contactgegevens.filter(({ status, waarde }) => status !== 'ONG' && waarde)
  const van = (...soorten: string[]) =>
    geldig
      .filter(({ soort }) => soorten.includes(soort ?? ''))
      .map(({ waarde = '', omschrijving, soort, detailSoort }) => ({
        waarde,
        omschrijving: (omschrijving ?? OMSCHRIJVING[detailSoort ?? ''] ?? OMSCHRIJVING[soort ?? ''] ?? '').slice(0, 40),
      }))
  const adressen = bron.adressen.flatMap(({ soort, adres, begindatum, einddatum }): AdresBron[] => {
    if (!adres) return []
    const bekend = AdresSoort.safeParse(soort)
    return [
      {
        ...adresVan(adres),
        soort: bekend.success ? bekend.data : 'WOO',
        ...(begindatum && { begindatum }),
        ...(einddatum && { einddatum }),
      },
    ]
  })
  return {
    actief: bron.status === 'INA' ? false : bron.status === 'ACT' ? true : undefined,
    ...(bron.contactgegevens.length > 0 && { telefoons: van('MOB', 'TEL'), emails: van('EMA') }),
    ...(bron.adressen.length > 0 && { adressen }),
  }
}

const OMSCHRIJVING: Record<string, string> = { MOB: 'mobiel', ZAK: 'werk', ICE: 'bij nood' }

/** A post office box and a foreign address have lines of their own instead of a street. */
export function adresVan(adres: z.output<typeof Adres>): AdresBron {
  const regels = [
    adres.postbusnummer && `Postbus ${adres.postbusnummer}`,
    adres.antwoordnummer && `Antwoordnummer ${adres.antwoordnummer}`,
    adres.adresregel1,
    adres.adresregel2,
  ].filter((regel) => regel !== undefined && regel !== '')
  const velden = {
    straat: adres.straatnaam,
    huisnummer: adres.huisnummer,
    huisletter: adres.huisletter,
    toevoeging: adres.huisnummerToevoeging,
    postcode: adres.postcode,
    woonplaats: adres.woonplaats?.naam,
    land: adres.land,
  }
  const gegeven = Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== undefined))
  return { ...gegeven, ...(regels.length > 0 && { adresregels: regels.map(String) }) }
}
