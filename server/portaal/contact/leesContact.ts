import type { Contactdraad, Contactrij } from '#contract/portaal/contact.ts'
import { listKanalen } from '#server/beheer/index.ts'
import {
  findDraad,
  type KlantcontactRow,
  listBijlagenVan,
  markGelezen,
  samenvattingVan,
} from '#server/klantcontacten/index.ts'
import { notFound } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { page } from '#server/platform/http/cursor.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { findTakenVan } from '#server/taken/index.ts'
import { eisDomein, type Toegang } from '../toegang/toegang.ts'
import { berichtenVan, standVan } from './draad.ts'
import { countOngelezen, selectDraden, selectZichtbaar } from './store.ts'

/** Threads of the customer, the latest first. */
export async function listContact(
  ctx: ReadContext,
  toegang: Toegang,
  { na, aantal }: { na?: string | undefined; aantal: number },
): Promise<{ rijen: Contactrij[]; volgende?: string; ongelezen: number }> {
  eisDomein(toegang, 'contact')
  const rows = await selectDraden(ctx.db, toegang, { na, aantal, now: ctx.now })
  const { rijen, volgende } = page(rows, aantal, (row) => [row.laatste_op.toISOString(), row.id])
  const taken = await findTakenVan(
    ctx.db,
    rijen.flatMap(({ ids }) => ids),
  )
  if (na === undefined) await log(ctx, toegang, 'Vragen en antwoorden bekijken')
  return {
    rijen: rijen.map((row) => ({
      id: row.id,
      onderwerp: row.onderwerp,
      ...standVan(
        row.laatste_van,
        taken.filter((taak) => taak.klantcontact_id !== null && row.ids.includes(taak.klantcontact_id)),
      ),
      ongelezen: row.ongelezen,
      laatsteOp: row.laatste_op.toISOString(),
      laatsteVan: row.laatste_van,
      laatsteTekst: samenvattingVan(row.laatste_tekst),
    })),
    ...(volgende && { volgende }),
    ongelezen: await countOngelezen(ctx.db, toegang, ctx.now),
  }
}

/**
 * The posts of one thread that the customer may see, oldest first.
 * @throws 404 when the post itself is none of those
 */
export async function eisDraad(ctx: ReadContext, toegang: Toegang, id: string): Promise<KlantcontactRow[]> {
  const draad = await findDraad(ctx.db, id)
  const zichtbaar = await selectZichtbaar(
    ctx.db,
    toegang,
    draad.map((post) => post.id),
  )
  if (!zichtbaar.has(id)) throw notFound()
  return draad.filter((post) => zichtbaar.has(post.id))
}

export async function leesDraad(ctx: ReadContext, toegang: Toegang, id: string): Promise<Contactdraad> {
  const posts = await eisDraad(ctx, toegang, id)
  await log(ctx, toegang, 'Vraag en antwoord lezen', id)
  return presentDraad(ctx, posts)
}

export async function presentDraad(ctx: ReadContext, posts: readonly KlantcontactRow[]): Promise<Contactdraad> {
  const ids = posts.map((post) => post.id)
  const [kanalen, bijlagen, taken] = await Promise.all([
    listKanalen(ctx.db),
    listBijlagenVan(ctx.db, ids),
    findTakenVan(ctx.db, ids),
  ])
  const berichten = posts.flatMap((post) =>
    berichtenVan(post, {
      kanaal: kanalen.find(({ code }) => code === post.kanaal_code)?.naam ?? '',
      bijlagen: bijlagen
        .filter((each) => each.klantcontact_id === post.id && each.klaar)
        .map(({ id, bestandsnaam, mediatype, omvang }) => ({ id, bestandsnaam, mediatype, omvang: Number(omvang) })),
    }),
  )
  const eerste = posts[0]
  if (!eerste) throw new Error('a thread has no post')
  return {
    id: eerste.id,
    onderwerp: eerste.onderwerp,
    ...standVan(berichten.at(-1)?.van ?? 'klant', taken),
    ongelezen: posts.filter((post) => post.richting === 'uitgaand' && post.gelezen_op === null).length,
    berichten,
  }
}

/** He has the thread on his screen: of every answer of ours the first moment is kept. */
export async function markeerGelezen(w: WriteContext, toegang: Toegang, id: string): Promise<void> {
  const posts = await eisDraad(w, toegang, id)
  const vanOns = posts.filter((post) => post.richting === 'uitgaand' || post.antwoord !== '')
  await markGelezen(
    w,
    vanOns.map((post) => post.id),
    toegang.partijId,
  )
}

const log = (ctx: ReadContext, toegang: Toegang, doel: string, objectId?: string) =>
  logVerwerking(ctx, { actie: 'inzien', doel, objectSoort: 'klantcontact', objectId, partijIds: [toegang.partijId] })
