import { relatieVan, tijden, vrijeMomenten } from './agenda.ts'
import { contractVan, overeenkomstVan, wijzigContract } from './contract.ts'
import { boekingenVan, debiteurVan, maakBoeking } from './financieel.ts'
import { codeIn, Fout, onbekend, ongeldig } from './fout.ts'
import { eenheidVanHistorie, historieVan } from './historie.ts'
import { agendaVan, type Omgeving } from './omgeving.ts'
import { type Bericht, maakAfspraak, maakVerzoek, wijzigAfspraak, wijzigVerzoek } from './onderhoud.ts'
import { type Mutatie, past } from './opslag.ts'
import { maakOpzegging, wijzigOpzegging } from './opzegging.ts'
import { clusterVan, eenheidVan, elementenVan } from './vastgoed.ts'
import { stapNaar, stappen } from './verloop.ts'
import type { Rapport, Soort } from './vormen.ts'

type Filter = Record<string, string>
export type Gevolg = Pick<Mutatie, 'objecten' | 'verloop'> & { gemaakt?: { soort: Soort; id: string } }

/** One resource of one Ketenproces. What needs to wait is done first; the mutation itself happens at once. */
export type Middel = {
  /** Everything that fits, or a page with the cursor of the next. */
  lijst(
    o: Omgeving,
    organisatie: string,
    vraag: Vraag,
  ): Promise<object[] | { rijen: object[]; cursor: string | undefined }>
  haal?(o: Omgeving, organisatie: string, id: string): Promise<object | undefined>
  maak?(o: Omgeving, organisatie: string, bericht: Bericht): Promise<() => Gevolg>
  wijzig?(o: Omgeving, organisatie: string, id: string, bericht: Bericht): Promise<() => Gevolg>
}
export type Vraag = { filter: Filter; sinds: number; cursor: string; per: number }

const kent = <T>(gevonden: T | undefined, wat: string): T => {
  if (gevonden === undefined) throw onbekend(wat)
  return gevonden
}

const onderhoudsverzoeken: Middel = {
  async lijst(o, organisatie, { filter, sinds }) {
    const eenheid = filter['eenheid.code']
    const bekend = eenheid !== undefined && (await o.bron.woning(organisatie, eenheid)) !== undefined
    const oud = bekend ? historieVan(eenheid, o.nu()).map(({ verzoek }) => verzoek) : []
    return [
      ...oud.filter((each) => past(each, filter)),
      ...o.opslag.zoek(organisatie, 'onderhoudsverzoeken', filter, sinds),
    ]
  },
  async haal(o, organisatie, id) {
    const eenheid = eenheidVanHistorie(id)
    const oud = eenheid && historieVan(eenheid, o.nu()).find(({ verzoek }) => verzoek.id === id)?.verzoek
    return oud || o.opslag.get(organisatie, 'onderhoudsverzoeken', id)
  },
  maak: maakVerzoek,
  wijzig: async (o, organisatie, id, bericht) => () =>
    wijzigVerzoek(o, organisatie, kent(o.opslag.get(organisatie, 'onderhoudsverzoeken', id), `Verzoek ${id}`), bericht),
}

const onderhoudsorders: Middel = {
  async lijst(o, organisatie, { filter, sinds }) {
    const verzoekId = filter['onderhoudsverzoeken.id']
    const eenheid = verzoekId === undefined ? undefined : eenheidVanHistorie(verzoekId)
    const oud = eenheid === undefined ? [] : historieVan(eenheid, o.nu()).map(({ order }) => order)
    return [
      ...oud.filter((each) => past(each, filter)),
      ...o.opslag.zoek(organisatie, 'onderhoudsorders', filter, sinds),
    ]
  },
  async haal(o, organisatie, id) {
    const eenheid = eenheidVanHistorie(id)
    const oud = eenheid && historieVan(eenheid, o.nu()).find(({ order }) => order.id === id)?.order
    return oud || o.opslag.get(organisatie, 'onderhoudsorders', id)
  },
  wijzig: async (o, organisatie, id, bericht) => () => {
    const order = kent(o.opslag.get(organisatie, 'onderhoudsorders', id), `Order ${id}`)
    if (codeIn(bericht, 'status') !== 'GEA') throw ongeldig('Een order is van buiten alleen te annuleren (status GEA).')
    return stapNaar(o, organisatie, order, 'geannuleerd')
  },
}

