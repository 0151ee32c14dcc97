import type { Klok } from './klok.ts'
import type { Huurder, Mensen } from './mensen.ts'
import type { Stap, Zaakverhaal } from './verhaal.ts'

type Klacht = {
  onderwerp: string
  zin: string
  verhaal: string
  wil: string
  /** What it falls apart in, with the verdict. */
  onderdeel: string
  oordeel: 'gegrond' | 'deels gegrond' | 'ongegrond'
  motivering: string
  besluit: string
  maatregel: string
}

const schilder: Klacht = {
  onderwerp: 'proces',
  zin: 'Verf op de tegels, en niemand komt terug',
  verhaal: 'De schilder heeft verf op mijn tuintegels gemorst. Ik belde drie keer en niemand belt terug.',
  wil: 'Schone tegels, en dat iemand mij belt.',
  onderdeel: 'Er is niet teruggebeld',
  oordeel: 'gegrond',
  motivering: 'In ons systeem staan drie gesprekken zonder vervolg.',
  besluit: 'U heeft gelijk: wij hadden u moeten terugbellen. De tegels worden schoongemaakt.',
  maatregel: 'De schilder maakt de tegels schoon.',
}
const brief: Klacht = {
  onderwerp: 'besluit',
  zin: 'Onduidelijke brief over het onderhoud',
  verhaal: 'In de brief staat dat ik een week niet kan koken. Dat hoorde ik pas twee dagen van tevoren.',
  wil: 'Eerder bericht, en een vergoeding voor het eten buiten de deur.',
  onderdeel: 'De brief kwam te laat',
  oordeel: 'deels gegrond',
  motivering: 'De brief ging tien dagen van tevoren weg, maar lag door een fout bij de post te lang stil.',
  besluit: 'De brief kwam te laat aan. Dat lag niet alleen aan ons; wij hadden u wel kunnen bellen.',
  maatregel: 'Bij werk in de keuken bellen wij voortaan ook.',
}
const tuin: Klacht = {
  onderwerp: 'besluit',
  zin: 'Geen toestemming voor een schutting',
  verhaal: 'Ik mag geen schutting van twee meter. De overburen hebben er wel een.',
  wil: 'Alsnog toestemming.',
  onderdeel: 'Het besluit over de schutting',
  oordeel: 'ongegrond',
  motivering: 'De schutting van de overburen is van vóór de nieuwe regels van de gemeente.',
  besluit: 'Wij begrijpen dat het oneerlijk voelt. De regels van de gemeente laten het niet toe.',
  maatregel: '',
}

