import type { Klok } from './klok.ts'
import type { Huurder, Mensen } from './mensen.ts'
import type { Enquete, Stap, Zaakverhaal } from './verhaal.ts'

type Defect = { ruimte: string; element: string; defect: string; zin: string; vraag: string; extra?: object }
type Kop = { klant: Huurder; terug: number; uur?: string; kanaal?: string; beurt?: number; collectief?: true }

const nieuwInErp = { historie: { uitvoer: { gegevens: { verzoeken: [], onderdelen: [], prijscomponenten: [] } } } }

const ketel = { ruimte: 'TRI', element: 'KET', defect: 'STO' }
const defecten = {
  ketel: {
    ...ketel,
    zin: 'Geen verwarming en geen warm water',
    vraag: 'De ketel geeft foutcode F28 en gaat steeds uit.',
  },
  kozijn: {
    ruimte: 'WOO',
    element: 'KOZ',
    defect: 'LEK',
    zin: 'Het kozijn in de woonkamer lekt bij regen',
    vraag: 'Bij harde regen staat er water op de vensterbank.',
  },
  deur: {
    ruimte: 'HAL',
    element: 'DEU',
    defect: 'SLU',
    zin: 'De voordeur gaat niet meer op slot',
    vraag: 'De sleutel draait door. Ik durf niet weg te gaan.',
  },
  stroom: {
    ruimte: 'KEU',
    element: 'ELE',
    defect: 'STO',
    zin: 'De groep van de keuken valt steeds uit',
    vraag: 'Ook met alle stekkers eruit slaat de groep uit.',
  },
  toilet: {
    ruimte: 'TOI',
    element: 'CLO',
    defect: 'LOO',
    zin: 'Het toilet blijft doorlopen',
    vraag: 'De stortbak loopt de hele nacht door.',
  },
  radiator: {
    ruimte: 'SLA',
    element: 'VEO',
    defect: 'LEK',
    zin: 'De radiator in de slaapkamer lekt',
    vraag: 'Er staat een bakje onder, dat is elke dag vol.',
  },
  goot: {
    ruimte: 'DAK',
    element: 'GOO',
    defect: 'VOL',
    zin: 'De dakgoot loopt over',
    vraag: 'Het water loopt langs de muur naar beneden.',
  },
  schimmel: {
    ruimte: 'SLA',
    element: 'WAN',
    defect: 'SCH',
    zin: 'Schimmel op de buitenmuur van de slaapkamer',
    vraag: 'Ik maak het schoon maar het komt steeds terug.',
  },
  ventilatie: {
    ruimte: 'BAD',
    element: 'VRO',
    defect: 'ONA',
    zin: 'De afzuiging in de badkamer doet niets',
    vraag: 'De spiegel blijft de hele ochtend beslagen.',
  },
  ruit: {
    ruimte: 'WOO',
    element: 'RAA',
    defect: 'GLA',
    zin: 'De ruit van de woonkamer is gebroken',
    vraag: 'Mijn zoon heeft er een bal door geschoten.',
    extra: { oorzaak: 'BEW', huurderAansprakelijk: true },
  },
  kraan: {
    ruimte: 'KEU',
    element: 'WAT',
    defect: 'DRP',
    zin: 'De keukenkraan druppelt',
    vraag: 'Hij druppelt dag en nacht.',
  },
  scharnier: {
    ruimte: 'KEU',
    element: 'DEU',
    defect: 'LOS',
    zin: 'De binnendeur hangt los',
    vraag: 'Er is een schroef uit het scharnier.',
  },
  lift: {
    ruimte: 'LIF',
    element: 'LIF',
    defect: 'STA',
    zin: 'De lift staat stil',
    vraag: 'De lift doet niets. Ik woon op vier hoog en loop slecht.',
    extra: { collectief: true },
  },
} satisfies Record<string, Defect>

