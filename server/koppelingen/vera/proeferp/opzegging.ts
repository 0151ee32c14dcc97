import { contractVan } from './contract.ts'
import { codeIn, dagIn, Fout, onbekend, ongeldig } from './fout.ts'
import type { Omgeving } from './omgeving.ts'
import { type Bericht, nieuweOrder, planIn } from './onderhoud.ts'
import type { Mutatie } from './opslag.ts'
import type { Inspectieafspraak, Opzegging, Order, Overeenkomst, Verzoek } from './vormen.ts'

type Gevolg = Pick<Mutatie, 'objecten' | 'verloop'> & { gemaakt?: { soort: 'huuropzeggingen'; id: string } }

/** Notice: the contract becomes "voorlopig opgezegd", and the work before re-letting gets a request of its own. */
export async function maakOpzegging(o: Omgeving, organisatie: string, bericht: Bericht): Promise<() => Gevolg> {
  const nummer = codeIn(bericht, 'huurovereenkomst')
  const contract = nummer ? await contractVan(o, organisatie, nummer) : undefined
  if (!nummer || !contract) throw onbekend(`Overeenkomst ${nummer ?? ''}`)
  const [begindatum, opzegdatum] = [dagIn(bericht, 'begindatum'), dagIn(bericht, 'opzegdatum')]
  if (opzegdatum < begindatum) throw ongeldig('opzegdatum ligt voor begindatum.')
  return () => {
    const eerder = o.opslag.zoek(organisatie, 'huuropzeggingen', { 'huurovereenkomst.code': nummer })
    if (eerder.some(({ status }) => !['AFG', 'GEA'].includes(status.code)))
      throw new Fout(400, 'AL_OPGEZEGD', `Overeenkomst ${nummer} is al opgezegd.`)
    const id = o.opslag.nieuwId()
    const verzoek = mutatieverzoek(o, contract)
    const opzegging: Opzegging = {
      ...(bericht as Partial<Opzegging>),
      id,
      code: `HZ-${id}`,
      status: { code: 'AAN' },
      begindatum,
      opzegdatum,
      huurovereenkomst: { id: contract.id, code: nummer },
      inspectieafspraken: [],
      onderhoudsverzoek: { id: verzoek.id, code: String(verzoek.code) },
    }
    return {
      objecten: [
        { soort: 'onderhoudsverzoeken', object: verzoek },
        { soort: 'huuropzeggingen', object: opzegging },
        { soort: 'overeenkomsten', object: opgezegd(contract, opzegging) },
      ],
      gemaakt: { soort: 'huuropzeggingen', id },
    }
  }
}

function mutatieverzoek(o: Omgeving, contract: Overeenkomst): Verzoek {
  const id = o.opslag.nieuwId()
  const nu = o.nu().toISOString()
  return {
    id,
    code: `OV-${nu.slice(0, 4)}-${id}`,
    omschrijving: `Mutatie ${contract.code}`,
    onderhoudSoort: { code: 'MUT' },
    status: { code: 'REG' },
    melddatum: nu,
    ...(contract.eenheden[0] && { eenheid: { code: String(contract.eenheden[0].code) } }),
    onderhoudsorders: [],
  }
}

/** VOP while it waits, OPG when it is accepted, running again when it is refused or withdrawn. */
function opgezegd(contract: Overeenkomst, { status, begindatum, opzegdatum }: Opzegging): Overeenkomst {
  const { opzegdatum: _o, einddatum: _e, voorlopigeEinddatum: _v, ...rest } = contract
  if (['AFG', 'GEA'].includes(status.code)) return { ...rest, status: { code: 'LOP' } }
  const vast = status.code === 'GOE'
  return {
    ...rest,
    status: { code: vast ? 'OPG' : 'VOP' },
    opzegdatum: begindatum,
    ...(vast ? { einddatum: opzegdatum } : { voorlopigeEinddatum: opzegdatum }),
  }
}

export async function wijzigOpzegging(
  o: Omgeving,
  organisatie: string,
  id: string,
  bericht: Bericht,
): Promise<() => Gevolg> {
  const nummer = String(o.opslag.get(organisatie, 'huuropzeggingen', id)?.huurovereenkomst.code)
  const contract = await contractVan(o, organisatie, nummer)
  if (!contract) throw onbekend(`Overeenkomst ${nummer}`)
  return () => {
    const nu = o.opslag.get(organisatie, 'huuropzeggingen', id)
    if (!nu) throw onbekend(`Huuropzegging ${id}`)
    if (bericht['opzegdatum'] !== undefined) dagIn(bericht, 'opzegdatum')
    const { inspectieafspraken, huurovereenkomst: _h, onderhoudsverzoek: _v, ...velden } = bericht as Partial<Opzegging>
    const nieuw: Opzegging = { ...nu, ...velden, id }
    const gevolg: Gevolg = { objecten: [], verloop: {} }
    for (const gevraagd of inspectieafspraken ?? [])
      if (!gevraagd.id) planInspectie(o, organisatie, nieuw, gevraagd, gevolg)
    gevolg.objecten.push(
      { soort: 'huuropzeggingen', object: nieuw },
      { soort: 'overeenkomsten', object: opgezegd(contract, nieuw) },
    )
    return gevolg
  }
}

/** An inspection without an id is new: it gets an order of kind INS, and a place in the agenda of an inspector. */
function planInspectie(
  o: Omgeving,
  organisatie: string,
  opzegging: Opzegging,
  gevraagd: Inspectieafspraak,
  gevolg: Gevolg,
) {
  const verzoekId = String(opzegging.onderhoudsverzoek.id)
  const uitGevolg = gevolg.objecten.find(({ object }) => object.id === verzoekId)?.object as Verzoek | undefined
  const verzoek = uitGevolg ?? o.opslag.get(organisatie, 'onderhoudsverzoeken', verzoekId)
  if (!verzoek) throw onbekend(`Onderhoudsverzoek ${verzoekId}`)
  const onderwerp = gevraagd.onderwerp ?? 'Voorinspectie'
  const order: Order = nieuweOrder(o, {
    verzoekId,
    omschrijving: onderwerp,
    soort: 'INS',
    detailsoort: /eind/i.test(onderwerp) ? 'EIN' : 'VOO',
    specialisme: 'INS',
  })
  const { afspraak, objecten, verloop } = planIn(o, organisatie, {
    order,
    verzoek,
    bericht: { ...gevraagd },
    onderwerp,
  })
  gevolg.objecten.push(...objecten, {
    soort: 'onderhoudsverzoeken',
    object: { ...verzoek, onderhoudsorders: [...verzoek.onderhoudsorders, { id: order.id, code: String(order.code) }] },
  })
  gevolg.verloop = { ...gevolg.verloop, ...verloop }
  // Who comes has no name in Verhuren; the appointment itself, in Onderhoud, has.
  const relaties = afspraak.relaties.map(({ roepnaam: _r, tussenvoegsels: _t, achternaam: _a, ...wie }) => wie)
  const { onderhoudsorder: _o, onderhoudsverzoek: _v, ...kaal } = { ...afspraak, relaties }
  opzegging.inspectieafspraken = [...opzegging.inspectieafspraken, kaal]
}
