import { lopendeStatussen, type WachtOp, WachtOp as WachtOpSchema, ZaakStatusCode } from '#contract/zaken.ts'
import { systemActor, type WriteContext } from '#server/platform/http/context.ts'
import { holdZaak, setZaakstatus } from '#server/zaken/index.ts'
import type { Rust, Voorval } from '../motor/soorten.ts'
import { type Gehouden, namens } from './gehouden.ts'

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
  const bereikt = voorvallen
    .filter(({ wat }) => wat === 'begin')
    .map(({ element }) => geladen.model.stappen.get(element)?.status)
    .filter(Boolean)
    .at(-1)
  const [code = '', naam = ''] = (bereikt ?? '').split(':')
  const gezet = ZaakStatusCode.safeParse(code)
  // What was done may have hidden it from who did it.
  const zaak = await holdZaak({ ...w, actor: systemActor }, id)
  const klaar = !rust.staat && isLopend(zaak.status) && !gezet.success ? 'AFG' : undefined
  const status = gezet.success ? gezet.data : (klaar ?? zaak.status)
  await setZaakstatus(namens(w, zaak), zaak, {
    status,
    naam: gezet.success ? naam.trim() : klaar ? '' : zaak.status_naam,
    wachtOp: isLopend(status) ? wachtOpVan(geladen, rust) : null,
  })
}

const isLopend = (status: ZaakStatusCode) => (lopendeStatussen as readonly ZaakStatusCode[]).includes(status)

function wachtOpVan({ model }: Gehouden['geladen'], rust: Rust): WachtOp | null {
  const namen = rust.wacht.map(({ element }) => {
    const stap = model.stappen.get(element)
    return stap?.wachtOp || (stap?.team === 'klant' ? 'klant' : '')
  })
  const gevonden = namen.includes('klant') ? 'klant' : namen.find(Boolean)
  const gelezen = WachtOpSchema.safeParse(gevonden)
  return gelezen.success ? gelezen.data : null
}