/** Repairs in every stage; the ones that are booked go on in the ERP of the demo. */
export function maakReparaties(klok: Klok, { huurders, buren, van }: Mensen): Zaakverhaal[] {
  const wie = (nummer: number) => huurders[nummer] ?? buren[0]
  const verhalen: (Zaakverhaal | undefined)[] = []
  const melding = (
    kop: Omit<Kop, 'klant'> & { klant: Huurder | undefined },
    wat: Defect,
    rest: Partial<Zaakverhaal>,
  ) => {
    const { klant, terug, uur = '10:20', kanaal = 'telefoon', beurt = terug } = kop
    if (!klant) return
    const { ruimte, element, defect, zin, vraag, extra } = wat
    verhalen.push({
      proces: 'reparatieverzoek',
      klant,
      begin: klok.werkdag(terug, uur),
      kanaal,
      door: van('kcc', beurt),
      vraag,
      onderwerp: zin,
      antwoorden: { gevaar: 'geen', ruimte, element, defect, omschrijving: zin, toelichting: vraag, ...extra },
      acties: nieuwInErp,
      stappen: [],
      ...rest,
    })
  }
  const hersteld = (nummer: number, terug: number, na: number, wat: Defect, enquete?: Enquete['enquete'], keren = 1) =>
    melding({ klant: wie(nummer), terug }, wat, loopAf(klok, van('kcc', terug), { nummer, terug, na, keren, enquete }))

  hersteld(0, 58, 3, defecten.kozijn, { score: 8, opgelost: true, opmerking: 'Netjes gewerkt en opgeruimd.' })
  hersteld(1, 51, 1, defecten.ketel, { score: 9, opgelost: true, opmerking: 'De volgende ochtend al warm. Top.' })
  hersteld(2, 44, 6, defecten.goot, { score: 6, opgelost: true, opmerking: 'Het duurde wel lang voor er iemand kwam.' })
  hersteld(3, 40, 2, defecten.deur, { score: 10, opgelost: true, opmerking: '' })
  hersteld(
    4,
    36,
    4,
    defecten.toilet,
    { score: 3, opgelost: true, opmerking: 'De monteur was een uur te laat en belde niet.' },
    2,
  )
  hersteld(5, 31, 2, defecten.stroom, { score: 8, opgelost: true, opmerking: '' })
  hersteld(6, 27, 1, defecten.ketel, { score: 7, opgelost: true, opmerking: 'Prima, maar graag eerder een sms.' })
  hersteld(7, 22, 5, defecten.radiator, { score: 9, opgelost: true, opmerking: 'Vriendelijke vakman.' })
  hersteld(8, 17, 3, defecten.ventilatie)
  hersteld(9, 12, 2, defecten.deur, { score: 8, opgelost: true, opmerking: 'Snel geholpen aan de telefoon.' })
  hersteld(10, 6, 3, defecten.kozijn)
  melding({ klant: wie(11), terug: 34 }, defecten.kraan, {})
  melding({ klant: wie(12), terug: 15 }, defecten.scharnier, {})
  melding({ klant: wie(13), terug: 20 }, defecten.ventilatie, {
    acties: { ...nieuwInErp, ...geboekt(klok, 13, 16), annuleren: { uitvoer: { gegevens: {} } } },
    stappen: [
      { stap: 'kiezen', antwoorden: { momentId: 'o13' }, door: van('kcc', 20) },
      { tot: klok.werkdag(18, '15:30') },
      { bericht: 'ingetrokken', gegevens: {}, door: van('kcc', 1) },
    ],
  })
  // In writing, weeks ago, and nobody came: the term of the Huurcommissie runs.
  melding({ klant: wie(14), terug: 25, kanaal: 'brief' }, defecten.schimmel, {
    acties: { ...nieuwInErp, ...geboekt(klok, 14, 8) },
    stappen: [{ stap: 'kiezen', antwoorden: { momentId: 'o14' }, door: van('kcc', 25) }],
  })
  melding({ klant: wie(15), terug: 2, uur: '15:40' }, defecten.ruit, {})
  melding({ klant: wie(16), terug: 3 }, defecten.radiator, {
    inErp: { defect: 'LEK', locatie: 'SLA', element: 'VEO' },
    stappen: [{ stap: 'kiezen', antwoorden: { momentId: 'erp' }, door: van('kcc', 3) }],
  })
  melding({ klant: wie(17), terug: 2 }, defecten.stroom, {
    inErp: { defect: 'STO', locatie: 'KEU', element: 'ELE' },
    stappen: [{ stap: 'kiezen', antwoorden: { momentId: 'erp' }, door: van('kcc', 2) }],
  })
  // The worker asks the ERP for moments after the load: the choice is for whoever opens the case.
  melding({ klant: wie(18), terug: 1, uur: '09:10', kanaal: 'email' }, defecten.toilet, {})
  // None of the moments suits: for the planner.
  melding({ klant: wie(19), terug: 2, uur: '11:05' }, defecten.deur, {
    acties: { ...nieuwInErp, ...geboekt(klok, 19, -2) },
    stappen: [
      { stap: 'kiezen', antwoorden: { momentId: 'geen' }, door: van('kcc', 2) },
      { oppakken: van('planning', 0) },
    ],
  })
  for (const [plaats, buur] of buren.slice(0, 4).entries()) {
    const koppelen: Stap[] = [{ stap: 'koppelvraag', antwoorden: { koppelen: true }, door: van('kcc', plaats) }]
    melding({ klant: buur, terug: 1, uur: `1${plaats}:${plaats}5`, beurt: plaats }, defecten.lift, {
      stappen: plaats === 0 ? [] : koppelen,
    })
  }
  return verhalen.flatMap((verhaal) => verhaal ?? [])
}

