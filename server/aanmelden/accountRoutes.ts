import {
  addPasskey,
  beginPasskey,
  beginTotp,
  bevestigTotp,
  changeWachtwoord,
  endAndereSessies,
  endSessie,
  getToegang,
  removePasskey,
  renewHerstelcodes,
  stopTotp,
} from '#contract/aanmelden/account.ts'
import { write } from '#server/platform/db/write.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { bevestig, maakHerstelcodes, mijnToegang, startTotp, wijzigWachtwoord, zetTotpUit } from './account.ts'
import type { Auths } from './auth.ts'
import { door } from './door.ts'
import { beginToevoegen, voegToe } from './passkeys.ts'
import { tokenVan } from './sessie.ts'
import { deletePasskey, deleteSessie, deleteSessies } from './store.ts'

/** An employee and his own account: the actor is always the owner. */
export function accountRoutes(http: Http, auths: Auths): void {
  door(http, auths, getToegang, ({ ctx, request, geheim }) => mijnToegang(ctx, tokenVan(request, geheim) ?? ''))
  door(http, auths, changeWachtwoord, wijzigWachtwoord)
  door(http, auths, beginTotp, startTotp)
  door(http, auths, bevestigTotp, bevestig)
  door(http, auths, stopTotp, zetTotpUit)
  door(http, auths, renewHerstelcodes, maakHerstelcodes)
  door(http, auths, beginPasskey, beginToevoegen)
  door(http, auths, addPasskey, voegToe)

  http.write(removePasskey, async ({ params, w }) => {
    if (!(await deletePasskey(w.tx, w.actor.medewerkerId, params.id))) throw notFound()
    return undefined
  })
  http.write(endSessie, async ({ params, w }) => {
    if (!(await deleteSessie(w.tx, w.actor.medewerkerId, params.id))) throw notFound()
    return undefined
  })
  door(http, auths, endAndereSessies, async ({ ctx, request, geheim }) => {
    const huidig = tokenVan(request, geheim) ?? ''
    await write(ctx, (w) => deleteSessies(w.tx, w.actor.medewerkerId, huidig))
    return undefined
  })
}
