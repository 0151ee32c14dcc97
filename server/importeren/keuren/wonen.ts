import { normalizePostcode } from '#contract/regels/kenmerken.ts'
import { leesHuisnummer } from '../regels/adres.ts'
import { leesBedrag } from '../regels/bedrag.ts'
import { leesRol } from '../regels/codes.ts'
import type { Rij, Verwijzing } from '../rij.ts'
import { type AdresBron, keurAdres } from './bereikbaar.ts'
import { codeVan, datumVan, geheelGetalVan, gevuld, type Keuring, kort, sleutelVan, tekstVan } from './keuring.ts'

export type ComplexBron = {
  code?: string | undefined
  aliassen?: string[]
  naam?: string | undefined
  plaats?: string | undefined
}

export function keurComplex(k: Keuring, bron: ComplexBron, rang = 0): Rij[] {
  const sleutel = sleutelVan(k, 'code', bron.code)
  return [
    {
      soort: 'complex',
      sleutel,
      aliassen: bron.aliassen ?? [],
      rang,
      gegevens: gevuld({ naam: tekstVan(bron.naam)?.slice(0, 200), plaats: tekstVan(bron.plaats)?.slice(0, 120) }),
    },
  ]
}

export type EenheidBron = AdresBron & {
  code?: string | undefined
  aliassen?: string[]
  complex?: ComplexBron | undefined
  soortCode?: string | undefined
  detailsoort?: string | undefined
  status?: string | undefined
  nummeraanduiding?: string | undefined
  bouwjaar?: string | undefined
  oppervlakte?: string | undefined
  kamers?: string | undefined
  energielabel?: string | undefined
}

export function keurEenheid(k: Keuring, bron: EenheidBron): Rij[] {
  const sleutel = sleutelVan(k, 'code', bron.code)
  const adres = keurAdres(k, bron)
  if (adres && !adres.straatnaam) k.fout('straat', 'De straatnaam ontbreekt.')
  if (adres && !adres.woonplaats) k.fout('woonplaats', 'De woonplaats ontbreekt.')
  if (!adres) k.fout('straat', 'Het adres van de eenheid ontbreekt of is niet te lezen.')
  const complex = tekstVan(bron.complex?.code)
  return [
    ...(complex && bron.complex && tekstVan(bron.complex.naam) ? keurComplex(k, bron.complex, 1) : []),
    {
      soort: 'eenheid',
      sleutel,
      aliassen: bron.aliassen ?? [],
      gegevens: gevuld({
        soort: vlakkeCode(k, 'soort', bron.soortCode, EENHEIDSOORT),
        detailsoort: tekstVan(bron.detailsoort)?.slice(0, 40),
        status: vlakkeCode(k, 'status', bron.status, EENHEIDSTATUS),
        straatnaam: adres?.straatnaam,
        huisnummer: adres?.huisnummer,
        huisletter: adres?.huisletter,
        toevoeging: adres?.toevoeging,
        postcode: adres?.postcode,
        woonplaats: adres?.woonplaats,
        nummeraanduiding_id: nummeraanduidingVan(k, bron.nummeraanduiding),
        bouwjaar: geheelGetalVan(k, 'bouwjaar', bron.bouwjaar, 1000, Number(k.vandaag.slice(0, 4)) + 20),
        oppervlakte: geheelGetalVan(
          k,
          'oppervlakte',
          bron.oppervlakte?.replace(/[.,]\d+$|\s*m2?²?$/gi, ''),
          0,
          1_000_000,
        ),
        kamers: geheelGetalVan(k, 'kamers', bron.kamers, 0, 1000),
        energielabel: tekstVan(bron.energielabel)?.toUpperCase().slice(0, 6),
      }),
      ...(complex && {
        verwijzingen: [{ veld: 'complex', ruimte: 'complex', sleutels: [complex, ...(bron.complex?.aliassen ?? [])] }],
      }),
    },
  ]
}

export type Contractant = {
  sleutels: string[]
  rol?: string | undefined
  begindatum?: string | undefined
  einddatum?: string | undefined
}

export type OvereenkomstBron = {
  nummer?: string | undefined
  aliassen?: string[]
  eenheid?: string[] | undefined
  soort?: string | undefined
  status?: string | undefined
  begindatum?: string | undefined
  einddatum?: string | undefined
  brutohuur?: string | undefined
  betaalwijze?: string | undefined
  contractanten: Contractant[]
}

export function keurOvereenkomst(k: Keuring, bron: OvereenkomstBron): Rij[] {
  const sleutel = sleutelVan(k, 'nummer', bron.nummer)
  const begindatum = datumVan(k, 'begindatum', bron.begindatum, { verplicht: true })
  const einddatum = datumVan(k, 'einddatum', bron.einddatum)
  if (begindatum && einddatum && einddatum < begindatum) k.fout('einddatum', 'De einddatum ligt voor de begindatum.')
  const huur = tekstVan(bron.brutohuur)
  const cent = huur === undefined ? undefined : leesBedrag(huur)
  if (huur !== undefined && cent === undefined) k.gebrek('huur', `"${kort(huur)}" is geen bedrag.`)
  const verwijzingen: Verwijzing[] = bron.eenheid?.length
    ? [{ veld: 'eenheid', ruimte: 'eenheid', sleutels: bron.eenheid }]
    : []
  return [
    {
      soort: 'overeenkomst',
      sleutel,
      aliassen: bron.aliassen ?? [],
      gegevens: gevuld({
        soort: vlakkeCode(k, 'soort', bron.soort, OVEREENKOMSTSOORT),
        status:
          vlakkeCode(k, 'status', bron.status, OVEREENKOMSTSTATUS) ??
          (einddatum && einddatum < k.vandaag ? 'BEE' : undefined),
        begindatum,
        einddatum,
        brutohuur_cent: cent,
        betaalwijze: vlakkeCode(k, 'betaalwijze', bron.betaalwijze, BETAALWIJZE),
      }),
      verwijzingen,
    },
    ...bron.contractanten.flatMap((each) => keurContractant(k, sleutel, each)),
  ]
}

