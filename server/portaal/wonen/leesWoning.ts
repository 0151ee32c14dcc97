import type { Portaalwoning } from '#contract/portaal/wonen.ts'
import { formatAdres } from '#contract/regels/adresweergave.ts'
import { rolNaam } from '#contract/relatiecodes.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findLopendeStoringen, type StoringRow } from '#server/storingen/index.ts'
import {
  type ComplexRow,
  type EenheidRow,
  findComplexen,
  findEenheden,
  findOvereenkomsten,
  type OvereenkomstRow,
} from '#server/wonen/index.ts'
import type { Contractrol } from '../toegang/store.ts'
import { loopt, type Toegang } from '../toegang/toegang.ts'
import { magOnderhoud, magRekening, magVoorwaarden } from './magWonen.ts'

/** The homes of the customer: those that he rents now first, then those of which he may still read what was. */
export async function leesWoningen(ctx: ReadContext, toegang: Toegang): Promise<Portaalwoning[]> {
  const vandaag = dagVan(ctx.now)
  const contracten = eenKeer(toegang.contracten, vandaag)
  const [overeenkomsten, eenheden] = await Promise.all([
    findOvereenkomsten(
      ctx.db,
      contracten.map((each) => each.overeenkomstId),
    ),
    findEenheden(ctx.db, [...new Set(contracten.flatMap((each) => each.eenheidId ?? []))]),
  ])
  const complexIds = [...new Set([...eenheden.values()].flatMap((each) => each.complex_id ?? []))]
  const [complexen, storingen] = await Promise.all([
    findComplexen(ctx.db, complexIds),
    findLopendeStoringen(ctx.db, complexIds),
  ])
  await logVerwerking(ctx, {
    actie: 'inzien',
    doel: 'Eigen woning bekijken',
    objectSoort: 'overeenkomst',
    partijIds: [toegang.partijId],
  })
  return contracten.flatMap((contract) => {
    const overeenkomst = overeenkomsten.get(contract.overeenkomstId)
    const eenheid = eenheden.get(contract.eenheidId ?? '')
    if (!overeenkomst) return []
    const complex = eenheid?.complex_id ? complexen.get(eenheid.complex_id) : undefined
    const hier = storingen.filter((each) => each.complex_id === eenheid?.complex_id)
    return present(toegang, contract, { vandaag, overeenkomst, eenheid, complex, storingen: hier })
  })
}

/** He may be in one contract twice, himself and with his huishouden: the part that runs counts. */
export function eenKeer(contracten: readonly Contractrol[], op: string): Contractrol[] {
  const lopendEerst = [...contracten].sort((a, b) => Number(loopt(b, op)) - Number(loopt(a, op)))
  const uniek = new Map<string, Contractrol>()
  for (const contract of lopendEerst)
    if (!uniek.has(contract.overeenkomstId)) uniek.set(contract.overeenkomstId, contract)
  return [...uniek.values()]
}

type Geheel = {
  vandaag: string
  overeenkomst: OvereenkomstRow
  eenheid: EenheidRow | undefined
  complex: ComplexRow | undefined
  storingen: StoringRow[]
}

function present(toegang: Toegang, contract: Contractrol, geheel: Geheel): Portaalwoning {
  const { overeenkomst, eenheid, complex } = geheel
  const nu = loopt(contract, geheel.vandaag)
  const voorwaarden = magVoorwaarden(toegang)
  return {
    overeenkomstId: contract.overeenkomstId,
    nummer: contract.nummer,
    soort: eenheid?.soort ?? '',
    rol: rolNaam(contract.rol),
    loopt: nu,
    begin: contract.begin,
    einde: contract.einde,
    huurCent: voorwaarden ? overeenkomst.brutohuur_cent : null,
    betaalwijze: voorwaarden ? overeenkomst.betaalwijze : null,
    adres: eenheid ? formatAdres({ ...eenheid, straat: eenheid.straatnaam }) : '',
    bouwjaar: eenheid?.bouwjaar ?? null,
    oppervlakte: eenheid?.oppervlakte ?? null,
    kamers: eenheid?.kamers ?? null,
    energielabel: eenheid?.energielabel ?? null,
    complex: complex?.naam ?? null,
    // What is broken there now, is of who lives there now.
    storingen: nu && magOnderhoud(toegang) ? geheel.storingen.map(presentStoring) : [],
    rekening: magRekening(toegang),
    onderhoud: magOnderhoud(toegang) && contract.eenheidId !== null,
    bijgewerktOp: overeenkomst.bijgewerkt_op.toISOString(),
  }
}

const presentStoring = (row: StoringRow) => ({
  id: row.id,
  naam: row.naam,
  tekst: row.tekst,
  begonnenOp: row.begonnen_op.toISOString(),
  verwachtKlaarOp: row.verwacht_klaar_op,
})
