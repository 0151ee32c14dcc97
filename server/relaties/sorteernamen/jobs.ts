import { z } from 'zod'
import { sorteernaam } from '#contract/regels/naam.ts'
import { write } from '#server/platform/db/write.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import { naamvolgorde } from './naamvolgorde.ts'
import { selectNaamdelen, updateSorteernamen } from './store.ts'

export const sorteernaamJobs: JobHandlers = {
  'relaties.sorteernamen': job({ payload: z.object({}), run: rekeySorteernamen }),
}

const perKeer = 2000

/** Brings the names in lists in the order of the setting, a page per transaction, so that nobody waits for it. */
async function rekeySorteernamen(ctx: ReadContext): Promise<void> {
  let na: string | undefined = '00000000-0000-0000-0000-000000000000'
  while (na !== undefined) {
    const after: string = na
    na = await write(ctx, (w) => rekeyPage(w, after))
  }
}

/** @returns the last one of the page; undefined after the last page */
async function rekeyPage(w: WriteContext, na: string): Promise<string | undefined> {
  const volgorde = await naamvolgorde(w)
  const page = await selectNaamdelen(w.db, na, perKeer)
  const changes = page
    .map(({ id, versie, sorteernaam: was, ...delen }) => ({ id, versie, was, nu: sorteernaam(delen, volgorde) }))
    .filter(({ was, nu }) => was !== nu)
  if (changes.length > 0) await updateSorteernamen(w.tx, changes)
  return page.at(-1)?.id
}