function keurContractant(k: Keuring, overeenkomst: string, bron: Contractant): Rij[] {
  const [wie] = bron.sleutels
  if (!wie) return []
  const rol = codeVan(k, 'rol', bron.rol, leesRol, 'rol')?.rol ?? 'HUU'
  return [
    {
      soort: 'contractant',
      sleutel: [overeenkomst, wie, rol].join('|'),
      gegevens: gevuld({
        rol,
        begindatum: datumVan(k, 'begindatum', bron.begindatum),
        einddatum: datumVan(k, 'einddatum', bron.einddatum),
      }),
      verwijzingen: [
        { veld: 'overeenkomst', ruimte: 'overeenkomst', sleutels: [overeenkomst] },
        { veld: 'huurder', ruimte: 'partij', sleutels: bron.sleutels },
      ],
    },
  ]
}

export type BagBron = AdresBron & { nummeraanduiding?: string | undefined; gemeente?: string | undefined }

/** An address of the BAG itself: the key decides, so a dash is not a huisletter. */
export function keurBagAdres(k: Keuring, bron: BagBron): Rij[] {
  const id = nummeraanduidingVan(k, bron.nummeraanduiding)
  if (!id && k.fouten.length === 0) k.fout('nummeraanduiding', 'De BAG-nummeraanduiding ontbreekt.')
  const postcode = normalizePostcode(bron.postcode ?? '')
  if (!postcode) k.fout('postcode', `"${kort(bron.postcode ?? '')}" is geen postcode.`)
  const nummer = leesHuisnummer(
    bron.huisnummer ?? '',
    tekstVan(bron.huisletter) ?? '',
    tekstVan(bron.toevoeging) ?? '',
    postcode ?? '',
  )
  if (!nummer) k.fout('huisnummer', `"${kort(bron.huisnummer ?? '')}" is geen huisnummer.`)
  const straatnaam = tekstVan(bron.straat)
  const woonplaats = tekstVan(bron.woonplaats)
  if (!straatnaam) k.fout('straat', 'De straatnaam ontbreekt.')
  if (!woonplaats) k.fout('woonplaats', 'De woonplaats ontbreekt.')
  const gemeente = tekstVan(bron.gemeente) ?? ''
  return [{ soort: 'adres', sleutel: id ?? '', gegevens: { postcode, ...nummer, straatnaam, woonplaats, gemeente } }]
}

/** Sixteen digits (BAG); Excel drops the leading zero of municipalities below 1000. */
function nummeraanduidingVan(k: Keuring, waarde: string | undefined): string | undefined {
  const tekst = tekstVan(waarde)?.replace(/\s/g, '')
  if (!tekst) return undefined
  const cijfers = tekst.padStart(16, '0')
  if (/^\d{16}$/.test(cijfers) && tekst.length >= 13) return cijfers
  return k.gebrek('nummeraanduiding', `"${kort(tekst)}" is geen BAG-nummeraanduiding van 16 cijfers.`)
}

function vlakkeCode(
  k: Keuring,
  veld: string,
  waarde: string | undefined,
  codes: Record<string, string>,
): string | undefined {
  return codeVan(k, veld, waarde, (tekst) => codes[tekst.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')], veld)
}

/** VERA EENHEIDSOORT and EENHEIDSTATUS (ended codes become what replaced them), OVEREENKOMSTSOORT, -STATUS, BETAALWIJZESOORT. */
const EENHEIDSOORT = codes({
  WOO: 'woonruimte woning woonhuis appartement',
  PAR: 'parkeergelegenheid parkeerplaats garage parkeren',
  BED: 'bedrijfsruimte winkel',
  INT: 'intramuraalzorgvastgoed',
  MOG: 'maatschappelijkvastgoed',
  REC: 'recreatiebestemming',
  OVE: 'overig berging',
})
const EENHEIDSTATUS = codes({
  VEH: 'verhuurd bewoond',
  LEE: 'leegstand leeg leegstaand',
  UIT: 'uitexploitatie verkocht gesloopt vek ond inonderhoud',
  ONT: 'inontwikkeling nieuwbouw',
  ADM: 'administratief',
})
const OVEREENKOMSTSOORT = codes({
  HUU: 'huurovereenkomst huur huurcontract',
  KOO: 'koopovereenkomst koop',
  SER: 'serviceovereenkomst service serviceabonnement',
  BET: 'betalerovereenkomst',
  OND: 'onderhoudsovereenkomst',
  INS: 'inschrijving',
})
const OVEREENKOMSTSTATUS = codes({
  LOP: 'lopend actief getekend',
  VOO: 'voorlopig concept',
  GOE: 'goedgekeurd',
  OPG: 'opgezegd',
  VOP: 'voorlopigopgezegd',
  BEE: 'beeindigd beëindigd afgelopen historisch',
  GEA: 'geannuleerd',
  ONT: 'ontbonden',
  VER: 'vernietigd',
})
const BETAALWIJZE = codes({
  INC: 'incasso automatischeincasso',
  OVB: 'overboeking overschrijving acceptgiro hnd handmatigeoverboeking',
  ONL: 'online ideal',
  MAI: 'email betaallink',
  PIN: 'pinbetaling',
  CON: 'contant',
})

function codes(lijst: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lijst).flatMap(([code, woorden]) =>
      [code.toLowerCase(), ...woorden.split(' ')].map((woord) => [woord, code]),
    ),
  )
}
