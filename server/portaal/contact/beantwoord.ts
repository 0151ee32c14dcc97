import type { BodyOf } from '#contract/endpoint.ts'
import type * as contract from '#contract/portaal/contact.ts'
import { findTeams, isLid } from '#server/beheer/index.ts'
import { type KlantcontactRow, presentPosts, samenvattingVan } from '#server/klantcontacten/index.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { addTaaknotitie, createTaak, findTakenVan, type TaakRow } from '#server/taken/index.ts'
import { alsSysteem } from '../http.ts'
import type { Toegang } from '../toegang/toegang.ts'
import { eisDraad } from './leesContact.ts'
import { routeVoor, schrijfPost } from './stelVraag.ts'

/**
 * The customer says something back. While somebody still works on his question it is added there; otherwise it is new
 * work, for who answered him when that person is still in the team.
 * @throws 404 when the thread is not his
 */
export async function beantwoord(
  w: WriteContext,
  toegang: Toegang,
  id: string,
  { tekst, ...bestanden }: BodyOf<typeof contract.beantwoordContact>,
): Promise<KlantcontactRow> {
  const posts = await eisDraad(w, toegang, id)
  const [eerste, laatste] = [posts[0], posts.at(-1)]
  if (!eerste || !laatste) throw new Error('a thread has no post')
  const [vorm] = await presentPosts(w.db, [eerste])
  const onderwerpIds = (vorm?.onderwerpen ?? []).map((onderwerp) => onderwerp.id)
  const post = await schrijfPost(w, toegang, {
    // A terugkoppeling keeps promises, and is only ever ours.
    type: eerste.type === 'terugkoppeling' ? 'vraag' : eerste.type,
    detailsoort: eerste.detailsoort,
    onderwerpIds,
    onderwerp: eerste.onderwerp,
    tekst,
    antwoordOpPost: laatste,
    ...bestanden,
  })
  const taken = await findTakenVan(
    w.db,
    posts.map((each) => each.id),
  )
  const open = taken.find(({ status }) => status !== 'afgerond' && status !== 'geannuleerd')
  if (open) {
    await addTaaknotitie(alsSysteem(w), open.id, {
      tekst: `De klant schrijft in het portaal:\n${tekst}`,
      corrigeert: null,
    })
    return post
  }
  const { wie, route } = await voorWie(w, posts, taken, onderwerpIds)
  await createTaak(alsSysteem(w), {
    teamId: route.teamId,
    medewerkerId: wie,
    soort: route.taakSoort,
    onderwerp: `Reactie in het portaal: ${samenvattingVan(eerste.onderwerp)}`.slice(0, 200),
    toelichting: tekst,
    termijnWerkdagen: route.termijnWerkdagen,
    partijId: toegang.partijId,
    klantcontactId: post.id,
    belofte: true,
  })
  return post
}

/** The team that had it last, and in that team who answered; a team that is no more is passed over. */
async function voorWie(
  w: WriteContext,
  posts: readonly KlantcontactRow[],
  taken: readonly TaakRow[],
  onderwerpIds: readonly string[],
) {
  const gewoon = await routeVoor(w, onderwerpIds)
  const vorige = taken.at(-1)
  const team = vorige && (await findTeams(w.db, [vorige.team_id])).get(vorige.team_id)
  const route = team?.actief ? { ...gewoon, teamId: team.id } : gewoon
  const antwoorder = posts.findLast(({ richting }) => richting === 'uitgaand')?.medewerker_id
  const wie = antwoorder && (await isLid(w.db, route.teamId, antwoorder)) ? antwoorder : null
  return { wie, route }
}
