import { sql } from 'kysely'
import { write } from '#server/platform/db/write.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { herkenZoekvraag, type Zoeksoort } from '#server/platform/search/zoekvraag.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'

/**
 * One line per search, not per keystroke: while somebody types, his question waits in `zoekopdracht` (one row per
 * employee) and becomes a line when he asks something else, or within a minute.
 *
 * The line says on what kind of data was searched and which people were in the list, and not what was typed: that may be
 * the name of somebody we do not know, and to account for the processing it is not needed (GDPR art. 5(1)(c)).
 */
export async function noteerZoeken(ctx: ReadContext, vraag: string, partijIds: string[]): Promise<void> {
  await write(ctx, async (w) => {
    // A keystroke need not wait for the disk: what a power cut takes is the question of the last moment.
    await sql`set local synchronous_commit = off`.execute(w.tx)
    const vorige = await sql<Zoekopdracht>`
      select * from zoekopdracht where medewerker_id = ${ctx.actor.medewerkerId} for update`.execute(w.tx)
    const [lopend] = vorige.rows
    if (lopend && !gaatVerder(lopend, vraag, ctx.now)) await schrijf(w, lopend)
    await sql`
      insert into zoekopdracht (medewerker_id, actor, vraag, partij_ids, op)
      values (${ctx.actor.medewerkerId}, ${ctx.actor.naam}, ${vraag}, ${partijIds}::uuid[], ${ctx.now})
      on conflict (medewerker_id) do update set
        actor = excluded.actor, vraag = excluded.vraag, partij_ids = excluded.partij_ids, op = excluded.op`.execute(
      w.tx,
    )
  })
}

/** Job: writes the questions that nobody went on with. */
export async function noteerRustigeZoekopdrachten(w: WriteContext): Promise<void> {
  const rustig = await sql<Zoekopdracht>`
    delete from zoekopdracht where medewerker_id in (
      select medewerker_id from zoekopdracht where op < ${new Date(w.now.getTime() - rustNa)}
      for update skip locked limit 1000)
    returning *`.execute(w.tx)
  for (const opdracht of rustig.rows) await schrijf(w, opdracht)
}

/** "van den be" → "van den berg", or a step back: still the same search. */
export function gaatVerder(lopend: { vraag: string; op: Date }, vraag: string, nu: Date): boolean {
  const recent = nu.getTime() - lopend.op.getTime() < rustNa
  return recent && (vraag.startsWith(lopend.vraag) || lopend.vraag.startsWith(vraag))
}

/** "Zoeken op naam of tekst, geboortedatum": the kinds of data in the question. */
export function doelVan(vraag: string): string {
  const soorten = herkenZoekvraag(vraag).delen.map(({ kan }) => (kan.length === 1 ? kan[0] : undefined) ?? 'nummer')
  return `Zoeken op ${[...new Set(soorten)].map((soort) => namen[soort]).join(', ') || 'tekst'}`
}

type Zoekopdracht = { medewerker_id: string; actor: string; vraag: string; partij_ids: string[]; op: Date }

const rustNa = 20_000

const namen: Record<Zoeksoort, string> = {
  woord: 'naam of tekst',
  datum: 'geboortedatum',
  telefoon: 'telefoonnummer',
  email: 'e-mailadres',
  iban: 'rekeningnummer',
  postcode: 'postcode',
  nummer: 'nummer',
}

async function schrijf(w: WriteContext, opdracht: Zoekopdracht): Promise<void> {
  const actor = { ...w.actor, medewerkerId: opdracht.medewerker_id, naam: opdracht.actor }
  await logVerwerking(
    { ...w, actor, now: opdracht.op },
    {
      actie: 'zoeken',
      doel: doelVan(opdracht.vraag),
      objectSoort: 'zoekvraag',
      partijIds: opdracht.partij_ids,
    },
  )
}
