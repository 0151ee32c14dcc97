import { write } from '#server/platform/db/write.ts'
import { DomainError } from '#server/platform/errors.ts'
import { systemActor } from '#server/platform/http/context.ts'
import { maakKlantaccount } from './account.ts'
import { voltooiActivering } from './activering.ts'
import { beginBewijs, neemCode } from './bewijs.ts'
import { komBinnen } from './kom.ts'
import { mobielVan } from './mobiel.ts'
import { pad, type Vraag, wisBewijs, zetBewijs } from './pagina/pagina.ts'
import { maakSterk, noteerBewezen, selectAccount } from './store.ts'
import { wieHoortBij } from './stuurCode.ts'
import type { BewijsRow } from './tables.ts'
import type { Foutzin } from './teksten.ts'

type Gelukt = { naar: string } | { fout: Exclude<Foutzin, 'vaak'> }

/** Takes a code and does what it was for. A wrong one is counted, whatever else happens. */
export async function neemIn(vraag: Vraag, code: string): Promise<Gelukt> {
  const { ctx, geheim } = vraag
  const uitslag = await write({ ...ctx, actor: systemActor }, (w) => neemCode(w.tx, geheim, vraag.bewijs, code))
  if (!uitslag.goed) return { fout: uitslag.reden === 'op' ? 'op' : 'code' }
  const { bewijs } = uitslag
  switch (bewijs.doel) {
    case 'aanmelden':
      return meldAan(vraag, bewijs)
    case 'activeren':
      return activeer(vraag, bewijs)
    case 'bevestigen':
      return bevestig(vraag, bewijs)
  }
}

async function meldAan(vraag: Vraag, bewijs: BewijsRow): Promise<Gelukt> {
  const { ctx } = vraag
  const partijId = await wieHoortBij(ctx.db, bewijs.aan)
  if (!partijId) return { fout: 'begin' }
  const account =
    (await selectAccount(ctx.db, partijId)) ??
    (await write({ ...ctx, actor: systemActor }, (w) => maakKlantaccount(w, { partijId, email: bewijs.aan })))
  await komBinnen(vraag, partijId, { accountId: account.id, wijze: 'code', eigenApparaat: bewijs.eigen_apparaat })
  return { naar: bewijs.terug }
}

/** A letter to his home and a code to his mailbox are two things that only he has: that is strong. */
async function activeer(vraag: Vraag, bewijs: BewijsRow): Promise<Gelukt> {
  try {
    const account = await write({ ...vraag.ctx, actor: systemActor }, (w) => voltooiActivering(w, bewijs))
    if (!account) return { fout: 'brief' }
    await komBinnen(vraag, account.partij_id, {
      accountId: account.id,
      wijze: 'brief',
      eigenApparaat: bewijs.eigen_apparaat,
      sterk: true,
    })
    return { naar: bewijs.terug }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'adres-bezet') return { fout: 'bezet' }
    throw error
  }
}

/** First the mailbox, when that was long ago; then the telephone. */
async function bevestig(vraag: Vraag, bewijs: BewijsRow): Promise<Gelukt> {
  const { ctx, klant, taal } = vraag
  if (!klant || klant.accountId !== bewijs.account_id) return { fout: 'sessie' }
  if (bewijs.kanaal === 'sms') {
    await write({ ...ctx, actor: systemActor }, (w) => maakSterk(w.tx, klant.sessieId))
    wisBewijs(vraag)
    return { naar: bewijs.terug }
  }
  const nummer = await mobielVan(ctx, klant.partijId)
  if (!nummer) return { fout: 'begin' }
  const rest = { doel: 'bevestigen', kanaal: 'sms', aan: nummer, account_id: klant.accountId } as const
  const cookie = await write({ ...ctx, actor: systemActor }, async (w) => {
    await noteerBewezen(w.tx, klant.sessieId)
    return beginBewijs(w, { ...rest, taal, terug: bewijs.terug, eigen_apparaat: false })
  })
  zetBewijs(vraag, cookie)
  return { naar: pad('/aanmelden/code', { taal }) }
}
