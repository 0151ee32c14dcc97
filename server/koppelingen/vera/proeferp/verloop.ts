import { tijdstip } from './agenda.ts'
import { Fout } from './fout.ts'
import { kostenVan, rapportVan } from './inspectie.ts'
import type { Omgeving } from './omgeving.ts'
import type { Mutatie, Verloop } from './opslag.ts'
import type { Order, Verzoek } from './vormen.ts'

export const stappen = [
  'onderweg',
  'uitvoering',
  'niet-thuis',
  'materiaal',
  'gereed',
  'afgehandeld',
  'geannuleerd',
] as const
export type Stap = (typeof stappen)[number]

/** What an order, its work and its request look like after a step; `afspraak` when the appointment is over. */
const beelden: Record<
  Stap,
  { order: string; taak: string; detail?: string; verzoek: string; afspraak?: 'AFG' | 'ANN'; verder?: [Stap, number] }
> = {
  onderweg: { order: 'INB', taak: 'REI', verzoek: 'INB', verder: ['uitvoering', 30] },
  uitvoering: { order: 'INB', taak: 'UIT', verzoek: 'INB', verder: ['gereed', 60] },
  'niet-thuis': { order: 'GUN', taak: 'OND', detail: 'AFW', verzoek: 'INB', afspraak: 'AFG' },
  materiaal: { order: 'GUN', taak: 'OND', detail: 'MAT', verzoek: 'INB', afspraak: 'AFG' },
  gereed: { order: 'TEC', taak: 'GER', verzoek: 'TEC', afspraak: 'AFG', verder: ['afgehandeld', 24 * 60] },
  afgehandeld: { order: 'AFG', taak: 'GES', verzoek: 'AFG' },
  geannuleerd: { order: 'GEA', taak: 'GES', verzoek: 'GEA', afspraak: 'ANN' },
}

/** The craftsman sets out half an hour before the appointment; the time until then passes `factor` times as fast. */
export function verloopNaBoeken({ nu, factor }: Omgeving, begin: Date): Verloop {
  const wachten = Math.max(0, begin.getTime() - 30 * 60_000 - nu().getTime())
  return { stap: 'onderweg', op: nu().getTime() + wachten / factor }
}

/** Brings an order to a step, with everything that comes with it. */
export function stapNaar(
  o: Omgeving,
  organisatie: string,
  order: Order,
  stap: Stap,
): Pick<Mutatie, 'objecten' | 'verloop'> {
  if (['AFG', 'GEA'].includes(order.status.code)) throw new Fout(400, 'AL_AFGEHANDELD', 'Deze order is al afgehandeld.')
  const beeld = beelden[stap]
  const nu = o.nu()
  const nieuw: Order = {
    ...order,
    status: { code: beeld.order },
    ...(stap === 'gereed' && { technischGereeddatum: tijdstip(nu) }),
    onderhoudstaken: order.onderhoudstaken.map(({ detailStatus: _, ...taak }) => ({
      ...taak,
      status: { code: beeld.taak },
      ...(beeld.detail && { detailStatus: { code: beeld.detail } }),
    })),
    afspraken: order.afspraken.map((each) =>
      beeld.afspraak && each.status.code === 'GEP' ? { ...each, status: { code: beeld.afspraak } } : each,
    ),
  }
  const objecten: Mutatie['objecten'] = [{ soort: 'onderhoudsorders', object: nieuw }]
  for (const { id } of order.afspraken) {
    const afspraak = o.opslag.get(organisatie, 'afspraken', String(id))
    if (beeld.afspraak && afspraak?.status.code === 'GEP')
      objecten.push({ soort: 'afspraken', object: { ...afspraak, status: { code: beeld.afspraak } } })
  }
  for (const { id } of order.onderhoudsverzoeken) {
    const verzoek = o.opslag.get(organisatie, 'onderhoudsverzoeken', String(id))
    if (verzoek && order.onderhoudSoort.code !== 'INS')
      objecten.push({ soort: 'onderhoudsverzoeken', object: metStatus(verzoek, beeld.verzoek) })
  }
  if (stap === 'gereed' && order.onderhoudSoort.code === 'INS') objecten.push(...naInspectie(o, organisatie, nieuw))
  const verder = beeld.verder && { stap: beeld.verder[0], op: nu.getTime() + (beeld.verder[1] * 60_000) / o.factor }
  return { objecten, verloop: { [order.id]: verder ?? null } }
}

const metStatus = (verzoek: Verzoek, code: string): Verzoek => ({ ...verzoek, status: { code } })

/** An inspection ends in a report; after the last one the costs of repair are booked. */
function naInspectie(o: Omgeving, organisatie: string, order: Order): Mutatie['objecten'] {
  const verzoekId = String(order.onderhoudsverzoeken[0]?.id)
  const opzegging = o.opslag
    .zoek(organisatie, 'huuropzeggingen', {})
    .find(({ onderhoudsverzoek }) => onderhoudsverzoek.id === verzoekId)
  const eenheidCode = o.opslag.get(organisatie, 'onderhoudsverzoeken', verzoekId)?.eenheid?.code
  const rapport = rapportVan(o, order, eenheidCode)
  const objecten: Mutatie['objecten'] = [{ soort: 'inspectierapporten', object: rapport }]
  if (!opzegging) return objecten
  objecten.push({
    soort: 'huuropzeggingen',
    object: {
      ...opzegging,
      inspectieafspraken: opzegging.inspectieafspraken.map((each) =>
        order.afspraken.some(({ id }) => id === each.id) ? { ...each, status: { code: 'AFG' } } : each,
      ),
    },
  })
  if (rapport.soort.code === 'EIN')
    for (const boeking of kostenVan(o, rapport, String(opzegging.huurovereenkomst.code)))
      objecten.push({ soort: 'boekingen', object: boeking })
  return objecten
}

/** Everything whose time has come. Called before each answer and by a timer, so that nothing waits for a look. */
export function loopBij(o: Omgeving): void {
  const nu = o.nu().getTime()
  for (const { organisatie, orderId, stap, op } of o.opslag.verlopen()) {
    if (op > nu) continue
    const order = o.opslag.get(organisatie, 'onderhoudsorders', orderId)
    const [naar] = stappen.filter((each) => each === stap)
    if (!order || !naar) continue
    void o.opslag.schrijf({
      organisatie,
      door: 'verloop',
      handeling: `order ${naar}`,
      ...stapNaar(o, organisatie, order, naar),
    })
  }
}
