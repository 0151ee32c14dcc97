import type { Omgeving } from './omgeving.ts'
import { vast } from './toeval.ts'
import type { Boeking, Order, Rapport } from './vormen.ts'

const punten = [
  ['Gaten in wand niet gedicht', 'BS1', 'WOO', 'STU', 8_500],
  ['Binnendeur ontbreekt', 'ONT', 'SLA', 'TAL', 24_000],
  ['Zelf geplaatste laminaatvloer verwijderen', 'OVE', 'WOO', 'TIM', 31_500],
  ['Wandtegel gebroken', 'BRE', 'BAD', 'TEG', 12_750],
  ['Keukenkastje beschadigd', 'BS0', 'KEU', 'TAL', 16_000],
  ['Tuin niet ontdaan van bestrating', 'OVE', 'TUI', 'HOV', 42_000],
] as const

/** What the inspector found: the same for the same home, so that the voorinspectie announces what the eindinspectie sees. */
export function rapportVan(o: Omgeving, order: Order, eenheidCode: string | undefined): Rapport {
  const eind = order.onderhoudDetailSoort?.code === 'EIN'
  const gevonden = puntenVan(eenheidCode ?? order.id).slice(eind ? 1 : 0)
  const id = o.opslag.nieuwId()
  return {
    id,
    code: `IR-${id}`,
    soort: { code: eind ? 'EIN' : 'VOO' },
    status: { code: 'DEF' },
    omschrijving: gevonden.length > 0 ? `${gevonden.length} herstelpunten` : 'Geen herstelpunten',
    inspectieOrder: { id: order.id },
    geconstateerdeDefecten: gevonden.map(([omschrijving, soort, locatie]) => ({
      omschrijving,
      soort: { code: soort },
      locatie: { code: locatie },
      oorzaak: { code: 'BEW' },
      ...(eenheidCode && { eenheid: { code: eenheidCode } }),
    })),
    voorgesteldeOnderhoudstaken: gevonden.map(([omschrijving, , , specialisme]) => ({
      omschrijving: `Herstellen: ${omschrijving.toLowerCase()}`,
      specialisme: { code: specialisme },
    })),
  }
}

/** What the tenant left undone is put right at his expense. */
export function kostenVan(o: Omgeving, rapport: Rapport, overeenkomstNummer: string): Boeking[] {
  const vandaag = o.nu().toISOString().slice(0, 10)
  return rapport.geconstateerdeDefecten.map(({ omschrijving = '' }) => {
    const id = o.opslag.nieuwId()
    const euro = (punten.find(([naam]) => naam === omschrijving)?.[4] ?? 10_000) / 100
    return {
      id,
      code: `B-${id}`,
      soort: { code: 'VOR' },
      detailSoort: { code: 'FAC' },
      omschrijving: `Herstelkosten: ${omschrijving.toLowerCase()}`,
      status: { code: 'FIA' },
      boekdatum: vandaag,
      bedrag: euro,
      saldo: euro,
      afletterstatus: { code: 'NIE' },
      betalingskenmerk: id.padStart(16, '0'),
      overeenkomst: { code: overeenkomstNummer },
    }
  })
}

function puntenVan(sleutel: string) {
  const toeval = vast(`inspectie/${sleutel}`)
  const eerste = toeval.heel(0, punten.length - 1)
  return Array.from({ length: toeval.heel(0, 3) }, (_, i) => punten[(eerste + i) % punten.length]).filter(
    (punt) => punt !== undefined,
  )
}