const afspraken: Middel = {
  lijst: async (o, organisatie, { filter, sinds }) => o.opslag.zoek(organisatie, 'afspraken', filter, sinds),
  haal: async (o, organisatie, id) => o.opslag.get(organisatie, 'afspraken', id),
  maak: async (o, organisatie, bericht) => () => maakAfspraak(o, organisatie, bericht),
  wijzig: async (o, organisatie, id, bericht) => () =>
    wijzigAfspraak(o, organisatie, kent(o.opslag.get(organisatie, 'afspraken', id), `Afspraak ${id}`), bericht),
}

const afspraakOpties: Middel = {
  async lijst(o, organisatie, { filter }) {
    const order = filter['onderhoudsorder.id']
      ? o.opslag.get(organisatie, 'onderhoudsorders', filter['onderhoudsorder.id'])
      : undefined
    const specialisme = filter['specialisme.code'] ?? order?.onderhoudstaken[0]?.specialisme.code ?? 'LOA'
    const datum = (naam: string) => (filter[naam] === undefined ? undefined : new Date(filter[naam]))
    const wens = { specialisme, vanaf: datum('bloktijdBegin') ?? o.nu(), tot: datum('bloktijdEind') }
    return vrijeMomenten(agendaVan(o, organisatie), wens)
      .slice(0, 60)
      .map(({ id, vakman, begin, eind, score }) => ({
        id,
        ...tijden(begin, eind),
        planningscore: score,
        specialisme: { code: specialisme },
        relaties: [relatieVan(vakman)],
        ...(order && { onderhoudsorder: { id: order.id } }),
      }))
  },
}

const inspectierapporten: Middel = {
  lijst: async (o, organisatie, { filter, sinds }) => o.opslag.zoek(organisatie, 'inspectierapporten', filter, sinds),
  haal: async (o, organisatie, id) => o.opslag.get(organisatie, 'inspectierapporten', id),
  maak: async (o, _organisatie, bericht) => {
    const soort = codeIn(bericht, 'soort')
    if (!soort) throw ongeldig('soort ontbreekt.')
    return () => {
      const id = o.opslag.nieuwId()
      const basis = { omschrijving: '', geconstateerdeDefecten: [], status: { code: 'CON' } }
      const object: Rapport = {
        ...basis,
        ...(bericht as Partial<Rapport>),
        id,
        code: `IR-${id}`,
        soort: { code: soort },
      }
      return { objecten: [{ soort: 'inspectierapporten', object }], gemaakt: { soort: 'inspectierapporten', id } }
    }
  },
}

const huuropzeggingen: Middel = {
  lijst: async (o, organisatie, { filter, sinds }) => o.opslag.zoek(organisatie, 'huuropzeggingen', filter, sinds),
  haal: async (o, organisatie, id) => o.opslag.get(organisatie, 'huuropzeggingen', id),
  maak: maakOpzegging,
  async wijzig(o, organisatie, id, bericht) {
    if (!o.opslag.get(organisatie, 'huuropzeggingen', id)) throw onbekend(`Huuropzegging ${id}`)
    return await wijzigOpzegging(o, organisatie, id, bericht)
  },
}

const overeenkomsten: Middel = {
  async lijst(o, organisatie, { filter, cursor, per }) {
    if (filter['code'] !== undefined) {
      const gevonden = await contractVan(o, organisatie, filter['code'])
      return gevonden && past(gevonden, filter) ? [gevonden] : []
    }
    const contracten = await o.bron.contracten(organisatie, cursor, per)
    const rijen = contracten.map(
      (each) => o.opslag.get(organisatie, 'overeenkomsten', each.nummer) ?? overeenkomstVan(each),
    )
    return {
      rijen: rijen.filter((each) => past(each, filter)),
      cursor: volgende(contracten, per, ({ nummer }) => nummer),
    }
  },
  haal: contractVan,
  async wijzig(o, organisatie, id, bericht) {
    const contract = kent(await contractVan(o, organisatie, id), `Overeenkomst ${id}`)
    return () => {
      const nu = o.opslag.get(organisatie, 'overeenkomsten', id) ?? contract
      return { objecten: [{ soort: 'overeenkomsten', object: wijzigContract(nu, bericht) }] }
    }
  },
}

