import { voorgesteldeAanhefcode } from '#contract/regels/aanhef.ts'
import { OrganisatieInvoer, PersoonInvoer } from '#contract/relatieinvoer.ts'
import { eigennaamVan, huishoudnaam, naamVan, persoonsnaam } from '#server/relaties/index.ts'
import { leesAanhef, leesGeslacht, leesJaNee, leesRol } from '../regels/codes.ts'
import { initialenVan, splitsAchternaam } from '../regels/naamdelen.ts'
import type { Rij } from '../rij.ts'
import { type BereikbaarBron, keurBereikbaar } from './bereikbaar.ts'
import { codeVan, datumVan, gevuld, type Keuring, sleutelVan, tekstVan } from './keuring.ts'

type PartijBron = BereikbaarBron & {
  nummer?: string | undefined
  aliassen?: string[]
  aanhef?: string | undefined
  geheimhouding?: string | undefined
  taal?: string | undefined
  actief?: boolean | undefined
}

export type LidBron = {
  /** Numbers of the huishouden; the first that exists counts. */
  sleutels: string[]
  naam?: string | undefined
  rol?: string | undefined
  kind?: string | undefined
  begindatum?: string | undefined
  einddatum?: string | undefined
}

export type PersoonBron = PartijBron & {
  voorletters?: string | undefined
  voornaam?: string | undefined
  tussenvoegsels?: string | undefined
  achternaam?: string | undefined
  geslachtsnaam?: string | undefined
  geslacht?: string | undefined
  geboortedatum?: string | undefined
  overlijdensdatum?: string | undefined
  /** He is a contactpersoon of this organisatie. */
  organisatie?: string[] | undefined
  huishoudens?: LidBron[]
}

export function keurPersoon(k: Keuring, bron: PersoonBron): Rij[] {
  const sleutel = sleutelVan(k, 'nummer', bron.nummer)
  const persoon = keurNaam(k, bron)
  const gegevens = keurGedeeld(k, bron)
  if (!persoon) return []
  const delen = persoonsnaam(persoon)
  const { naam, sorteernaam } = naamVan(delen, 'initialen')
  const rij: Rij = {
    soort: 'persoon',
    sleutel,
    aliassen: bron.aliassen ?? [],
    gegevens: {
      soort: bron.organisatie ? 'contactpersoon' : 'persoon',
      naam,
      // Which of both counts, is certain only when the row is written.
      sorteernaam,
      sorteernaamTussenvoegsels: naamVan(delen, 'tussenvoegsels').sorteernaam,
      aanhefVoorstel: voorgesteldeAanhefcode('persoon', persoon.geslacht),
      ...gegevens,
      persoon: gevuld({ ...persoon, ...delen }),
    },
    ...(bron.organisatie && {
      verwijzingen: [{ veld: 'organisatie', ruimte: 'partij' as const, sleutels: bron.organisatie }],
    }),
  }
  const gezin = huishoudnaam({ tussenvoegsels: delen.tussenvoegsels, achternaam: delen.achternaam })
  return [rij, ...(bron.huishoudens ?? []).flatMap((lid) => keurLid(k, [sleutel], lid, gezin))]
}

function keurNaam(k: Keuring, bron: PersoonBron) {
  const { tussenvoegsels, achternaam } = splitsAchternaam(bron.achternaam ?? '', bron.tussenvoegsels)
  const voornaam = tekstVan(bron.voornaam) ?? ''
  const eigen = tekstVan(bron.geslachtsnaam) ?? ''
  const hele = `${tussenvoegsels} ${achternaam}`.toLowerCase()
  const datums = {
    geboortedatum: datumVan(k, 'geboortedatum', bron.geboortedatum, { nietInToekomst: true }),
    overlijdensdatum: datumVan(k, 'overlijdensdatum', bron.overlijdensdatum, { nietInToekomst: true }),
  }
  const geslacht = codeVan(k, 'geslacht', bron.geslacht, leesGeslacht, 'aanduiding van geslacht')
  const gelezen = PersoonInvoer.safeParse({
    initialen: tekstVan(bron.voorletters) ?? initialenVan(voornaam),
    voornaam,
    tussenvoegsels,
    achternaam,
    // Many systems give the own name always; only behind another name it is a second part.
    geslachtsnaam: hele.includes(eigen.toLowerCase()) ? '' : eigen,
    geslacht: geslacht ?? null,
    geboortedatum: datums.geboortedatum ?? null,
    overlijdensdatum: datums.overlijdensdatum ?? null,
  })
  if (!gelezen.success) {
    for (const { path, message } of gelezen.error.issues) k.fout(path.join('.'), message)
    return undefined
  }
  return { ...gelezen.data, geslacht: geslacht ?? null, ...datums }
}

export type OrganisatieBron = PartijBron & {
  naam?: string | undefined
  kvkNummer?: string | undefined
  vestigingsnummer?: string | undefined
  rsin?: string | undefined
}

