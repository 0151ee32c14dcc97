import { write } from '#server/platform/db/write.ts'
import { emit } from '#server/platform/events/emit.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { type Vraag, wisBewijs } from './pagina/pagina.ts'
import { insertSessie, type NieuweSessie, zetSessieCookie } from './sessie.ts'
import { deleteSessie } from './store.ts'

export type Binnenkomst = Pick<Vraag, 'ctx' | 'request' | 'reply' | 'geheim' | 'https' | 'klant'>

/** Lets somebody in: a new session, never the one that was there; and Rondom hears of it. */
export async function komBinnen(
  vraag: Binnenkomst,
  partijId: string,
  sessie: Pick<NieuweSessie, 'accountId' | 'wijze' | 'eigenApparaat' | 'sterk'>,
): Promise<void> {
  const { ctx, request, reply, geheim, https, klant } = vraag
  const browser = request.headers['user-agent'] ?? ''
  const token = await write({ ...ctx, actor: systemActor }, async (w) => {
    if (klant) await deleteSessie(w.tx, klant.accountId, klant.sessieId)
    await emit(w, {
      soort: 'klant.aangemeld',
      onderwerpen: [`partij:${partijId}`],
      gegevens: { accountId: sessie.accountId, partijId, wijze: sessie.wijze },
    })
    return insertSessie(w.tx, { ...sessie, adres: request.ip, browser })
  })
  ctx.log.info({ klantaccount: sessie.accountId, wijze: sessie.wijze, verzoek: ctx.verzoekId }, 'customer signed in')
  reply.header('Set-Cookie', zetSessieCookie(token, geheim, https, sessie.eigenApparaat ?? false))
  wisBewijs(vraag)
}
