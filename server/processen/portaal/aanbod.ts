import type { Formulierdefinitie } from '#contract/formulieren.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { bekendeAntwoorden } from '../bekendeAntwoorden.ts'
import { formuliercontext, type Portaalwie } from '../formulier.ts'
import { metEigenLijsten } from '../lijsten.ts'
import { type Geladen, laadVersie } from '../versies/geladen.ts'
import { selectGeldend, selectProcessen } from '../versies/store.ts'
import type { Portaaldefinitie } from './definitie.ts'
import { zoalsKlant } from './zoalsKlant.ts'

export type Portaalproces = { proces: string; zaaktype: string; portaal: Portaaldefinitie; actief: boolean }

/** Every process in force that has a `portaal.json`, in the order of the portal; also what is only followed. */
export async function listPortaalprocessen(db: Db): Promise<Portaalproces[]> {
  const [geldend, processen] = await Promise.all([selectGeldend(db), selectProcessen(db)])
  const actief = new Set(processen.filter((each) => each.actief).map(({ proces }) => proces))
  const alle = await Promise.all(
    geldend.map(async ({ id, proces, zaaktype }) => ({
      proces,
      zaaktype,
      portaal: (await laadVersie(db, id)).portaal,
      actief: actief.has(proces),
    })),
  )
  return alle
    .flatMap(({ portaal, ...rest }) => (portaal ? [{ ...rest, portaal }] : []))
    .sort((a, b) => a.portaal.volgorde - b.portaal.volgorde || a.proces.localeCompare(b.proces))
}

/**
 * The form that starts a process, as a customer is asked it.
 * @param bekend whether what we know of the person may be filled in: not for who acts for him without that right
 * @throws 404 when it is not in force, or not for customers
 */
export async function startformulierVoorKlant(
  ctx: ReadContext,
  proces: string,
  wie: { partijId: string; eenheidId: string | null; overeenkomstId: string | null; portaal: Portaalwie },
  bekend: boolean,
): Promise<{
  formulier: Formulierdefinitie | null
  context: Record<string, unknown>
  antwoorden: Record<string, unknown>
}> {
  const geladen = await laadGeldend(ctx.db, proces)
  const { model, formulieren } = geladen
  const begin = [...model.stappen.values()].find(({ soort, ouder }) => soort === 'StartEvent' && ouder === model.id)
  const formulier = formulieren[begin?.formulier ?? '']
  if (!formulier) return { formulier: null, context: {}, antwoorden: {} }
  const alles = await formuliercontext(ctx, geladen, wie)
  const { def, gegevens } = zoalsKlant(await metEigenLijsten(ctx.db, formulier), alles)
  return {
    formulier: def,
    context: gegevens,
    antwoorden: bekend ? await bekendeAntwoorden(ctx, def, wie.partijId) : {},
  }
}

async function laadGeldend(db: Db, proces: string): Promise<Geladen> {
  const [versie] = await selectGeldend(db, proces)
  if (!versie) throw notFound()
  return laadVersie(db, versie.id)
}
