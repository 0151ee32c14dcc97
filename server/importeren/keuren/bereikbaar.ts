import { cleanEenRegel } from '#contract/regels/kenmerken.ts'
import type { AdresSoort } from '#contract/relatieinvoer.ts'
import { AdresInvoer, RekeningnummerInvoer } from '#contract/relatieinvoer.ts'
import { normalizeDigitaalAdres } from '#server/relaties/index.ts'
import { adressleutel, leesHuisnummer, splitsAdresregel, splitsStraat } from '../regels/adres.ts'
import { isNiets, leesLand } from '../regels/codes.ts'
import { codeVan, datumVan, type Keuring, kort, tekstVan } from './keuring.ts'

/** How to reach a klant, as the source says it. A list that is absent is not touched by the import. */
export type BereikbaarBron = {
  telefoons?: { waarde: string; omschrijving: string }[]
  emails?: { waarde: string; omschrijving: string }[]
  adressen?: AdresBron[]
  rekeningen?: { iban: string; bic?: string; tenaamstelling?: string }[]
}

export type AdresBron = {
  soort?: AdresSoort
  /** The whole address in one cell. */
  adres?: string
  straat?: string
  huisnummer?: string
  huisletter?: string
  toevoeging?: string
  postcode?: string
  woonplaats?: string
  land?: string
  adresregels?: string[]
  begindatum?: string
  einddatum?: string
}

type Digitaal = { soort: 'telefoonnummer' | 'email'; adres: string; genormaliseerd: string; omschrijving: string }

export function keurBereikbaar(k: Keuring, bron: BereikbaarBron): Record<string, unknown> {
  const digitaal = [
    ...(bron.telefoons ?? []).flatMap(({ waarde, omschrijving }) => keurTelefoon(k, waarde, omschrijving)),
    ...(bron.emails ?? []).flatMap(({ waarde, omschrijving }) => keurEmail(k, waarde, omschrijving)),
  ]
  return {
    ...((bron.telefoons || bron.emails) && {
      digitaal: uniek(digitaal, (each) => `${each.soort}|${each.genormaliseerd}`),
    }),
    ...(bron.adressen && {
      adressen: uniek(
        bron.adressen.flatMap((each) => keurAdres(k, each) ?? []),
        (each) => `${each.soort}|${each.waarde}`,
      ),
    }),
    ...(bron.rekeningen && {
      rekeningen: uniek(
        bron.rekeningen.flatMap((each) => keurRekening(k, each) ?? []),
        (each) => each.iban,
      ),
    }),
  }
}

/** Two numbers in one cell are two numbers, when each of them is one. */
function keurTelefoon(k: Keuring, waarde: string, omschrijving: string): Digitaal[] {
  const tekst = tekstVan(waarde)
  if (!tekst || isNiets(tekst.replace(/[\s-]/g, ''))) return []
  const pogingen = [[tekst], tekst.split(/\s*(?:[;,|&]|\/| of | en )\s*/).filter(Boolean)]
  for (const delen of pogingen) {
    const gelezen = delen.map((deel) => ({ deel, nummer: normalizeDigitaalAdres('telefoonnummer', deel) }))
    if (gelezen.every(({ nummer }) => nummer.ok)) {
      return gelezen.flatMap(({ deel, nummer }) =>
        nummer.ok
          ? [{ soort: 'telefoonnummer' as const, adres: deel, genormaliseerd: nummer.genormaliseerd, omschrijving }]
          : [],
      )
    }
  }
  const nummer = normalizeDigitaalAdres('telefoonnummer', tekst)
  if (!nummer.ok) k.gebrek('telefoon', `"${kort(tekst)}": ${nummer.reden}`)
  return []
}

function keurEmail(k: Keuring, waarde: string, omschrijving: string): Digitaal[] {
  const tekst = tekstVan(waarde)
  if (!tekst || isNiets(tekst)) return []
  return tekst
    .split(/\s*[;,]\s*|\s+/)
    .filter(Boolean)
    .flatMap((deel) => {
      const email = normalizeDigitaalAdres('email', deel)
      if (email.ok)
        return [{ soort: 'email' as const, adres: deel, genormaliseerd: email.genormaliseerd, omschrijving }]
      k.gebrek('email', `"${kort(deel)}" is geen e-mailadres.`)
      return []
    })
}

function keurRekening(k: Keuring, bron: { iban: string; bic?: string; tenaamstelling?: string }) {
  const iban = tekstVan(bron.iban)
  if (!iban || isNiets(iban)) return undefined
  const gelezen = RekeningnummerInvoer.safeParse({
    iban,
    bic: tekstVan(bron.bic) ?? null,
    tenaamstelling: tekstVan(bron.tenaamstelling)?.slice(0, 140) ?? '',
  })
  if (gelezen.success) return gelezen.data
  return k.gebrek('iban', `"${kort(iban)}": ${gelezen.error.issues[0]?.message ?? 'klopt niet'}`)
}

/** undefined: no address, or none that can be used (then the fault is noted). */
export function keurAdres(k: Keuring, bron: AdresBron) {
  const los = (waarde: string | undefined) => {
    const tekst = cleanEenRegel(waarde ?? '')
    return isNiets(tekst) ? '' : tekst
  }
  const heel = bron.adres && !los(bron.straat) ? splitsAdresregel(bron.adres) : undefined
  const regel = heel ? { ...bron, ...heel } : { ...bron, straat: los(bron.straat) || los(bron.adres) }
  const gesplitst = los(regel.huisnummer) ? undefined : splitsStraat(los(regel.straat))
  const nummer = gesplitst?.nummer ?? los(regel.huisnummer)
  const velden = {
    straatnaam: gesplitst?.straat ?? los(regel.straat),
    postcode: los(regel.postcode),
    woonplaats: los(regel.woonplaats),
    adresregels: (bron.adresregels ?? []).map(los).filter(Boolean),
  }
  if (!nummer && !Object.values(velden).some((waarde) => waarde.length > 0)) return undefined
  const land = codeVan(k, 'land', bron.land, leesLand, 'landnaam') ?? 'NL'
  const huisnummer = nummer
    ? leesHuisnummer(nummer, los(bron.huisletter), los(bron.toevoeging), velden.postcode)
    : undefined
  if (nummer && !huisnummer) return k.gebrek('huisnummer', `"${kort(nummer)}" is geen huisnummer.`)
  const gelezen = AdresInvoer.safeParse({
    ...velden,
    ...huisnummer,
    soort: bron.soort ?? 'WOO',
    land,
    begindatum: datumVan(k, 'adres begindatum', bron.begindatum) ?? null,
    einddatum: datumVan(k, 'adres einddatum', bron.einddatum) ?? null,
  })
  if (!gelezen.success) {
    for (const { path, message } of gelezen.error.issues) k.gebrek(path.join('.') || 'adres', message)
    return undefined
  }
  const { handmatig: _, nummeraanduidingId: __, ...adres } = gelezen.data
  const postcode = land === 'NL' ? adres.postcode.replace(/\s/g, '').toUpperCase() : adres.postcode
  return { ...adres, postcode, waarde: adressleutel({ ...adres, postcode }) }
}

function uniek<T>(lijst: readonly T[], sleutel: (each: T) => string): T[] {
  return [...new Map(lijst.map((each) => [sleutel(each), each])).values()]
}
