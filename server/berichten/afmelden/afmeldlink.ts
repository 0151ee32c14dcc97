import { createHash, randomBytes } from 'node:crypto'
import type { BerichtDoel } from '#contract/berichten.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { klantadres } from '../klantadres.ts'
import type { BerichtRow } from '../tables.ts'
import { insertAfmelding } from './store.ts'

/** What nobody has to hear: there we say each time how to stop it (Telecommunicatiewet, article 11.7). */
export const afTeMelden = ['nieuws', 'enquetes'] as const satisfies readonly BerichtDoel[]

/** Where this klant stops messages of this kind; undefined when the law makes us send them, or nobody can be asked. */
export async function afmeldlink(ctx: ReadContext, bericht: BerichtRow): Promise<string | undefined> {
  if (bericht.kanaal !== 'email' || !bericht.partij_id || !afTeMelden.some((doel) => doel === bericht.doel))
    return undefined
  const token = randomBytes(32).toString('base64url')
  await insertAfmelding(ctx.db, { token_hash: hashVan(token), bericht_id: bericht.id, gemaakt_op: ctx.now })
  return `${await klantadres(ctx)}/berichten/afmelden/${token}`
}

/** A token is long and random: a plain hash is enough, there is nothing to guess. */
export const hashVan = (token: string): string => createHash('sha256').update(token).digest('hex')
