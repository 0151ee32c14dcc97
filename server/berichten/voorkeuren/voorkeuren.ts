import { type KanaalKeuze, type KeuzeDoel, keuzeDoelen, mogelijkeKeuzes } from '#contract/portaal/voorkeuren.ts'
import { conflict } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { laadPartij } from '#server/relaties/index.ts'
import { bereikbaarVan } from '../bereikbaar.ts'
import { onbestelbaarVan } from '../retour/onbestelbaarVan.ts'
import type { Keuzes } from '../tables.ts'
import { insertVoorkeur, lockVoorkeur, selectVoorkeur, updateVoorkeur } from './store.ts'

/** What a klant chose, what he can choose, and by which ways he can be reached now. */
export async function leesVoorkeuren(ctx: Pick<ReadContext, 'db' | 'now'>, partijId: string) {
  const [row, bereikbaar, onbestelbaar] = await Promise.all([
    selectVoorkeur(ctx.db, partijId),
    bereikbaarVan(ctx.db, partijId, ctx.now),
    laadPartij(ctx.db, partijId).then((partij) => onbestelbaarVan(ctx, partij)),
  ])
  return {
    regels: keuzeDoelen.map((doel) => ({
      doel,
      kanaal: row?.keuzes[doel] ?? null,
      mogelijk: [...mogelijkeKeuzes[doel]],
    })),
    geenSms: row?.geen_sms ?? false,
    bereikbaar: {
      email: bereikbaar.email ?? null,
      mobiel: bereikbaar.mobiel ?? null,
      post: bereikbaar.post !== undefined,
      push: bereikbaar.push ?? false,
    },
    onbestelbaar: onbestelbaar.map(({ adres }) => adres),
    versie: row?.versie ?? 0,
  }
}

type Wens = { regels: readonly { doel: KeuzeDoel; kanaal: KanaalKeuze | null }[]; geenSms: boolean }

/** @throws 409 when somebody changed them since `versie` was read */
export async function zetVoorkeuren(w: WriteContext, partijId: string, wens: Wens, versie: number): Promise<void> {
  const before = await lockVoorkeur(w.tx, partijId)
  if ((before?.versie ?? 0) !== versie) throw verouderd()
  const keuzes: Keuzes = { ...before?.keuzes }
  for (const { doel, kanaal } of wens.regels) {
    if (kanaal) keuzes[doel] = kanaal
    else delete keuzes[doel]
  }
  const row = { keuzes, geen_sms: wens.geenSms, gewijzigd_op: w.now }
  const after = before
    ? await updateVoorkeur(w.tx, before, row)
    : await insertVoorkeur(w.tx, { ...row, id: newId(), partij_id: partijId })
  if (!after) throw verouderd()
  await logVerwerking(w, {
    actie: before ? 'wijzigen' : 'toevoegen',
    doel: 'Hoe de klant berichten wil krijgen',
    objectSoort: 'bericht_voorkeur',
    objectId: after.id,
    partijIds: [partijId],
  })
}

/** One choice, by who stopped a kind of message from a mail. */
export async function zetKeuze(w: WriteContext, partijId: string, doel: KeuzeDoel, kanaal: KanaalKeuze): Promise<void> {
  const before = await lockVoorkeur(w.tx, partijId)
  const wens = { regels: [{ doel, kanaal }], geenSms: before?.geen_sms ?? false }
  await zetVoorkeuren(w, partijId, wens, before?.versie ?? 0)
}

const verouderd = () => conflict('verouderd', 'Uw keuzes zijn intussen veranderd. Kijk ze nog een keer na.')