const boekingen: Middel = {
  async lijst(o, organisatie, { filter }) {
    const nummer = filter['overeenkomst.code']
    const rijen = nummer ? await boekingenVan(o, organisatie, nummer) : o.opslag.zoek(organisatie, 'boekingen', filter)
    return rijen.filter((each) => past(each, filter))
  },
  haal: async (o, organisatie, id) => o.opslag.get(organisatie, 'boekingen', id),
  maak: maakBoeking,
}

const debiteuren: Middel = {
  async lijst(o, organisatie, { filter }) {
    const nummer = filter['relatie.code']
    if (nummer === undefined) throw new Fout(400, 'FILTER', 'Debiteuren zijn alleen op relatie.code te vragen.')
    const gevonden = await debiteurVan(o, organisatie, nummer)
    return gevonden ? [gevonden] : []
  },
  haal: (o, organisatie, id) => debiteurVan(o, organisatie, id.replace(/^D-/, '')),
}

/** Only of one home at a time: all of them would be a million. */
const elementen: Middel = {
  async lijst(o, organisatie, { filter }) {
    const eenheid = filter['eenheid.code']
    const bekend = eenheid !== undefined && (await o.bron.woning(organisatie, eenheid)) !== undefined
    return bekend ? elementenVan(eenheid, o.nu()) : []
  },
}

const eenheden: Middel = {
  async lijst(o, organisatie, { filter, cursor, per }) {
    if (filter['code'] !== undefined) {
      const woning = await o.bron.woning(organisatie, filter['code'])
      return woning ? [eenheidVan(woning)] : []
    }
    const woningen = await o.bron.woningen(organisatie, cursor, per)
    return { rijen: woningen.map(eenheidVan), cursor: volgende(woningen, per, ({ code }) => code) }
  },
  async haal(o, organisatie, id) {
    const woning = await o.bron.woning(organisatie, id)
    return woning && eenheidVan(woning)
  },
}

const clusters: Middel = {
  async lijst(o, organisatie, { cursor, per }) {
    const complexen = await o.bron.complexen(organisatie, cursor, per)
    return { rijen: complexen.map(clusterVan), cursor: volgende(complexen, per, ({ code }) => code) }
  },
  async haal(o, organisatie, id) {
    const complex = await o.bron.complex(organisatie, id)
    return complex && clusterVan(complex)
  },
}

function volgende<T>(rijen: T[], per: number, sleutel: (rij: T) => string): string | undefined {
  const laatste = rijen.at(-1)
  return laatste && rijen.length === per ? sleutel(laatste) : undefined
}

export const middelen: Record<string, Middel> = {
  'ohd/onderhoudsverzoeken': onderhoudsverzoeken,
  'ohd/onderhoudsorders': onderhoudsorders,
  'ohd/afspraken': afspraken,
  'ohd/afspraak-opties': afspraakOpties,
  'ohd/inspectierapporten': inspectierapporten,
  'vhe/huuropzeggingen': huuropzeggingen,
  'bog/overeenkomsten': overeenkomsten,
  'bfg/boekingen': boekingen,
  'bfg/debiteuren': debiteuren,
  'ohd/bouwkundig-elementen': elementen,
  'bvg/eenheden': eenheden,
  'bvg/clusters': clusters,
}

/** For the control page: brings an order to a step by hand. */
export function zetOrder(o: Omgeving, organisatie: string, orderId: string, naam: string): Gevolg {
  const stap = stappen.find((each) => each === naam)
  if (!stap) throw ongeldig(`${naam} is geen stap; kies uit ${stappen.join(', ')}.`)
  return stapNaar(
    o,
    organisatie,
    kent(o.opslag.get(organisatie, 'onderhoudsorders', orderId), `Order ${orderId}`),
    stap,
  )
}
