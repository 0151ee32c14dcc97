import * as contract from '#contract/klantaccounts.ts'
import { write } from '#server/platform/db/write.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { html } from './pagina/html.ts'
import { alinea, formulier, knop, link } from './pagina/onderdelen.ts'
import { blad, pad, type paginas, wisBewijs } from './pagina/pagina.ts'
import { wisSessieCookie } from './sessie.ts'
import { deleteSessie } from './store.ts'

/** Signing out ends the session itself, not only the cookie. A link alone does not: another page could hold it. */
export function uitPaginas(pagina: ReturnType<typeof paginas>): void {
  pagina(contract.toonUit, [], async (vraag) => {
    const { t, taal, klant, terug } = vraag
    if (!klant)
      return blad(vraag, t.uit.klaarTitel, [
        alinea(t.uit.klaar),
        html`<p class="nl-paragraph">${link(pad('/aanmelden', { taal }), t.uit.weer)}</p>`,
      ])
    return blad(vraag, t.uit.titel, [
      alinea(t.uit.vraag),
      formulier(pad('/aanmelden/uit', { taal }), [
        html`<div class="rij">${knop(t.uit.knop)}${link(terug, t.uit.terug)}</div>`,
      ]),
    ])
  })

  pagina(contract.meldUit, [], async (vraag) => {
    const { ctx, klant, reply, https, taal } = vraag
    if (klant) await write({ ...ctx, actor: systemActor }, (w) => deleteSessie(w.tx, klant.accountId, klant.sessieId))
    reply.header('Set-Cookie', wisSessieCookie(https))
    wisBewijs(vraag)
    return { naar: pad('/aanmelden/uit', { taal }) }
  })
}
