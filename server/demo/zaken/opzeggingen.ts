import type { Klok } from './klok.ts'
import type { Huurder, Mensen } from './mensen.ts'
import type { Stap, Zaakverhaal } from './verhaal.ts'

/** Ends of tenancies: one up to the final settlement, the others on their way. */
export function maakOpzeggingen(klok: Klok, mensen: Mensen): Zaakverhaal[] {
  const { huurders, paren, van } = mensen
  const opgezegd = (
    klant: Huurder | undefined,
    terug: number,
    gewensteDatum: string,
    rest: Partial<Zaakverhaal> = {},
  ): Zaakverhaal[] =>
    klant
      ? [
          {
            proces: 'huur-beeindigen',
            klant,
            begin: klok.werkdag(terug, '13:15'),
            kanaal: 'telefoon',
            door: van('kcc', terug),
            vraag: 'Ik wil de huur opzeggen. Ik heb een huis gekocht.',
            onderwerp: 'Huur opzeggen',
            antwoorden: {
              reden: 'KOO',
              gewensteDatum,
              telefoon: '06 12345678',
              iban,
              zav: false,
              overname: false,
              tekenwijze: 'hier',
              handtekening: { wijze: 'getypt', naam: klant.naam },
              medehuurder: false,
            },
            stappen: [],
            ...rest,
          },
        ]
      : []

  const [vertrokken, vertrekt, nieuw] = [huurders[55], huurders[56], huurders[57]]
  return [
    ...(vertrokken ? opgezegd(vertrokken, 74, klok.dag(40), totAfrekening(klok, mensen, vertrokken, 74, 40)) : []),
    ...(vertrekt ? opgezegd(vertrekt, 14, klok.dag(-18), totVoorinspectie(klok, mensen, vertrekt, 14, -18)) : []),
    // The other tenant has to agree; she has not answered yet.
    ...opgezegd(paren[0], 4, klok.dag(-25)),
    // The worker asks the ERP of now for moments: the inspections are to be planned.
    ...opgezegd(nieuw, 1, klok.dag(-30)),
  ]
}

const iban = 'NL91ABNA0417164300'
const uitvoer = (gegevens: unknown) => ({ uitvoer: { gegevens } })

/** How the ERP of then answered. */
function vanErp(klok: Klok, { huurCent, overeenkomst }: Huurder, { voor, eind }: { voor: number; eind: number }) {
  const moment = (id: string, terug: number) => ({
    id,
    begin: klok.werkdag(terug, '08:00'),
    eind: klok.werkdag(terug, '10:00'),
    score: 90,
  })
  const contract = uitvoer({
    nummer: overeenkomst,
    brutohuurCent: huurCent,
    waarborgsomCent: huurCent,
    betaalwijzen: [{ soort: 'INC', iban }],
  })
  return {
    contractLezen: contract,
    contractEind: contract,
    registreren: uitvoer({ id: `demo-h${overeenkomst}`, verzoekId: `demo-v${overeenkomst}` }),
    goedkeuren: uitvoer({ id: `demo-h${overeenkomst}`, status: 'GOE' }),
    voorMomenten: { uitvoer: { opties: [moment('voor', voor)] } },
    eindMomenten: { uitvoer: { opties: [moment('eind', eind)] } },
    planVoor: uitvoer(moment('demo-voor', voor)),
    planEind: uitvoer(moment('demo-eind', eind)),
    kostenBoeken: uitvoer({ id: 'demo-b0' }),
    boekingenLezen: uitvoer([
      {
        soort: 'VOR',
        detailsoort: 'PRO',
        omschrijving: 'Huur',
        boekdatum: `${klok.dag(eind).slice(0, 8)}01`,
        bedragCent: huurCent,
        saldoCent: 0,
      },
    ]),
    borgBoeken: uitvoer({ id: 'demo-b1' }),
    eindBoeken: uitvoer({ id: 'demo-b2' }),
  }
}

const gereed: Stap = {
  bericht: 'order-gewijzigd',
  gegevens: { order: { id: 'demo-inspectie', status: 'TEC', taakstatus: null, onderbrokenOm: null } },
}
const rapport = (soort: 'VOO' | 'EIN') => ({ soort, status: 'DEF', herstelpunten: [] })
const kies: Stap = { stap: 'kiezen', antwoorden: { momentVoor: 'voor', momentEind: 'eind' } }

function totVoorinspectie(
  klok: Klok,
  { van }: Mensen,
  wie: Huurder,
  terug: number,
  eind: number,
): Partial<Zaakverhaal> {
  const voor = terug - 4
  return {
    acties: vanErp(klok, wie, { voor, eind }),
    stappen: [
      { ...kies, door: van('kcc', terug) },
      { tot: klok.werkdag(voor, '10:30') },
      gereed,
      { actie: 'stand', uitvoer: { gegevens: [rapport('VOO')] } },
    ],
  }
}

function totAfrekening(klok: Klok, mensen: Mensen, wie: Huurder, terug: number, eind: number): Partial<Zaakverhaal> {
  const { van } = mensen
  const { acties = {}, stappen = [] } = totVoorinspectie(klok, mensen, wie, terug, eind)
  return {
    acties,
    stappen: [
      ...stappen,
      { stap: 'herstelpunten', antwoorden: {}, door: van('planning', 1) },
      { tot: klok.werkdag(eind, '11:00') },
      gereed,
      { actie: 'stand', uitvoer: { gegevens: [rapport('VOO'), rapport('EIN')] } },
      {
        stap: 'oplevering',
        antwoorden: {
          opleverDatum: klok.dag(eind),
          leeg: true,
          sleutelsAantal: 3,
          sleutelsCompleet: true,
          meterElektra: 12_345,
          meterGas: 8_210,
          meterWater: 640,
        },
        door: van('planning', 1),
      },
      { tot: klok.werkdag(eind - 5, '10:00') },
      { stap: 'uitbetalen', antwoorden: { betaaldOp: klok.dag(eind - 5) }, door: van('incasso') },
      { tot: klok.werkdag(eind - 7, '19:00') },
      { enquete: { score: 8, opgelost: true, opmerking: 'Duidelijk en vlot geregeld.' } },
    ],
  }
}