export function keurOrganisatie(k: Keuring, bron: OrganisatieBron): Rij[] {
  const sleutel = sleutelVan(k, 'nummer', bron.nummer)
  const nummer = (waarde: string | undefined) => tekstVan(waarde) ?? null
  const gelezen = OrganisatieInvoer.safeParse({
    naam: bron.naam ?? '',
    kvkNummer: nummer(bron.kvkNummer),
    vestigingsnummer: nummer(bron.vestigingsnummer),
    rsin: nummer(bron.rsin),
  })
  const gegevens = keurGedeeld(k, bron)
  if (!gelezen.success) {
    for (const { path, message } of gelezen.error.issues) k.fout(path.join('.'), message)
    return []
  }
  const { naam, kvkNummer, vestigingsnummer, rsin } = gelezen.data
  const { sorteernaam } = eigennaamVan(naam)
  return [
    {
      soort: 'organisatie',
      sleutel,
      aliassen: bron.aliassen ?? [],
      gegevens: {
        soort: 'organisatie',
        naam,
        sorteernaam,
        aanhefVoorstel: 'BLANCO',
        ...gegevens,
        nummers: gevuld({
          kvkNummer: kvkNummer ?? undefined,
          vestigingsnummer: vestigingsnummer ?? undefined,
          rsin: rsin ?? undefined,
        }),
      },
    },
  ]
}

export type HuishoudenBron = PartijBron & { naam?: string | undefined; leden?: (LidBron & { persoon: string[] })[] }

export function keurHuishouden(k: Keuring, bron: HuishoudenBron): Rij[] {
  const sleutel = sleutelVan(k, 'nummer', bron.nummer)
  const naam = tekstVan(bron.naam)?.slice(0, 200)
  const gegevens = keurGedeeld(k, bron)
  const leden = (bron.leden ?? []).flatMap(({ persoon, ...lid }) =>
    keurLid(k, persoon, { ...lid, sleutels: [sleutel] }),
  )
  return [
    {
      soort: 'huishouden',
      sleutel,
      aliassen: bron.aliassen ?? [],
      gegevens: gevuld({
        soort: 'huishouden',
        naam,
        sorteernaam: naam && eigennaamVan(naam).sorteernaam,
        aanhefVoorstel: 'BLANCO',
        ...gegevens,
      }),
    },
    ...leden,
  ]
}

/**
 * A member of a huishouden, and the huishouden itself when nobody describes it better.
 * @param naam what it is called when it is only known by its members
 */
export function keurLid(
  k: Keuring,
  persoon: string[],
  lid: LidBron,
  voorstel?: { naam: string; sorteernaam: string },
): Rij[] {
  const sleutel = lid.sleutels[0]
  const wie = persoon[0]
  if (!sleutel || !wie) return []
  const rol = codeVan(k, 'rol', lid.rol, leesRol, 'rol') ?? { rol: 'BEW', kind: false }
  const begindatum = datumVan(k, 'begindatum', lid.begindatum)
  const einddatum = datumVan(k, 'einddatum', lid.einddatum)
  if (begindatum && einddatum && einddatum < begindatum) k.fout('einddatum', 'De einddatum ligt voor de begindatum.')
  const naam = lid.naam ? eigennaamVan(lid.naam) : voorstel
  const kind = codeVan(k, 'kind', lid.kind, leesJaNee, 'aanduiding ja of nee')
  const afgeleid: Rij = {
    soort: 'huishouden',
    sleutel,
    rang: rol.rol === 'HUU' ? 1 : 2,
    gegevens: {
      soort: 'huishouden',
      aanhefVoorstel: 'BLANCO',
      afgeleid: true,
      naam: naam?.naam,
      sorteernaam: naam?.sorteernaam,
    },
  }
  return [
    ...(naam ? [afgeleid] : []),
    {
      soort: 'lid',
      // Of the same role there is one now, and there may have been others before.
      sleutel: [wie, sleutel, rol.rol, ...(einddatum && einddatum < k.vandaag ? [begindatum ?? ''] : [])].join('|'),
      gegevens: gevuld({ rol: rol.rol, inwonendKind: kind ?? rol.kind, begindatum, einddatum }),
      verwijzingen: [
        { veld: 'persoon', ruimte: 'partij', sleutels: persoon },
        { veld: 'huishouden', ruimte: 'partij', sleutels: lid.sleutels },
      ],
    },
  ]
}

function keurGedeeld(k: Keuring, bron: PartijBron) {
  const taal = tekstVan(bron.taal)?.toLowerCase()
  if (taal && !/^[a-z]{3}$/.test(taal)) k.gebrek('taal', 'Gebruik de taalcode van drie letters, zoals nld.')
  return {
    ...gevuld({
      // Only what the source says changes a klant that is there; a proposal is for new ones.
      aanhefcode: codeVan(k, 'aanhef', bron.aanhef, leesAanhef, 'aanhef'),
      geheimhouding: codeVan(k, 'geheimhouding', bron.geheimhouding, leesJaNee, 'aanduiding ja of nee'),
      voorkeurstaal: taal && /^[a-z]{3}$/.test(taal) ? taal : undefined,
      actief: bron.actief,
    }),
    ...keurBereikbaar(k, bron),
  }
}
