import { z } from 'zod'

/**
 * The parts of VERA 4.3 (BRG, BVG, BOG) that an import uses. The standard has no required attributes, and systems add
 * their own: what is unknown is dropped, and a number where a text is prescribed is taken as text.
 */
const Tekst = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform((waarde) => waarde ?? undefined)
const Code = z
  .union([z.object({ code: Tekst, naam: Tekst }), z.string().transform((code) => ({ code, naam: undefined }))])
  .nullish()
  .transform((waarde) => waarde?.code ?? waarde?.naam)
const lijst = <S extends z.ZodType>(schema: S) =>
  z
    .array(schema)
    .nullish()
    .transform((waarde) => waarde ?? [])

export const Sleutels = z.object({ id: Tekst, idExtern: Tekst, code: Tekst })
export type Sleutels = z.output<typeof Sleutels>

export const Relatierol = z.object({
  soort: Code,
  begindatum: Tekst,
  einddatum: Tekst,
  rolRelatie: Sleutels.nullish(),
  relatie: Sleutels.nullish(),
})

const Woonplaats = z.union([z.object({ naam: Tekst }), z.string().transform((naam) => ({ naam }))]).nullish()

export const Adres = z.object({
  straatnaam: Tekst,
  huisnummer: Tekst,
  huisletter: Tekst,
  huisnummerToevoeging: Tekst,
  postcode: Tekst,
  woonplaats: Woonplaats,
  land: Code,
  postbusnummer: Tekst,
  antwoordnummer: Tekst,
  adresregel1: Tekst,
  adresregel2: Tekst,
})

const RelatieAdres = z.object({ soort: Code, begindatum: Tekst, einddatum: Tekst, adres: Adres.nullish() })
const Contactgegeven = z.object({ soort: Code, detailSoort: Code, omschrijving: Tekst, status: Code, waarde: Tekst })

export const Relatie = z.object({
  ...Sleutels.shape,
  soort: Code,
  status: Code,
  naam: Tekst,
  adressen: lijst(RelatieAdres),
  contactgegevens: lijst(Contactgegeven),
  groepen: lijst(z.object({ ...Sleutels.shape, naam: Tekst })),
  rollen: lijst(Relatierol),
  voornaam: Tekst,
  roepnaam: Tekst,
  initialen: Tekst,
  voorletters: Tekst,
  tussenvoegsels: Tekst,
  achternaam: Tekst,
  aanschrijfnaam: Tekst,
  geslachtsnaam: Tekst,
  geslacht: Code,
  geboortedatum: Tekst,
  overlijdensdatum: Tekst,
  voorkeurstaal: Code,
  kvkNummer: Tekst,
})
export type Relatie = z.output<typeof Relatie>

export const Eenheid = z.object({
  ...Sleutels.shape,
  soort: Code,
  detailSoort: Code,
  status: Code,
  adres: Adres.nullish(),
  bouwjaar: Tekst,
  gebruiksoppervlakte: Tekst,
  kamersAantal: Tekst,
  clusters: lijst(z.object({ ...Sleutels.shape, soort: Code, naam: Tekst })),
  energieprestaties: lijst(z.object({ label: Code, einddatum: Tekst })),
  adresseerbaarObjectBasisregistratie: z.object({ bagHoofdadres: Sleutels.nullish() }).nullish(),
})

export const Huurovereenkomst = z.object({
  ...Sleutels.shape,
  soort: Code,
  status: Code,
  begindatum: Tekst,
  einddatum: Tekst,
  brutohuur: z.number().nullish(),
  eenheden: lijst(Sleutels),
  relaties: lijst(z.object({ ...Sleutels.shape, rollen: lijst(Relatierol) })),
  betaalwijzen: lijst(z.object({ soort: Code, einddatum: Tekst })),
})
