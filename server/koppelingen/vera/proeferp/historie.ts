import { tijdstip } from './agenda.ts'
import { vast } from './toeval.ts'
import type { Order, Verzoek } from './vormen.ts'

/** Repairs of the past years: what it was, in codes of DEFECTSOORT, DEFECTLOCATIE and DEFECTOORZAAK, and who did it. */
const reparaties = [
  ['Keuken: kraan druppelt', 'DRP', 'KEU', 'SLT', 'LOA'],
  ['Badkamer: afvoer verstopt', 'VS1', 'BAD', 'BEW', 'ONT'],
  ['Toilet: stortbak loopt door', 'LOO', 'TOI', 'SLT', 'LOA'],
  ['Cv-ketel: storing, geen warm water', 'STO', 'TRI', 'OUD', 'CVI'],
  ['Voordeur: klemt', 'KLE', 'HAL', 'SLT', 'TAL'],
  ['Slaapkamer: raam sluit niet', 'SLU', 'SLA', 'OUD', 'TIM'],
  ['Badkamer: schimmel op plafond', 'SCH', 'BAD', 'WAT', 'VOC'],
  ['Woonkamer: stopcontact defect', 'DEF', 'WOO', 'OUD', 'ELA'],
  ['Badkamer: mechanische ventilatie maakt geluid', 'GEL', 'BAD', 'SLT', 'WTW'],
  ['Voordeur: slot defect', 'SDE', 'ENT', 'SLT', 'TAL'],
  ['Dak: lekkage bij schoorsteen', 'LEK', 'DAK', 'STO', 'DAK'],
  ['Keuken: kastdeur zit los', 'LOS', 'KEU', 'SLT', 'TIM'],
  ['Balkon: houtrot in kozijn', 'HOR', 'BAL', 'OUD', 'SCH'],
  ['Woonkamer: glasbreuk', 'GLA', 'WOO', 'VAN', 'GLA'],
] as const

const vanaf = Date.parse('2021-09-01T07:00:00Z')
const totEnMet = 5 * 365

/** What was repaired in this home before: made up, but always the same, and nothing that lies ahead. */
export function historieVan(eenheidCode: string, nu: Date): { verzoek: Verzoek; order: Order }[] {
  const toeval = vast(`historie/${eenheidCode}`)
  return Array.from({ length: toeval.heel(0, 6) }, (_, i) => {
    const [omschrijving, soort, locatie, oorzaak, specialisme] = toeval.kies(reparaties)
    const gemeld = new Date(vanaf + toeval.heel(0, totEnMet) * 86_400_000 + toeval.heel(0, 9) * 3_600_000)
    const gereed = new Date(gemeld.getTime() + toeval.heel(1, 16) * 86_400_000)
    const kern = `${eenheidCode}-${i + 1}`
    const verzoek: Verzoek = {
      id: `H-${kern}`,
      code: `OV-${gemeld.getUTCFullYear()}-${kern}`,
      omschrijving,
      onderhoudSoort: { code: 'REP', naam: 'Reparatie' },
      status: { code: 'AFG', naam: 'Afgehandeld' },
      melddatum: tijdstip(gemeld),
      eenheid: { code: eenheidCode },
      defecten: [{ soort: { code: soort }, locatie: { code: locatie }, oorzaak: { code: oorzaak }, omschrijving }],
      onderhoudsorders: [{ id: `HO-${kern}` }],
    }
    const order: Order = {
      id: `HO-${kern}`,
      code: `OO-${gemeld.getUTCFullYear()}-${kern}`,
      omschrijving,
      onderhoudSoort: { code: 'REP', naam: 'Reparatie' },
      status: { code: 'AFG', naam: 'Afgehandeld' },
      opdrachtdatum: tijdstip(gemeld),
      uitersteGereeddatum: tijdstip(new Date(gemeld.getTime() + 10 * 86_400_000)),
      technischGereeddatum: tijdstip(gereed),
      uitvoerendeSoort: { code: specialisme === 'DAK' ? 'LEV' : 'VAK' },
      onderhoudsverzoeken: [{ id: verzoek.id }],
      onderhoudstaken: [
        { id: `HT-${kern}`, omschrijving, status: { code: 'GES' }, specialisme: { code: specialisme } },
      ],
      afspraken: [],
    }
    return { verzoek, order, gereed }
  }).filter(({ gereed }) => gereed < nu)
}

/** The home of an id that `historieVan` made, or `undefined` for another id. */
export function eenheidVanHistorie(id: string): string | undefined {
  return /^HO?-(.+)-\d+$/.exec(id)?.[1]
}
