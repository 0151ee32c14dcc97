import * as contract from '#contract/procesbeheer.ts'
import * as inhoud from '#contract/procesinhoud.ts'
import * as proef from '#contract/procesproef.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { beschrijfActies } from '../acties/index.ts'
import { bewaarScenario } from '../scenarios/bewaarScenario.ts'
import { draaiProef, getProef, proefdraaien } from '../scenarios/proefdraaien.ts'
import {
  bewaarConcept,
  getVersie,
  listBeheer,
  maakConcept,
  publiceer,
  verwijderConcept,
  wijzigProces,
} from './beheer.ts'
import { getProcesnamen } from './namen.ts'
import { probeerBeslissing } from './probeerBeslissing.ts'
import { stuurProefbericht, toonProcesbericht } from './procesbericht.ts'

/** The library of the functioneel beheerder. */
export function versieRoutes(http: Http): void {
  http.read(contract.listBeheerProcessen, async ({ ctx }) => ({ rijen: await listBeheer(ctx) }))
  http.write(contract.wijzigProces, ({ params, versie, body, w }) => wijzigProces(w, params.proces, versie, body))
  http.read(contract.getProcesVersie, ({ params, ctx }) => getVersie(ctx, params.id))
  http.write(contract.maakConcept, ({ params, body, w }) => maakConcept(w, params.proces, body.bestanden))
  http.write(contract.bewaarConcept, ({ params, versie, body, w }) =>
    bewaarConcept(w, params.id, versie, body.bestanden),
  )
  http.write(contract.verwijderConcept, ({ params, versie, w }) => verwijderConcept(w, params.id, versie))
  http.write(contract.publiceer, ({ params, versie, body, w }) => publiceer(w, params.id, versie, body.reden))
  http.read(contract.draaiScenario, ({ params, body, ctx }) => proefdraaien(ctx, params.id, body))
  http.read(inhoud.getProcesnamen, ({ params, ctx }) => getProcesnamen(ctx, params.id))
  http.read(inhoud.toonProcesbericht, ({ params, body, ctx }) => toonProcesbericht(ctx, params.id, body))
  http.write(inhoud.stuurProefbericht, ({ params, body, w }) => stuurProefbericht(w, params.id, body))
  http.read(proef.getProef, ({ params, ctx }) => getProef(ctx, params.id))
  http.read(proef.draaiProef, ({ params, body, ctx }) => draaiProef(ctx, params.id, body))
  http.write(proef.bewaarScenario, ({ params, versie, body, w }) => bewaarScenario(w, params.id, versie, body))
  http.read(contract.probeerBeslissing, ({ params, body, ctx }) =>
    probeerBeslissing(ctx, params.id, params.beslissing, body),
  )
  http.read(contract.listActiesoorten, async () => ({ rijen: beschrijfActies() }))
}
