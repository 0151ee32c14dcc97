import * as contract from '#contract/klantcontacten.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { notFound } from '#server/platform/errors.ts'
import type { Http } from '#server/platform/http/handle.ts'
import type { SjabloonRow } from '../tables.ts'
import { mayUseSjabloon } from './mayUseSjabloon.ts'
import { presentSjablonen, presentSjablonenBeheer } from './present.ts'
import { addSjabloon, changeSjabloon } from './saveSjabloon.ts'
import { findSjabloon, selectSjablonen } from './store.ts'

export function sjabloonRoutes(http: Http): void {
  http.read(contract.listSjablonen, async ({ ctx }) => {
    const dag = dagVan(ctx.now)
    const rows = (await selectSjablonen(ctx.db, 'actief')).filter((row) => mayUseSjabloon(row, ctx.actor.rollen, dag))
    return { sjablonen: await presentSjablonen(ctx.db, rows) }
  })

  http.read(contract.listSjablonenBeheer, async ({ ctx }) => ({
    sjablonen: await presentSjablonenBeheer(ctx.db, await selectSjablonen(ctx.db, 'alle')),
  }))

  http.read(contract.getSjabloonBeheer, async ({ params, ctx }) => one(ctx.db, await findSjabloon(ctx.db, params.id)))

  http.write(contract.createSjabloon, async ({ body, w }) => one(w.db, await addSjabloon(w, body)))

  http.write(contract.updateSjabloon, async ({ params, body, versie, w }) =>
    one(w.db, await changeSjabloon(w, params.id, versie, body)),
  )
}

async function one(db: Db, row: SjabloonRow | undefined) {
  const [presented] = await presentSjablonenBeheer(db, row ? [row] : [])
  if (!presented) throw notFound()
  return presented
}