/** How the ERP of then answered: a moment at eight o'clock so many working days ago. */
function geboekt(klok: Klok, nummer: number, slot: number) {
  const moment = { begin: klok.werkdag(slot, '08:00'), eind: klok.werkdag(slot, '10:00') }
  return {
    melden: { uitvoer: { gegevens: { id: `demo-${nummer}`, nummer: `OV${26_000 + nummer}` } } },
    opties: { uitvoer: { opties: [{ id: `o${nummer}`, ...moment, score: 90, label: '' }] } },
    boeken: { uitvoer: { afspraak: { id: `demo-a${nummer}`, status: 'GEP', ...moment } } },
  }
}

/** The craftsman came, once or again, and it was done. */
function loopAf(
  klok: Klok,
  door: Stap['door'],
  {
    nummer,
    terug,
    na,
    keren,
    enquete,
  }: { nummer: number; terug: number; na: number; keren: number; enquete: Enquete['enquete'] | undefined },
): Partial<Zaakverhaal> {
  const slot = terug - na
  const order = (taakstatus: string, status = 'INB', onderbrokenOm: string | null = null): Stap => ({
    bericht: 'order-gewijzigd',
    gegevens: { order: { id: `demo-r${nummer}`, status, taakstatus, onderbrokenOm } },
  })
  const kies: Stap = { stap: 'kiezen', antwoorden: { momentId: `o${nummer}` }, ...(door && { door }) }
  const eerst: Stap[] = keren > 1 ? [{ tot: klok.werkdag(slot + 1, '09:50') }, order('OND', 'INB', 'AFW'), kies] : []
  return {
    acties: { ...nieuwInErp, ...geboekt(klok, nummer, slot) },
    stappen: [
      kies,
      ...eerst,
      { tot: klok.werkdag(slot, '08:05') },
      order('REI'),
      { tot: klok.werkdag(slot, '09:35') },
      order('GER', 'TEC'),
      ...(enquete ? [{ tot: klok.werkdag(slot - 1, '19:45') }, { enquete }] : []),
    ],
  }
}
