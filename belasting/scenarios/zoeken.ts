import { sql } from 'kysely'
import { maakToeval, type Toeval } from '../../server/demo/toeval.ts'
import type { Verzoek } from '../meten/lader.ts'
import type { Omgeving, Scenario } from '../meten/omgeving.ts'

type Mens = {
  id: string
  naam: string
  nummer: number
  voornaam: string
  achternaam: string
  geboortedatum: string | null
  postcode: string
  huisnummer: number
  straatnaam: string
  woonplaats: string
  telefoon: string | null
  /** How many share this surname; of a rare one the very person must be in the list. */
  naamgenoten: number
}

const aantal = 600

/** Search-as-you-type: every pause in typing asks the server. */
export const zoeken: Scenario = {
  naam: 'zoeken',
  async meet(omgeving) {
    const toeval = maakToeval('belasting/zoeken')
    const mensen = await mensenUit(omgeving)
    const vragen = (maak: (mens: Mens, i: number) => { q: string; verwacht?: string } | undefined): Verzoek[] =>
      mensen.flatMap((mens, i) => {
        const vraag = maak(mens, i)
        if (!vraag) return []
        const { cookie } = omgeving.iemand(i)
        const pad = `/api/zoeken?q=${encodeURIComponent(vraag.q)}`
        return [{ method: 'GET', pad, cookie, ...(vraag.verwacht && { verwacht: vraag.verwacht }) }]
      })
    const getypt: Verzoek[] = mensen.slice(0, 200).flatMap((mens, i) => {
      const tekst = teTypen(mens, toeval, i)
      return beginnen(tekst).map((q) => ({
        method: 'GET',
        pad: `/api/zoeken?q=${encodeURIComponent(q)}`,
        cookie: omgeving.iemand(i).cookie,
      }))
    })
    const verkeerd = vragen((mens) => ({
      q: `${metTypefout(mens.achternaam, toeval)} ${mens.woonplaats}`,
      ...(mens.naamgenoten <= 10 && { verwacht: mens.id }),
    }))
    const gevonden = ({ gevonden, gezocht }: { gevonden: number; gezocht: number }) =>
      gezocht > 0 ? `${((100 * gevonden) / gezocht).toFixed(1)} % van ${gezocht} gevonden` : ''
    return [
      await omgeving.meet('zoeken: tijdens het typen, één typefout, 1 verbinding', getypt, { doel: 50 }),
      await omgeving.meet('zoeken: tijdens het typen, één typefout, 16 verbindingen', getypt, { verbindingen: 16 }),
      await omgeving.meet('zoeken: hele naam met één typefout en plaats', verkeerd, { doel: 50, opmerking: gevonden }),
      await omgeving.meet(
        'zoeken: voor- en achternaam, goed gespeld',
        vragen((mens) => ({
          q: `${mens.voornaam} ${mens.achternaam}`,
          ...(mens.naamgenoten <= 10 && { verwacht: mens.id }),
        })),
        { doel: 50, opmerking: gevonden },
      ),
      await omgeving.meet(
        'zoeken: postcode en huisnummer',
        vragen(({ id, postcode, huisnummer }, i) => ({
          q:
            i % 2
              ? `${postcode}${huisnummer}`
              : `${postcode.slice(0, 4)} ${postcode.slice(4).toLowerCase()} ${huisnummer}`,
          verwacht: id,
        })),
        { doel: 50, opmerking: gevonden },
      ),
      await omgeving.meet(
        'zoeken: laatste zes cijfers van het telefoonnummer',
        vragen(({ id, telefoon }) => (telefoon ? { q: telefoon.slice(-6), verwacht: id } : undefined)),
        { doel: 50, opmerking: gevonden },
      ),
      await omgeving.meet(
        'zoeken: geboortedatum en achternaam',
        vragen(({ id, geboortedatum, achternaam }) =>
          geboortedatum
            ? { q: `${geboortedatum.split('-').reverse().join('-')} ${achternaam}`, verwacht: id }
            : undefined,
        ),
        { doel: 50, opmerking: gevonden },
      ),
      await omgeving.meet(
        'zoeken: klantnummer',
        vragen(({ id, nummer }) => ({ q: String(nummer), verwacht: id })),
        { doel: 50, opmerking: gevonden },
      ),
    ]
  },
}

async function mensenUit({ organisatie }: Omgeving): Promise<Mens[]> {
  const found = await sql<Mens>`
    select p.id, p.naam, p.nummer, pp.voornaam, pp.achternaam, pp.geboortedatum, a.postcode, a.huisnummer, a.straatnaam,
      a.woonplaats, (select d.genormaliseerd from digitaal_adres d
                     where d.partij_id = p.id and d.soort = 'telefoonnummer' limit 1) as telefoon,
      coalesce((select z.aantal from zoek_woord z where z.woord = lower(pp.achternaam) collate "C"), 0) as naamgenoten
    from partij p tablesample bernoulli (0.5) repeatable (7)
      join partij_persoon pp on pp.partij_id = p.id
      join partij_adres a on a.partij_id = p.id
    where p.actief and length(pp.achternaam) >= 5 and pp.achternaam ~ '^[A-Za-z]+$'
    limit ${aantal}`.execute(organisatie.db)
  return found.rows
}

/** Mostly a surname, sometimes with a first name, a street or a town. */
function teTypen({ voornaam, achternaam, straatnaam, woonplaats }: Mens, toeval: Toeval, i: number): string {
  const fout = metTypefout(achternaam, toeval)
  return (
    [fout, `${voornaam} ${fout}`, `${fout} ${woonplaats}`, fout, `${fout} ${straatnaam}`][i % 5]?.toLowerCase() ?? fout
  )
}

/** What the server gets while this is typed: nobody waits for an answer between each two letters. */
function beginnen(tekst: string): string[] {
  const lengtes = []
  for (let lengte = 3; lengte < tekst.length; lengte += 2) lengtes.push(lengte)
  return [...lengtes, tekst.length].map((lengte) => tekst.slice(0, lengte))
}

/** One letter too few, too many, wrong, or two swapped; never the first, for people know how a name begins. */
export function metTypefout(woord: string, toeval: Toeval): string {
  const plek = toeval.heel(1, woord.length - 2)
  const [voor, letter, na] = [woord.slice(0, plek), woord[plek] ?? '', woord.slice(plek + 1)]
  const andere = toeval.kies([...'aeionrstlkm'].filter((each) => each !== letter.toLowerCase()))
  return toeval.kies([
    `${voor}${na}`,
    `${voor}${letter}${andere}${na}`,
    `${voor}${andere}${na}`,
    `${voor}${na[0]}${letter}${na.slice(1)}`,
  ])
}
