import { z } from 'zod'
import { directePost, PostGeweigerd } from '#server/berichten/index.ts'
import { write } from '#server/platform/db/write.ts'
import type { Listeners } from '#server/platform/events/listeners.ts'
import { job } from '#server/platform/jobs/jobs.ts'
import { findPartij, verplaatsRijen, volgSamenvoeging } from '#server/relaties/index.ts'
import type { Slice } from '#server/slice.ts'
import { eindKlantsessies, kanAanmelden } from './account.ts'
import { vergeetVerlopenBrieven } from './activering.ts'
import { klantgeheim } from './auth.ts'
import { routes } from './routes.ts'
import { deleteVerlopen, moveAccount } from './store.ts'
import { stuurCode } from './stuurCode.ts'
import './tables.ts'

const accounts = volgSamenvoeging('klant_account', moveAccount)
const brieven = volgSamenvoeging('klant_activering', (tx, move) =>
  verplaatsRijen(tx, { tabel: 'klant_activering' }, move),
)

/** Two tables follow a merge; who is no customer any more is signed out. */
const hoort: Listeners = {
  async 'partij.samengevoegd'(w, gegevens) {
    await accounts['partij.samengevoegd']?.(w, gegevens)
    await brieven['partij.samengevoegd']?.(w, gegevens)
  },
  async 'partij.samenvoeging-ongedaan'(w, gegevens) {
    await accounts['partij.samenvoeging-ongedaan']?.(w, gegevens)
    await brieven['partij.samenvoeging-ongedaan']?.(w, gegevens)
  },
  async 'partij.gewijzigd'(w, { partijId }) {
    const partij = await findPartij(w.db, String(partijId))
    if (partij && !kanAanmelden(partij)) await eindKlantsessies(w, partij.id)
  },
}

/**
 * The door of `klantaccounts`: which customer is signed in to the portal, and how he proves it. Emits `klant.aangemeld`
 * {accountId, partijId, wijze}; hears merges and changes of partijen.
 */
export const slice: Slice = {
  naam: 'klantaccounts',
  routes,
  hoort,
  jobs: (services) => {
    const stuur = directePost(services.config)
    return {
      'klantaccounts.code': job({
        payload: z.object({ bewijsId: z.uuid() }),
        run: async (ctx, { bewijsId }) => {
          try {
            await stuurCode(ctx, bewijsId, klantgeheim(services, ctx.organisatie.id), stuur)
          } catch (error) {
            // An address that takes no mail, or no mail server: he asks again, trying again by ourselves is of no use.
            if (!(error instanceof PostGeweigerd)) throw error
            ctx.log.warn({ bewijs: bewijsId, err: error.message }, 'code not sent')
          }
        },
      }),
      'klantaccounts.opruimen': job({
        payload: z.object({}),
        cron: '22 3 * * *',
        run: async (ctx) => {
          await write(ctx, vergeetVerlopenBrieven)
          await deleteVerlopen(ctx.db)
        },
      }),
    }
  },
}

export { eindKlantsessies, maakKlantaccount } from './account.ts'
export { openKlantsessie } from './openKlantsessie.ts'
export { createIdentifyKlant } from './sessie.ts'
