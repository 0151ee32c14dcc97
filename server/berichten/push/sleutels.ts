import webpush from 'web-push'
import type { ReadContext } from '#server/platform/http/context.ts'
import { ontsleutel, versleutel } from '#server/platform/versleutel.ts'
import { insertSleutel, selectSleutel } from './store.ts'

type Ctx = Pick<ReadContext, 'db' | 'organisatie' | 'now'>

/** The key that browsers know us by: made once per organisatie, and kept. A new one would silence every device. */
export async function pushSleutels(ctx: Ctx, secret: string): Promise<{ publiek: string; prive: string }> {
  const doel = `push:${ctx.organisatie.code}`
  const bekend = await selectSleutel(ctx.db)
  if (bekend) return { publiek: bekend.publiek, prive: ontsleutel(secret, doel, bekend.prive) }
  const { publicKey, privateKey } = webpush.generateVAPIDKeys()
  await insertSleutel(ctx.db, {
    publiek: publicKey,
    prive: versleutel(secret, doel, privateKey),
    gemaakt_op: ctx.now,
  })
  return pushSleutels(ctx, secret)
}
