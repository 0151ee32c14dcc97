import {
  dropTweedeStap,
  endMedewerkerSessies,
  getMedewerkerToegang,
  makeUitnodiging,
  openUitnodiging,
  takeUitnodiging,
} from '#contract/aanmelden/uitnodigingen.ts'
import { getMedewerker } from '#server/beheer/index.ts'
import { write } from '#server/platform/db/write.ts'
import { systemActor } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import type { Auths } from './auth.ts'
import { door } from './door.ts'
import { type Doel, metPoging } from './pogingen.ts'
import { endSessions } from './setPassword.ts'
import { deleteTweedeStap, selectToegang } from './store.ts'
import { createLogin, gebruikUitnodiging, wieIsUitgenodigd } from './uitnodiging.ts'

export function uitnodigingRoutes(http: Http, auths: Auths, publicUrl: string | undefined): void {
  door(http, auths, makeUitnodiging, async ({ params, ctx, request }) => {
    const { token, geldigTot } = await write(ctx, (w) => createLogin(w, params.id))
    const site = publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`
    return { link: `${site}/werkplek/wachtwoord#${token}`, geldigTot: geldigTot.toISOString() }
  })

  door(http, auths, openUitnodiging, async ({ body, ctx, request, geheim }) => {
    const doelen: Doel[] = [{ soort: 'link', waarde: request.ip }]
    const work = () => wieIsUitgenodigd(ctx, body.token)
    const { naam, email, geldigTot } = await metPoging(ctx.db, geheim, doelen, work)
    return { naam, email, organisatie: ctx.organisatie.naam, geldigTot: geldigTot.toISOString() }
  })

  door(http, auths, takeUitnodiging, async ({ body, ctx, request, geheim }) => {
    const doelen: Doel[] = [{ soort: 'link', waarde: request.ip }]
    const asSystem = { ...ctx, actor: systemActor }
    const work = () => write(asSystem, (w) => gebruikUitnodiging(w, body.token, body.wachtwoord))
    return { email: await metPoging(ctx.db, geheim, doelen, work) }
  })

  http.read(getMedewerkerToegang, async ({ params, ctx }) => {
    await getMedewerker(ctx.db, params.id)
    const { tot, ...toegang } = await selectToegang(ctx.db, params.id)
    return { ...toegang, uitnodigingGeldigTot: tot?.toISOString() ?? null }
  })

  http.write(endMedewerkerSessies, async ({ params, w }) => {
    await getMedewerker(w.tx, params.id)
    await endSessions(w, params.id)
    return undefined
  })

  http.write(dropTweedeStap, async ({ params, w }) => {
    await getMedewerker(w.tx, params.id)
    await deleteTweedeStap(w.tx, params.id)
    await endSessions(w, params.id)
    await logVerwerking(w, {
      actie: 'verwijderen',
      doel: 'Tweede stap bij het aanmelden intrekken',
      objectSoort: 'medewerker',
      objectId: params.id,
      partijIds: [],
    })
    return undefined
  })
}
