import * as contract from '#contract/processen.ts'
import { getKlantcontact, mayViewKlantcontact } from '#server/klantcontacten/index.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import type { Http } from '#server/platform/http/handle.ts'
import { logVerwerking } from '#server/platform/verwerkingenlog/log.ts'
import { getZaak } from '#server/zaken/index.ts'
import { herkans, listActies, slaOver, verbeter } from './acties/lijst.ts'
import { bekendeAntwoorden } from './bekendeAntwoorden.ts'
import { formuliercontext } from './formulier.ts'
import { metEigenLijsten } from './lijsten.ts'
import { presentProces } from './present.ts'
import { signaleer } from './signaleer.ts'
import { startProces } from './startProces.ts'
import { laadVersie } from './versies/geladen.ts'
import { versieRoutes } from './versies/routes.ts'
import { selectGeldend, selectProcessen } from './versies/store.ts'
import { voltooiStap } from './voltooiStap.ts'

export function procesRoutes(http: Http): void {
  http.read(contract.listProcessen, async ({ ctx }) => {
    const geldend = new Map((await selectGeldend(ctx.db)).map((versie) => [versie.proces, versie]))
    const rijen = (await selectProcessen(ctx.db)).filter(({ actief, proces }) => actief && geldend.has(proces))
    return {
      rijen: await Promise.all(
        rijen.map(async ({ proces, naam, omschrijving }) => {
          const versie = geldend.get(proces)
          const { formulier } = await beginVan(ctx, proces)
          return {
            proces,
            naam,
            omschrijving,
            zaaktype: versie?.zaaktype ?? proces,
            versie: versie?.nummer ?? 0,
            heeftFormulier: formulier !== null,
          }
        }),
      ),
    }
  })

  http.read(contract.getStartformulier, async ({ params, query, ctx }) => {
    const { geladen, formulier } = await beginVan(ctx, params.proces)
    await eisContact(ctx, query.klantcontactId)
    const context = await formuliercontext(ctx, geladen, query)
    if (query.partijId)
      await logVerwerking(ctx, {
        actie: 'inzien',
        doel: `Proces beginnen: ${geladen.naam}`,
        objectSoort: 'partij',
        objectId: query.partijId,
        partijIds: [query.partijId],
      })
    const compleet = formulier && (await metEigenLijsten(ctx.db, formulier))
    return {
      proces: params.proces,
      naam: geladen.naam,
      formulier: compleet,
      context,
      antwoorden: await bekendeAntwoorden(ctx, formulier, query.partijId),
    }
  })

  http.write(contract.startProces, async ({ params, body, w }) => {
    const actief = (await selectProcessen(w.db)).find(({ proces }) => proces === params.proces)?.actief
    if (!actief) throw notFound()
    await eisContact(w, body.klantcontactId)
    const { instantieId, zaakId, zaak } = await startProces(w, { ...body, proces: params.proces })
    return { instantieId, zaakId, nummer: zaak.nummer }
  })

  http.read(contract.getZaakProces, ({ params, ctx }) => presentProces(ctx, params.id))
  http.write(contract.voltooiStap, async ({ params, body, w }) => {
    const na = await voltooiStap(w, { ...body, zaakId: params.id, element: params.element })
    return presentProces(w, params.id, na)
  })
  http.write(contract.signaleerZaak, async ({ params, body, w }) => {
    await getZaak(w, params.id)
    const gehoord = await signaleer(w, { ...body, zaakId: params.id })
    if (!gehoord) throw conflict('wacht-niet', `Deze zaak wacht nu niet op "${body.naam}".`)
    return presentProces(w, params.id)
  })

  http.read(contract.listActies, ({ query, ctx }) => listActies(ctx, query))
  http.write(contract.herkansActie, ({ params, w }) => herkans(w, params.id))
  http.write(contract.slaActieOver, ({ params, body, w }) => slaOver(w, params.id, body))
  http.write(contract.verbeterActie, ({ params, body, w }) => verbeter(w, params.id, body.invoer))

  versieRoutes(http)
}

/** Its words go into the case: only who may read them may bring them there. @throws 404 */
async function eisContact(ctx: ReadContext, id: string | null | undefined): Promise<void> {
  if (id && !mayViewKlantcontact(ctx.actor, await getKlantcontact(ctx.db, id))) throw notFound()
}

/** @throws 404 when the process is not in force */
async function beginVan(ctx: ReadContext, proces: string) {
  const [versie] = await selectGeldend(ctx.db, proces)
  if (!versie) throw notFound()
  const geladen = await laadVersie(ctx.db, versie.id)
  const { model, formulieren } = geladen
  const begin = [...model.stappen.values()].find(({ soort, ouder }) => soort === 'StartEvent' && ouder === model.id)
  return { geladen, formulier: formulieren[begin?.formulier ?? ''] ?? null }
}
