import type { Klok } from './klok.ts'
import type { Huurder, Mensen } from './mensen.ts'
import type { Stap, Zaakverhaal } from './verhaal.ts'

type Vraag = { onderwerp: string; zin: string; vraag: string; kwetsbaar?: true }

/** Questions and remarks: most are answered, some wait for the team, one for the klant. */
export function maakVragen(klok: Klok, { huurders, van }: Mensen): Zaakverhaal[] {
  const verhalen: Zaakverhaal[] = []
  const gesteld = (nummer: number, terug: number, uur: string, wat: Vraag, stappen: Stap[] = []) => {
    const klant: Huurder | undefined = huurders[30 + nummer]
    if (!klant) return
    verhalen.push({
      proces: 'service-en-contact',
      klant,
      begin: klok.werkdag(terug, uur),
      kanaal: nummer % 3 === 0 ? 'email' : 'telefoon',
      door: van('kcc', nummer),
      vraag: wat.vraag,
      onderwerp: wat.zin,
      antwoorden: {
        onderwerp: wat.onderwerp,
        onderwerpTekst: wat.zin,
        vraag: wat.vraag,
        kwetsbaar: wat.kwetsbaar ?? false,
      },
      stappen,
    })
  }
  const beantwoord = (terug: number, team: string, antwoord: string): Stap[] => [
    { tot: klok.werkdag(terug, '14:20') },
    { stap: 'beantwoorden', antwoorden: { uitkomstKeuze: 'beantwoord', antwoord }, door: van(team) },
  ]

  gesteld(
    0,
    48,
    '09:35',
    {
      onderwerp: 'huurverhoging',
      zin: 'Waarom is mijn huur verhoogd?',
      vraag: 'Mijn buren betalen minder voor dezelfde woning.',
    },
    beantwoord(45, 'incasso', 'De verhoging volgt de afspraak met de huurdersraad. De berekening staat in de bijlage.'),
  )
  gesteld(
    1,
    39,
    '11:15',
    { onderwerp: 'servicekosten', zin: 'Waar betaal ik servicekosten voor?', vraag: 'Ik wil een overzicht per post.' },
    beantwoord(34, 'incasso', 'U betaalt voor de schoonmaak van het trappenhuis en voor de verlichting ervan.'),
  )
  gesteld(
    2,
    30,
    '13:40',
    {
      onderwerp: 'verhuurdersverklaring',
      zin: 'Verhuurdersverklaring nodig',
      vraag: 'Mijn nieuwe verhuurder vraagt erom.',
    },
    beantwoord(28, 'verhuur', 'De verklaring is gemaakt en ligt in uw mijn-omgeving.'),
  )
  gesteld(
    3,
    24,
    '10:05',
    {
      onderwerp: 'naamplaatje',
      zin: 'Nieuw naamplaatje bij de bel',
      vraag: 'Er staat nog de naam van de vorige huurder.',
    },
    beantwoord(20, 'planning', 'Het naamplaatje is vervangen.'),
  )
  gesteld(
    4,
    18,
    '15:20',
    {
      onderwerp: 'buurt',
      zin: 'Grofvuil bij de containers',
      vraag: 'Er staat al een week een bank naast de container.',
    },
    beantwoord(16, 'leefbaarheid', 'De gemeente heeft het grofvuil opgehaald. Er komt een bord bij de container.'),
  )
  gesteld(
    5,
    9,
    '09:50',
    {
      onderwerp: 'compliment',
      zin: 'Compliment voor de huismeester',
      vraag: 'Hij hielp mijn moeder met haar boodschappen.',
    },
    beantwoord(8, 'kcc', 'Wat fijn om te horen. Wij hebben het aan hem doorgegeven.'),
  )
  // Not answered in time: on the list of promises that were not kept.
  gesteld(6, 14, '10:30', {
    onderwerp: 'servicekosten',
    zin: 'Afrekening servicekosten klopt niet',
    vraag: 'Er staat een post op voor een lift, en die is er niet.',
  })
  gesteld(
    7,
    5,
    '14:10',
    { onderwerp: 'sleutels', zin: 'Extra sleutel voor de berging', vraag: 'Ik wil graag een tweede sleutel.' },
    [
      { tot: klok.werkdag(4, '09:30') },
      {
        stap: 'beantwoorden',
        antwoorden: {
          uitkomstKeuze: 'aanvulling',
          nodig: 'Om welke berging gaat het? Stuur ons het nummer op de deur.',
        },
        door: van('planning'),
      },
    ],
  )
  gesteld(8, 1, '16:05', {
    onderwerp: 'verhuizing',
    zin: 'Verhuizing van mijn zoon doorgeven',
    vraag: 'Mijn zoon woont sinds deze maand niet meer thuis.',
  })
  gesteld(9, 1, '11:25', {
    onderwerp: 'huurverhoging',
    zin: 'Hulp bij het bezwaar tegen de huurverhoging',
    vraag: 'Mevrouw leest slecht en wil dat iemand haar belt.',
    kwetsbaar: true,
  })
  gesteld(
    10,
    10,
    '10:45',
    { onderwerp: 'anders', zin: 'Er zit een vochtplek in de berging', vraag: 'De plek wordt groter.' },
    [
      { tot: klok.werkdag(10, '13:00') },
      {
        stap: 'beantwoorden',
        antwoorden: { uitkomstKeuze: 'ander-proces', anderProces: 'reparatieverzoek' },
        door: van('kcc', 10),
      },
    ],
  )
  return verhalen
}
