import { write } from '#server/platform/db/write.ts'
import { emit } from '#server/platform/events/emit.ts'
import { type ReadContext, systemActor } from '#server/platform/http/context.ts'

/** Tells the rest of Rondom that somebody came in, and leaves a line in the log: who, how, never from an address book. */
export async function meldAan(ctx: ReadContext, medewerkerId: string, wijze: string): Promise<void> {
  ctx.log.info({ medewerker: medewerkerId, wijze, verzoek: ctx.verzoekId }, 'signed in')
  await write({ ...ctx, actor: systemActor }, (w) =>
    emit(w, {
      soort: 'medewerker.aangemeld',
      onderwerpen: [`medewerker:${medewerkerId}`],
      gegevens: { medewerkerId, wijze },
    }),
  )
}
