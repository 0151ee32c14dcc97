import { z } from 'zod'
import { directePost } from '#server/berichten/index.ts'
import { write } from '#server/platform/db/write.ts'
import { fileStoreOf, receiveFolderOf } from '#server/platform/files/fileStore.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { type JobHandlers, job } from '#server/platform/jobs/jobs.ts'
import type { Services } from '#server/slice.ts'
import type { Zaakdelingen } from '../toegang/magZaak.ts'
import { stuurAdrescode } from './adreswijziging.ts'
import { maakExport, ruimExportsOp } from './export/maakExport.ts'
import { deleteVerlopen } from './store.ts'

/** @param delingen which zaken are shown, and to whom; from the processes of the organisatie */
export function gegevensJobs(
  { config, secret }: Services,
  delingen: (ctx: ReadContext) => Promise<Zaakdelingen>,
): JobHandlers {
  const stuur = directePost(config)
  const files = fileStoreOf(config)
  return {
    'portaal.adrescode': job({
      payload: z.object({ id: z.uuid() }),
      run: (ctx, { id }) => stuurAdrescode(ctx, id, secret, stuur),
    }),
    'portaal.export': job({
      payload: z.object({ id: z.uuid(), klantPartijId: z.uuid() }),
      run: (ctx, payload) => maakExport(ctx, payload, { files, receiveFolder: receiveFolderOf(config), delingen }),
    }),
    'portaal.opruimen': job({
      payload: z.object({}),
      cron: '37 3 * * *',
      run: async (ctx) => {
        await ruimExportsOp(ctx, files)
        await write(ctx, (w) => deleteVerlopen(w.tx, w.now))
      },
    }),
  }
}
