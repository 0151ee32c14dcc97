import { lopendeStatussen, type WachtOp, WachtOp as WachtOpSchema, ZaakStatusCode } from '#contract/zaken.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { getZaak, setZaakstatus } from '#server/zaken/index.ts'
import type { Rust, Voorval } from '../motor/soorten.ts'
import type { Gehouden } from './gehouden.ts'

/**
 * The status that the drawing gives to a step ("INU:Ingepland"), and on whom it waits: on the klant as soon as one wait
 * is for him. A process that ends closes its zaak, unless it said itself how.
 */
export async function werkBijZaak(
  w: WriteContext,
  { zaak: { id }, geladen }: Gehouden,
  voorvallen: readonly Voorval[],
  rust: Rust,
): Promise<void> {
  const zaak = await getZaak({ db: w.db, actor: systemActor }, id)
  const bereikt = voorvallen
    .filter(({ wat }) => wat === 'begin')
    .map(({ element }) => geladen.model.stappen.get(element)?.status)
    .filter(Boolean)
    .at(-1)
  const [code = '', naam = ''] = (bereikt ?? '').split(':')
  const gezet = ZaakStatusCode.safeParse(code)
  const loopt = (lopendeStatussen as readonly string[]).includes(zaak.status)
  const klaar = !rust.staat && loopt && !gezet.success ? 'AFG' : undefined
  const status = gezet.success ? gezet.data : (klaar ?? zaak.status)
  const isLopend = (lopendeStatussen as readonly string[]).includes(status)
  const wachtOp = isLopend ? wachtOpVan(geladen, rust) : null
  const statusNaam = gezet.success ? naam.trim() : klaar ? '' : zaak.status_naam
  if (status === zaak.status && wachtOp === zaak.wacht_op && statusNaam === zaak.status_naam) return
  await setZaakstatus(w, id, { status, naam: statusNaam, wachtOp })
}

function wachtOpVan({ model }: Gehouden['geladen'], rust: Rust): WachtOp | null {
  const namen = rust.wacht.map(({ element }) => {
    const stap = model.stappen.get(element)
    return stap?.wachtOp || (stap?.team === 'klant' ? 'klant' : '')
  })
  const gevonden = namen.includes('klant') ? 'klant' : namen.find(Boolean)
  const gelezen = WachtOpSchema.safeParse(gevonden)
  return gelezen.success ? gelezen.data : null
}
