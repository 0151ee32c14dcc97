import type { Proefstap, Proefstart } from '#contract/procesproef.ts'
import type { Actor } from '#server/platform/http/context.ts'
import type { Huurder } from './mensen.ts'

/** What a klant answered to the question how it went. */
export type Enquete = { enquete: { score: number; opgelost: boolean; opmerking: string } }
/** Somebody of the team takes the open work of this case in hand. */
export type Oppakken = { oppakken: Actor }

export type Stap = { door?: Actor } & (Proefstap | Enquete | Oppakken)

/** One case of the demo, from its first word to how it stands now. */
export type Zaakverhaal = {
  proces: string
  klant: Huurder
  /** Somebody else than a klant: a neighbour, a passer-by. */
  zonderKlant?: true
  begin: string
  kanaal: string
  /** Who took the call. */
  door: Actor
  /** What was said, in the contactmoment. */
  vraag: string
  onderwerp: string
  antwoorden: Record<string, unknown>
  acties?: Proefstart['acties']
  /** Booked in the ERP that is there now, so that the order goes on by itself. */
  inErp?: { defect: string; locatie: string; element: string }
  stappen: Stap[]
}
