import { relatieVan, tijden, tijdstip, vrijeVakman } from './agenda.ts'
import { codeIn, extraIn, Fout, onbekend, ongeldig, tekstIn } from './fout.ts'
import { agendaVan, type Omgeving } from './omgeving.ts'
import type { Mutatie, Verloop } from './opslag.ts'
import { stapNaar, verloopNaBoeken } from './verloop.ts'
import type { Afspraak, Order, Verzoek } from './vormen.ts'

export type Bericht = Record<string, unknown>
/** What a mutation does; the server adds who asked and keeps it. */
export type Gevolg = Pick<Mutatie, 'objecten' | 'verloop'> & {
  gemaakt?: { soort: 'onderhoudsverzoeken' | 'afspraken'; id: string }
}

/** A request makes its order at once: the corporation of the demo lets its contact centre give orders. */
export async function maakVerzoek(o: Omgeving, organisatie: string, bericht: Bericht): Promise<() => Gevolg> {
  const omschrijving = tekstIn(bericht, 'omschrijving')
  const [eenheid, cluster] = [codeIn(bericht, 'eenheid'), codeIn(bericht, 'cluster')]
  if (!eenheid && !cluster) throw ongeldig('eenheid of cluster ontbreekt.')
  if (eenheid && !(await o.bron.woning(organisatie, eenheid))) throw onbekend(`Eenheid ${eenheid}`)
  if (cluster && !(await o.bron.complex(organisatie, cluster))) throw onbekend(`Cluster ${cluster}`)
  return () => {
    const nu = o.nu()
    const id = o.opslag.nieuwId()
    const order = nieuweOrder(o, { verzoekId: id, omschrijving, soort: codeIn(bericht, 'onderhoudSoort') ?? 'REP' })
    const verzoek: Verzoek = {
      ...(bericht as Partial<Verzoek>),
      id,
      code: `OV-${nu.getUTCFullYear()}-${id}`,
      omschrijving,
      onderhoudSoort: order.onderhoudSoort,
      status: { code: 'REG' },
      melddatum: typeof bericht['melddatum'] === 'string' ? bericht['melddatum'] : tijdstip(nu),
      onderhoudsorders: [{ id: order.id, code: String(order.code) }],
    }
    return {
      objecten: [
        { soort: 'onderhoudsverzoeken', object: verzoek },
        { soort: 'onderhoudsorders', object: order },
      ],
      gemaakt: { soort: 'onderhoudsverzoeken', id },
    }
  }
}

export function nieuweOrder(
  o: Omgeving,
  van: { verzoekId: string; omschrijving: string; soort: string; detailsoort?: string; specialisme?: string },
): Order {
  const nu = o.nu()
  const id = o.opslag.nieuwId()
  return {
    id,
    code: `OO-${nu.getUTCFullYear()}-${id}`,
    omschrijving: van.omschrijving,
    onderhoudSoort: { code: van.soort },
    ...(van.detailsoort && { onderhoudDetailSoort: { code: van.detailsoort } }),
    status: { code: 'REG' },
    opdrachtdatum: tijdstip(nu),
    uitersteGereeddatum: tijdstip(new Date(nu.getTime() + 10 * 86_400_000)),
    uitvoerendeSoort: { code: 'VAK' },
    onderhoudsverzoeken: [{ id: van.verzoekId }],
    onderhoudstaken: [
      {
        id: o.opslag.nieuwId(),
        omschrijving: van.omschrijving,
        status: { code: 'CON' },
        specialisme: { code: van.specialisme ?? specialismeVoor(van.omschrijving) },
      },
    ],
    afspraken: [],
  }
}

/** A real ERP has a repair template for each defect; the words say enough for a demo. */
function specialismeVoor(omschrijving: string): string {
  const raak = [
    [/cv|ketel|radiator|verwarming|warm water/i, 'CVI'],
    [/stopcontact|lamp|licht|elektr|groep|bel\b/i, 'ELA'],
    [/deur|raam|slot|kast|kozijn|trap/i, 'TAL'],
    [/schimmel|verf|stuc|tegel|vocht/i, 'SCH'],
    [/glas|ruit/i, 'GLA'],
    [/verstop|riool/i, 'ONT'],
    [/ventilatie|mv-box|wtw/i, 'WTW'],
  ] as const
  return raak.find(([woorden]) => woorden.test(omschrijving))?.[1] ?? 'LOA'
}

