import { contractVan, waarborgCent } from './contract.ts'
import { codeIn, dagIn, onbekend, ongeldig, tekstIn } from './fout.ts'
import type { Omgeving } from './omgeving.ts'
import type { Bericht } from './onderhoud.ts'
import { vast } from './toeval.ts'
import type { Boeking, Overeenkomst } from './vormen.ts'

/** The rent account: the made-up past (a year of rent, the deposit), and what was booked since. */
export async function boekingenVan(o: Omgeving, organisatie: string, nummer: string): Promise<Boeking[]> {
  const contract = await contractVan(o, organisatie, nummer)
  const eigen = o.opslag.zoek(organisatie, 'boekingen', { 'overeenkomst.code': nummer })
  return contract ? [...verleden(contract, o.nu()), ...eigen] : eigen
}

function verleden(contract: Overeenkomst, nu: Date): Boeking[] {
  const toeval = vast(`boekingen/${contract.code}`)
  // One in nine is behind: one to three months.
  const achter = toeval.heel(1, 9) === 1 ? toeval.heel(1, 3) : 0
  const huurCent = Math.round(contract.brutohuur * 100)
  const boekingen: Boeking[] = []
  for (let terug = 11; terug >= 0; terug--) {
    const maand = new Date(Date.UTC(nu.getUTCFullYear(), nu.getUTCMonth() - terug, 1)).toISOString().slice(0, 10)
    if (maand < contract.begindatum || huurCent === 0) continue
    const open = terug < achter
    const basis = { contract, dag: maand, cent: huurCent }
    boekingen.push(
      boeking({
        ...basis,
        soort: 'VOR',
        detail: 'PRO',
        wat: `Huur ${maand.slice(0, 7)}`,
        openCent: open ? huurCent : 0,
      }),
    )
    if (!open)
      boekingen.push(
        boeking({ ...basis, soort: 'ONT', detail: 'BAN', wat: `Ontvangen huur ${maand.slice(0, 7)}`, openCent: 0 }),
      )
  }
  const borg = waarborgCent(contract.code, huurCent)
  if (borg > 0) {
    const wat = 'Waarborgsom'
    boekingen.push(
      boeking({ contract, dag: contract.begindatum, cent: borg, soort: 'ONT', detail: 'BOR', wat, openCent: 0 }),
    )
  }
  return boekingen
}

function boeking(van: {
  contract: Overeenkomst
  dag: string
  cent: number
  openCent: number
  soort: string
  detail: string
  wat: string
}): Boeking {
  const id = `${van.contract.code}-${van.detail}-${van.dag}`
  const kenmerk = vast(id).heel(0, 2_000_000_000)
  return {
    id,
    code: id,
    soort: { code: van.soort },
    detailSoort: { code: van.detail },
    omschrijving: van.wat,
    status: { code: 'FIA' },
    boekdatum: van.dag,
    vervaldatum: van.dag,
    bedrag: van.cent / 100,
    saldo: van.openCent / 100,
    afletterstatus: { code: van.openCent > 0 ? 'NIE' : 'VOL' },
    betalingskenmerk: String(kenmerk).padStart(16, '0'),
    overeenkomst: { code: van.contract.code },
  }
}

export async function maakBoeking(o: Omgeving, organisatie: string, bericht: Bericht) {
  const nummer = codeIn(bericht, 'overeenkomst')
  if (!nummer || !(await contractVan(o, organisatie, nummer))) throw onbekend(`Overeenkomst ${nummer ?? ''}`)
  const bedrag = bericht['bedrag']
  if (typeof bedrag !== 'number') throw ongeldig('bedrag ontbreekt.')
  const [soort, detail] = [codeIn(bericht, 'soort'), codeIn(bericht, 'detailSoort')]
  if (!soort || !detail) throw ongeldig('soort of detailSoort ontbreekt.')
  const omschrijving = tekstIn(bericht, 'omschrijving')
  const boekdatum = dagIn(bericht, 'boekdatum')
  return () => {
    const id = o.opslag.nieuwId()
    const object: Boeking = {
      ...(bericht as Partial<Boeking>),
      id,
      code: `B-${id}`,
      soort: { code: soort },
      detailSoort: { code: detail },
      omschrijving,
      status: { code: 'FIA' },
      boekdatum,
      bedrag,
      saldo: bedrag,
      afletterstatus: { code: 'NIE' },
      betalingskenmerk: id.padStart(16, '0'),
      overeenkomst: { code: nummer },
    }
    return { objecten: [{ soort: 'boekingen' as const, object }], gemaakt: { soort: 'boekingen' as const, id } }
  }
}

export type Debiteur = {
  id: string
  code: string
  soort: { code: string }
  status: { code: string }
  relatie: { code: string }
  saldo: number
}

/** The saldo of a tenant is what is open on his contracts. */
export async function debiteurVan(
  o: Omgeving,
  organisatie: string,
  relatienummer: string,
): Promise<Debiteur | undefined> {
  const contracten = await o.bron.contractenVan(organisatie, relatienummer)
  if (contracten.length === 0) return undefined
  let cent = 0
  for (const { nummer } of contracten)
    for (const { soort, saldo } of await boekingenVan(o, organisatie, nummer))
      cent += Math.round(saldo * 100) * (soort.code === 'VOR' ? 1 : -1)
  return {
    id: `D-${relatienummer}`,
    code: `D-${relatienummer}`,
    soort: { code: 'HUU' },
    status: { code: 'ACT' },
    relatie: { code: relatienummer },
    saldo: cent / 100,
  }
}
