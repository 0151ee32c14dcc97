import type { GesprekInhoud } from '#contract/gesprekken.ts'
import { listKanalen, listOnderwerpen, listTeams } from '#server/beheer/index.ts'
import {
  findKlantcontacten,
  findLosseBijlagen,
  findSjablonen,
  type KlantcontactRow,
  mayUseSjabloon,
  mayViewKlantcontact,
  type SjabloonRow,
  sameCustomer,
} from '#server/klantcontacten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { mag, type WriteContext } from '#server/platform/http/context.ts'
import { getTaak } from '#server/taken/index.ts'
import { findEenheden, wonenVan } from '#server/wonen/index.ts'
import { findZaken, magZaakZien, type ZaakRow } from '#server/zaken/index.ts'
import { type Bekend, isUuid } from './regels/checkGesprek.ts'
import type { ConceptRow } from './tables.ts'

export type Gevonden = {
  bekend: Bekend
  sjablonen: ReadonlyMap<string, SjabloonRow>
  posts: ReadonlyMap<string, KlantcontactRow>
  /** In the order of upload. */
  bijlageIds: readonly string[]
  /** Zaken that this employee may see: the contact becomes part of them. */
  zaakIds: ReadonlySet<string>
}

/** Looks up everything the contact points at, with the rights of this employee: only what he may use comes back. */
export async function zoekBekend(
  w: WriteContext,
  concept: ConceptRow,
  partijId: string | null,
  inhoud: GesprekInhoud,
): Promise<Gevonden> {
  const { vragen } = inhoud
  // A template counts as it was when the conversation began: it must not expire while somebody is talking.
  const dag = dagVan(concept.begonnen_op)
  const usable = (await findSjablonen(w.db, ids(vragen.map((vraag) => vraag.sjabloonId)))).filter((sjabloon) =>
    mayUseSjabloon(sjabloon, w.actor.rollen, dag),
  )
  const [kanalen, teams, onderwerpen, bijlagen] = await Promise.all([
    listKanalen(w.db),
    listTeams(w.db),
    listOnderwerpen(w.db),
    findLosseBijlagen(w.db, concept.id),
  ])
  const linkedPosts = vragen.flatMap((vraag) =>
    vraag.koppelingen.filter((each) => each.soort === 'klantcontact').map((each) => each.objectId),
  )
  const posts = await findKlantcontacten(w.db, uuids([...vragen.map((vraag) => vraag.antwoordOp), ...linkedPosts]))
  const zaken = await ownZaken(w, inhoud)
  const own = await ownPosts(w, concept, partijId, [...posts.values()])
  return {
    bekend: {
      partijId,
      kanalen: new Set(kanalen.filter((kanaal) => kanaal.actief).map((kanaal) => kanaal.code)),
      teams: new Set(teams.filter((team) => team.actief).map((team) => team.id)),
      onderwerpen: new Set(onderwerpen.map((onderwerp) => onderwerp.id)),
      sjablonen: new Map(
        usable.map(({ id, naam, notitietekst, bijlage_verplicht }) => [
          id,
          { naam, notitietekst, bijlageVerplicht: bijlage_verplicht },
        ]),
      ),
      bijlagen: new Set(bijlagen.map((bijlage) => bijlage.id)),
      koppelbaar: new Set([
        ...[...own].map((id) => `klantcontact:${id}`),
        ...(await linkableWonen(w, partijId, inhoud)),
        ...zaken.map(({ id }) => `zaak:${id}`),
      ]),
      beantwoordbaar: own,
      begonnenZaken: new Set(
        zaken.filter(({ ontvangen_op }) => ontvangen_op >= concept.begonnen_op).map(({ id }) => id),
      ),
    },
    sjablonen: new Map(usable.map((sjabloon) => [sjabloon.id, sjabloon])),
    posts,
    bijlageIds: bijlagen.map((bijlage) => bijlage.id),
    zaakIds: new Set(zaken.map(({ id }) => id)),
  }
}

/** Zaken of our own register that it is about, such as one that was started in this contact. */
async function ownZaken(w: WriteContext, { vragen }: GesprekInhoud): Promise<ZaakRow[]> {
  const linked = vragen.flatMap((vraag) => vraag.koppelingen.filter((each) => each.soort === 'zaak'))
  const zaken = await findZaken(w.db, uuids(linked.map(({ objectId }) => objectId)))
  return [...zaken.values()].filter((zaak) => magZaakZien(w.actor, zaak))
}

/** Posts of this klant that this employee may see, and the question of the taak the contact was started from. */
async function ownPosts(w: WriteContext, concept: ConceptRow, partijId: string | null, posts: KlantcontactRow[]) {
  const taak = concept.taak_id ? await getTaak(w, concept.taak_id).catch(() => undefined) : undefined
  const own = new Set<string>()
  for (const post of posts) {
    const visible = mayViewKlantcontact(w.actor, post) || post.id === taak?.klantcontact_id
    if (visible && (await sameCustomer(w.db, post.id, partijId, w.now))) own.add(post.id)
  }
  return own
}

/** Any home may be what it is about, also the neighbour's; a contract only when it is the klant's own. */
async function linkableWonen(w: WriteContext, partijId: string | null, { vragen }: GesprekInhoud): Promise<string[]> {
  const koppelingen = vragen.flatMap((vraag) => vraag.koppelingen)
  if (!mag(w.actor, 'wonen.lezen')) return []
  const eenheden = await findEenheden(
    w.db,
    uuids(koppelingen.filter((each) => each.soort === 'eenheid').map((each) => each.objectId)),
  )
  const asksContract = partijId !== null && koppelingen.some((each) => each.soort === 'overeenkomst')
  const woningen = asksContract ? await wonenVan(w.db, partijId, dagVan(w.now)) : []
  return [
    ...[...eenheden.keys()].map((id) => `eenheid:${id}`),
    ...woningen.map(({ overeenkomst }) => `overeenkomst:${overeenkomst.id}`),
  ]
}

const ids = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))]
/** An id that is no uuid cannot exist, and PostgreSQL would refuse the whole query. */
const uuids = (values: readonly (string | null)[]) => ids(values).filter(isUuid)