export function wijzigVerzoek(o: Omgeving, organisatie: string, verzoek: Verzoek, bericht: Bericht): Gevolg {
  const status = codeIn(bericht, 'status')
  const nieuw: Verzoek = { ...verzoek, ...(bericht as Partial<Verzoek>), id: verzoek.id }
  if (status !== 'GEA') return { objecten: [{ soort: 'onderhoudsverzoeken', object: nieuw }] }
  const gevolg: Gevolg = { objecten: [{ soort: 'onderhoudsverzoeken', object: nieuw }] }
  for (const order of ordersVan(o, organisatie, verzoek.id)) {
    if (isKlaar(order)) throw new Fout(400, 'AL_GEREED', 'Het werk is al klaar; annuleren kan niet meer.')
    voegToe(gevolg, stapNaar(o, organisatie, order, 'geannuleerd'), verzoek.id)
  }
  return gevolg
}

/** The verzoek itself is written by the caller: the last one wins, so keep its own version. */
function voegToe(gevolg: Gevolg, bij: Gevolg, verzoekId: string): void {
  gevolg.objecten.push(
    ...bij.objecten.filter(({ soort, object }) => soort !== 'onderhoudsverzoeken' || object.id !== verzoekId),
  )
  gevolg.verloop = { ...gevolg.verloop, ...bij.verloop }
}

export function ordersVan({ opslag }: Omgeving, organisatie: string, verzoekId: string): Order[] {
  return opslag.zoek(organisatie, 'onderhoudsorders', { 'onderhoudsverzoeken.id': verzoekId })
}

export const isKlaar = (order: Order) => ['TEC', 'FIN', 'AFG', 'GEA', 'STE'].includes(order.status.code)

/** Books a free moment for the open order of a request; what was done before gets a new order. */
export function maakAfspraak(o: Omgeving, organisatie: string, bericht: Bericht): Gevolg {
  const verzoekId = codeIn(bericht, 'onderhoudsverzoek', 'id')
  const verzoek = verzoekId ? o.opslag.get(organisatie, 'onderhoudsverzoeken', verzoekId) : undefined
  if (!verzoek) throw onbekend(`Onderhoudsverzoek ${verzoekId ?? ''}`)
  if (verzoek.status.code === 'GEA') throw new Fout(400, 'GEANNULEERD', 'Dit onderhoudsverzoek is geannuleerd.')
  const { omschrijving, onderhoudSoort } = verzoek
  const open = ordersVan(o, organisatie, verzoek.id).find((each) => !isKlaar(each))
  if (open?.afspraken.some(({ status }) => status.code === 'GEP'))
    throw new Fout(400, 'AL_GEPLAND', 'Voor dit onderhoudsverzoek staat al een afspraak.')
  const order = open ?? nieuweOrder(o, { verzoekId: verzoek.id, omschrijving, soort: onderhoudSoort.code })
  const gevolg = planIn(o, organisatie, {
    order,
    verzoek,
    bericht,
    onderwerp: String(bericht['onderwerp'] ?? 'Reparatie'),
  })
  const orders = open
    ? verzoek.onderhoudsorders
    : [...verzoek.onderhoudsorders, { id: order.id, code: String(order.code) }]
  gevolg.objecten.push({
    soort: 'onderhoudsverzoeken',
    object: { ...verzoek, status: { code: 'INB' }, onderhoudsorders: orders },
  })
  return gevolg
}

/** @throws Fout 409 BEZET when nobody is free then */
export function planIn(
  o: Omgeving,
  organisatie: string,
  wat: { order: Order; verzoek: Verzoek; bericht: Bericht; onderwerp: string },
): Gevolg & { afspraak: Afspraak } {
  const { order, verzoek, bericht, onderwerp } = wat
  const { vakman, begin, eind } = kiesMoment(o, organisatie, order, bericht)
  const afspraak: Afspraak = {
    ...(typeof bericht['idExtern'] === 'string' && { idExtern: bericht['idExtern'] }),
    id: o.opslag.nieuwId(),
    onderwerp,
    status: { code: 'GEP' },
    ...tijden(begin, eind),
    onderhoudsorder: { id: order.id },
    onderhoudsverzoek: { id: verzoek.id },
    relaties: [relatieVan(vakman)],
  }
  const gepland: Order = {
    ...order,
    status: { code: 'PLN' },
    onderhoudstaken: order.onderhoudstaken.map(({ detailStatus: _, ...taak }) => ({
      ...taak,
      status: { code: 'GEP' },
    })),
    afspraken: [...order.afspraken, kort(afspraak)],
    relaties: [relatieVan(vakman)],
  }
  return {
    afspraak,
    objecten: [
      { soort: 'afspraken', object: afspraak },
      { soort: 'onderhoudsorders', object: gepland },
    ],
    verloop: { [order.id]: verloopNaBoeken(o, begin) },
    gemaakt: { soort: 'afspraken', id: afspraak.id },
  }
}

