import type { BodyOf } from '#contract/endpoint.ts'
import type { KlantcontactType } from '#contract/klantcontacten.ts'
import type * as contract from '#contract/portaal/contact.ts'
import { listOnderwerpen, listTeams } from '#server/beheer/index.ts'
import {
  attachBijlagen,
  discardBijlagen,
  type KlantcontactRow,
  listSjablonen,
  registerKlantcontact,
  samenvattingVan,
} from '#server/klantcontacten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import { conflict, invalid } from '#server/platform/errors.ts'
import type { ReadContext, WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { createTaak } from '#server/taken/index.ts'
import { alsSysteem } from '../http.ts'
import { eisDomein, type Toegang } from '../toegang/toegang.ts'
import { conceptVan } from './conceptVan.ts'
import { kiesRoute, type Route } from './kiesRoute.ts'

/** What a question can be about: the subjects of the first level. */
export async function listVraagonderwerpen(ctx: ReadContext): Promise<{ id: string; naam: string }[]> {
  const onderwerpen = await listOnderwerpen(ctx.db)
  return onderwerpen
    .filter(({ actief, bovenliggend_id }) => actief && bovenliggend_id === null)
    .map(({ id, naam }) => ({ id, naam }))
}

/** A new question of a customer: a klantcontact that he sees at once, and a taak with a promise for the right team. */
export async function stelVraag(
  w: WriteContext,
  toegang: Toegang,
  { onderwerpId, onderwerp, tekst, ...bestanden }: BodyOf<typeof contract.stelVraag>,
): Promise<KlantcontactRow> {
  eisDomein(toegang, 'contact')
  const gekozen = (await listOnderwerpen(w.db)).find(({ id, actief }) => id === onderwerpId && actief)
  if (!gekozen) throw invalid('onderwerpId', 'onbekend', 'Kies waar uw vraag over gaat.')
  return legVraagVast(w, toegang, {
    onderwerpIds: [gekozen.id, gekozen.bovenliggend_id].filter((id) => id !== null),
    onderwerp: onderwerp || kop(tekst),
    tekst,
    taakOnderwerp: `Vraag uit het portaal: ${onderwerp || kop(tekst)}`,
    ...bestanden,
  })
}

export type Vraag = {
  type?: KlantcontactType
  detailsoort?: string
  /** The subject first, then what it stands under. */
  onderwerpIds: readonly string[]
  onderwerp: string
  tekst: string
  /** What only the team may read. */
  toelichting?: string
  taakOnderwerp: string
  conceptId?: string | undefined
  bijlageIds?: readonly string[]
  koppelingen?: Parameters<typeof registerKlantcontact>[1]['koppelingen']
}

/** Writes down what a customer asks, and gives it to a team. The caller decided that he may ask it. */
export async function legVraagVast(w: WriteContext, toegang: Toegang, vraag: Vraag): Promise<KlantcontactRow> {
  const route = await routeVoor(w, vraag.onderwerpIds)
  const post = await schrijfPost(w, toegang, vraag)
  await createTaak(alsSysteem(w), {
    teamId: route.teamId,
    soort: route.taakSoort,
    onderwerp: vraag.taakOnderwerp.slice(0, 200),
    toelichting: vraag.toelichting ?? vraag.tekst,
    termijnWerkdagen: route.termijnWerkdagen,
    partijId: toegang.partijId,
    klantcontactId: post.id,
    belofte: true,
  })
  return post
}

/** What a customer says, as a post of his own with its files. */
export async function schrijfPost(
  w: WriteContext,
  toegang: Toegang,
  vraag: Omit<Vraag, 'taakOnderwerp' | 'toelichting'> & { antwoordOpPost?: KlantcontactRow },
): Promise<KlantcontactRow> {
  const { klant } = toegang
  const onderwerpId = vraag.onderwerpIds[0]
  const post = await registerKlantcontact(alsSysteem(w), {
    gesprekId: newId(),
    partijId: toegang.partijId,
    type: vraag.type ?? 'vraag',
    detailsoort: vraag.detailsoort ?? '',
    kanaalCode: 'portaal',
    richting: 'inkomend',
    onderwerp: vraag.onderwerp,
    onderwerpIds: onderwerpId ? [onderwerpId] : [],
    vraag: vraag.tekst,
    toonInPortaal: true,
    contactGelukt: true,
    ...(vraag.antwoordOpPost && { antwoordOpPost: vraag.antwoordOpPost }),
    ...(toegang.hoedanigheid !== 'zelf' && { vertegenwoordiger: { partijId: klant.partijId, naam: klant.naam } }),
    ...(vraag.koppelingen && { koppelingen: vraag.koppelingen }),
  })
  if (vraag.conceptId) {
    const concept = conceptVan(klant.accountId, vraag.conceptId)
    await attachBijlagen(w.tx, concept, post.id, vraag.bijlageIds ?? [])
    await discardBijlagen(w.tx, concept)
  }
  return post
}

/** @throws 409 when there is no team that could answer */
export async function routeVoor(w: WriteContext, onderwerpIds: readonly string[]): Promise<Route> {
  const [sjablonen, teams] = await Promise.all([listSjablonen(w.db, 'actief'), listTeams(w.db)])
  const route = kiesRoute(onderwerpIds, sjablonen, teams, dagVan(w.now))
  if (!route) throw conflict('geen-team', 'Wij kunnen uw vraag hier nu niet aannemen. Bel ons, dan helpen wij u.')
  return route
}

/** The beginning of the question, for who gave it no title. */
const kop = (tekst: string) => samenvattingVan(tekst).slice(0, 80)