/** Complaints: some are closed with a decision, one is with the commission, the rest is being looked into. */
export function maakKlachten(klok: Klok, { huurders, van }: Mensen): Zaakverhaal[] {
  const bart = van('klachten', 0)
  const verhalen: Zaakverhaal[] = []
  const ingediend = (
    nummer: number,
    terug: number,
    wat: Klacht,
    stappen: Stap[],
    extra: object = {},
    zonderKlant?: true,
  ) => {
    const klant: Huurder | undefined = huurders[45 + nummer]
    if (!klant) return
    verhalen.push({
      proces: 'klacht',
      klant,
      ...(zonderKlant && { zonderKlant }),
      begin: klok.werkdag(terug, '10:40'),
      kanaal: nummer % 2 === 0 ? 'email' : 'telefoon',
      door: van('kcc', nummer),
      vraag: wat.verhaal,
      onderwerp: wat.zin,
      antwoorden: {
        onderwerp: wat.onderwerp,
        wanneer: klok.dag(terug + 4),
        doorlopend: false,
        verhaal: wat.verhaal,
        gewensteOplossing: wat.wil,
        ...extra,
      },
      stappen,
    })
  }
  const beoordeeld = (terug: number): Stap[] => [
    { tot: klok.werkdag(terug, '11:10') },
    { stap: 'beoordelen', antwoorden: { soortZaak: 'klacht', behandelaar: bart.medewerkerId }, door: bart },
  ]
  const gebeld = (terug: number): Stap[] => [
    { tot: klok.werkdag(terug, '14:30') },
    {
      stap: 'bellen',
      antwoorden: {
        gesproken: true,
        gespreksverslag: 'Geluisterd en uitgelegd hoe het verder gaat.',
        isOpgelost: false,
      },
      door: bart,
    },
  ]
  const gehoord = (terug: number, wat: Klacht): Stap[] => [
    { tot: klok.werkdag(terug, '10:15') },
    {
      stap: 'horen',
      antwoorden: {
        hoorWijze: 'telefoon',
        hoorDatum: klok.dag(terug),
        hoorVerslag: wat.verhaal,
        onderdeel1: wat.onderdeel,
      },
      door: bart,
    },
    {
      stap: 'wederhoor',
      antwoorden: { wederhoorVan: 'Het team', wederhoorDatum: klok.dag(terug), wederhoorVerslag: wat.motivering },
      door: bart,
    },
  ]
  const besloten = (terug: number, wat: Klacht): Stap[] => [
    { tot: klok.werkdag(terug, '15:50') },
    {
      stap: 'oordelen',
      item: wat.onderdeel,
      antwoorden: { oordeel: wat.oordeel, motivering: wat.motivering },
      door: bart,
    },
    {
      stap: 'besluiten',
      antwoorden: {
        samenvatting: wat.besluit,
        excuus: wat.oordeel !== 'ongegrond',
        maatregel: wat.maatregel,
        huurcommissie: false,
      },
      door: bart,
    },
  ]
  const afgerond = (terug: number, tevreden: 'ja' | 'nee', leerpunt: string, score: number): Stap[] => [
    { tot: klok.werkdag(terug, '09:40') },
    { stap: 'nazorg', antwoorden: { nagekomen: true, tevreden }, door: bart },
    { stap: 'leerpunt', antwoorden: { oorzaak: 'bereikbaarheid', leerpunt }, door: bart },
    { tot: klok.werkdag(terug - 1, '20:10') },
    { enquete: { score, opgelost: true, opmerking: score > 6 ? 'Ik ben goed gehoord.' : 'Het duurde lang.' } },
  ]

  ingediend(0, 52, schilder, [
    ...beoordeeld(51),
    ...gebeld(50),
    ...gehoord(46, schilder),
    ...besloten(42, schilder),
    ...afgerond(30, 'ja', 'Wie iets belooft, zet een taak klaar.', 8),
  ])
  ingediend(1, 47, brief, [
    ...beoordeeld(46),
    ...gebeld(44),
    ...gehoord(38, brief),
    ...besloten(29, brief),
    ...afgerond(20, 'nee', 'Brieven over werk in huis minstens drie weken van tevoren.', 5),
  ])
  ingediend(2, 38, tuin, [
    ...beoordeeld(37),
    ...gebeld(35),
    ...gehoord(30, tuin),
    ...besloten(24, tuin),
    { tot: klok.werkdag(12, '11:00') },
    { bericht: 'naar-commissie', gegevens: {}, door: van('kcc', 1) },
    { tot: klok.werkdag(9, '16:00') },
    { stap: 'ontvankelijkheid', antwoorden: { ontvankelijk: true }, door: bart },
  ])
  // Somebody who rents nothing from us.
  ingediend(
    3,
    7,
    {
      ...schilder,
      zin: 'Steigers staan op mijn parkeerplaats',
      verhaal: 'Ik woon naast uw flat. Uw steiger staat al twee weken op mijn plek.',
      wil: 'Mijn parkeerplaats terug.',
    },
    [...beoordeeld(6), ...gebeld(5)],
    { indienerNaam: 'W. van Leeuwen', indienerEmail: 'w.vanleeuwen@voorbeeld.example' },
    true,
  )
  ingediend(4, 26, { ...brief, zin: 'Vijf weken geen antwoord op mijn vraag over de huur' }, [
    ...beoordeeld(25),
    ...gebeld(24),
  ])
  ingediend(5, 1, { ...schilder, zin: 'De monteur kwam niet en niemand belde' }, [])
  return verhalen
}