function kiesMoment(o: Omgeving, organisatie: string, order: Order, bericht: Bericht) {
  const [van, tot] = [
    bericht['bloktijdBegin'] ?? bericht['begindatum'],
    bericht['bloktijdEind'] ?? bericht['einddatum'],
  ]
  const [begin, eind] = [new Date(String(van)), new Date(String(tot))]
  if (Number.isNaN(begin.getTime()) || Number.isNaN(eind.getTime()))
    throw ongeldig('begindatum of einddatum ontbreekt.')
  const specialisme = order.onderhoudstaken[0]?.specialisme.code ?? 'LOA'
  const optieId = extraIn(bericht, 'afspraakOptie')
  const vakman = vrijeVakman(agendaVan(o, organisatie), { begin, specialisme, optieId })
  if (!vakman) throw new Fout(409, 'BEZET', 'Dit moment is niet meer vrij.')
  return { vakman, begin, eind }
}

const kort = ({ id, onderwerp, status, begindatum, einddatum, bloktijdBegin, bloktijdEind }: Afspraak) => ({
  id,
  onderwerp,
  status,
  begindatum,
  einddatum,
  bloktijdBegin,
  bloktijdEind,
})

export function wijzigAfspraak(o: Omgeving, organisatie: string, afspraak: Afspraak, bericht: Bericht): Gevolg {
  const order = o.opslag.get(organisatie, 'onderhoudsorders', String(afspraak.onderhoudsorder.id))
  if (!order) throw onbekend(`Order ${afspraak.onderhoudsorder.id}`)
  if (afspraak.status.code === 'AFG') throw new Fout(400, 'AL_GEWEEST', 'Deze afspraak is al geweest.')
  const verloop: Record<string, Verloop | null> = { [order.id]: null }
  if (codeIn(bericht, 'status') === 'ANN') {
    const af: Afspraak = { ...afspraak, status: { code: 'ANN' } }
    return {
      objecten: [
        { soort: 'afspraken', object: af },
        bijgewerkt(order, af, 'GUN', 'CON'),
        ...inOpzegging(o, organisatie, af),
      ],
      verloop,
    }
  }
  const { vakman, begin, eind } = kiesMoment(o, organisatie, order, bericht)
  const verzet: Afspraak = {
    ...afspraak,
    status: { code: 'GEP' },
    ...tijden(begin, eind),
    relaties: [relatieVan(vakman)],
  }
  verloop[order.id] = verloopNaBoeken(o, begin)
  return {
    objecten: [
      { soort: 'afspraken', object: verzet },
      bijgewerkt(order, verzet, 'PLN', 'GEP'),
      ...inOpzegging(o, organisatie, verzet),
    ],
    verloop,
  }
}

/** The appointment of an inspection stands in the huuropzegging too. */
function inOpzegging(o: Omgeving, organisatie: string, afspraak: Afspraak): Gevolg['objecten'] {
  return o.opslag
    .zoek(organisatie, 'huuropzeggingen', {})
    .filter(({ inspectieafspraken }) => inspectieafspraken.some(({ id }) => id === afspraak.id))
    .map((opzegging) => ({
      soort: 'huuropzeggingen',
      object: {
        ...opzegging,
        inspectieafspraken: opzegging.inspectieafspraken.map((each) =>
          each.id === afspraak.id ? { ...each, ...kort(afspraak) } : each,
        ),
      },
    }))
}

function bijgewerkt(order: Order, afspraak: Afspraak, status: string, taakstatus: string) {
  const object: Order = {
    ...order,
    status: { code: status },
    afspraken: order.afspraken.map((each) => (each.id === afspraak.id ? kort(afspraak) : each)),
    onderhoudstaken: order.onderhoudstaken.map((taak) => ({ ...taak, status: { code: taakstatus } })),
    relaties: afspraak.relaties,
  }
  return { soort: 'onderhoudsorders', object } as const
}
