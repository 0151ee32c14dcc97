import type { Contract } from './bron.ts'
import { codeIn, ongeldig } from './fout.ts'
import type { Omgeving } from './omgeving.ts'
import { vast } from './toeval.ts'
import type { Overeenkomst, Prijscomponent } from './vormen.ts'

/** The contract as the ERP has it: what was changed here, or else what Rondom was filled with. */
export async function contractVan(o: Omgeving, organisatie: string, nummer: string): Promise<Overeenkomst | undefined> {
  const bewaard = o.opslag.get(organisatie, 'overeenkomsten', nummer)
  if (bewaard) return metEinde(o, bewaard)
  const contract = await o.bron.contract(organisatie, nummer)
  return contract && overeenkomstVan(contract)
}

/** A notice that was accepted ends the contract by itself on its last day. */
function metEinde(o: Omgeving, overeenkomst: Overeenkomst): Overeenkomst {
  const voorbij = overeenkomst.einddatum !== undefined && overeenkomst.einddatum < o.nu().toISOString().slice(0, 10)
  return voorbij && overeenkomst.status.code === 'OPG' ? { ...overeenkomst, status: { code: 'BEE' } } : overeenkomst
}

export function overeenkomstVan(contract: Contract): Overeenkomst {
  const { nummer, begindatum } = contract
  const huurCent = contract.brutohuur_cent ?? 0
  return {
    id: nummer,
    code: nummer,
    soort: { code: contract.soort },
    status: { code: contract.status },
    begindatum,
    ...(contract.einddatum && { einddatum: contract.einddatum }),
    brutohuur: huurCent / 100,
    waarborgsom: waarborgCent(nummer, huurCent) / 100,
    eenheden: contract.eenheid_code ? [{ id: contract.eenheid_code, code: contract.eenheid_code }] : [],
    relaties: contract.partijen.map(({ nummer: partij, rol }) => ({
      code: String(partij),
      soort: { code: 'NAT' },
      rollen: [{ soort: { code: rol } }],
    })),
    prijscomponenten: prijzenVan(nummer, huurCent, begindatum),
    betaalwijzen: contract.betaalwijze ? [{ soort: { code: contract.betaalwijze }, begindatum }] : [],
  }
}

/** Older contracts have no deposit, newer ones one month; always the same for the same contract. */
export function waarborgCent(nummer: string, huurCent: number): number {
  return vast(`waarborg/${nummer}`).heel(1, 3) === 1 ? 0 : Math.round(huurCent / 5_000) * 5_000
}

function prijzenVan(nummer: string, huurCent: number, begindatum: string): Prijscomponent[] {
  const toeval = vast(`prijs/${nummer}`)
  const service = toeval.heel(18, 62) * 50
  const abonnement = toeval.heel(1, 10) <= 6 ? 695 : 0
  const delen = [
    ['Kale huur', 'NET', 'KAL', huurCent - service - abonnement],
    ['Schoonmaak en verlichting', 'SER', 'SCH', service],
    ['Serviceabonnement klein onderhoud', 'SER', 'OND', abonnement],
  ] as const
  return delen
    .filter(([, , , cent]) => cent > 0)
    .map(([naam, soort, detailSoort, cent], i) => ({
      id: `${nummer}-${i + 1}`,
      naam,
      soort: { code: soort },
      detailSoort: { code: detailSoort },
      bedrag: cent / 100,
      begindatum: `${begindatum}T00:00:00Z`,
    }))
}

const velden = ['status', 'einddatum', 'opzegdatum', 'betaalwijzen'] as const

export function wijzigContract(nu: Overeenkomst, bericht: Record<string, unknown>): Overeenkomst {
  const status = codeIn(bericht, 'status')
  if (bericht['status'] !== undefined && !status) throw ongeldig('status heeft geen code.')
  const gekozen = Object.fromEntries(
    velden.flatMap((veld) => (bericht[veld] === undefined ? [] : [[veld, bericht[veld]]])),
  )
  const prijzen = bericht['prijscomponenten'] as Prijscomponent[] | undefined
  const prijscomponenten = prijzen?.map((each, i) => ({ ...each, id: each.id ?? `${nu.code}-${i + 1}` }))
  const nieuw = { ...nu, ...(gekozen as Partial<Overeenkomst>), ...(prijscomponenten && { prijscomponenten }) }
  const cent = nieuw.prijscomponenten.reduce((som, { bedrag }) => som + Math.round(bedrag * 100), 0)
  return { ...nieuw, brutohuur: prijscomponenten ? cent / 100 : nu.brutohuur }
}
