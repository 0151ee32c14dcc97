import { evalFeel, FeelError } from '#contract/regels/feel/feel.ts'
import { findTeamByCode } from '#server/beheer/index.ts'
import { conflict, notFound } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { newId } from '#server/platform/ids.ts'
import { type NewZaak, openZaak, type ZaakRow } from '#server/zaken/index.ts'
import { neemBestanden } from './bestanden/neemBestanden.ts'
import { controleerAntwoorden, formuliercontext, type Portaalwie } from './formulier.ts'
import { contextVan } from './runtime/context.ts'
import { rollenVan } from './runtime/rollen.ts'
import { zetVoort } from './runtime/zetVoort.ts'
import { insertInstantie } from './store.ts'
import { laadVersie } from './versies/geladen.ts'
import { selectGeldend } from './versies/store.ts'

export type ProcesStart = Pick<
  NewZaak,
  | 'partijId'
  | 'contactpersoonId'
  | 'eenheidId'
  | 'overeenkomstId'
  | 'kanaal'
  | 'klantcontactId'
  | 'hoofdzaakId'
  | 'toelichting'
  | 'rollen'
  | 'ontvangenOp'
> & {
  /** Name of the process folder. */
  proces: string
  antwoorden?: Record<string, unknown>
  /** Another process starts it with what it has: what its form misses or refuses is asked later. */
  onvolledig?: boolean
  /** A customer starts it in the portal, as what; the form is judged as he was asked it. */
  portaal?: Portaalwie
}

/**
 * Starts a klantproces: opens its zaak and runs to the first wait, all in the transaction of `w`.
 * @throws 404 when there is no such process in force, 400 on the answers, 409 when it cannot run
 */
export async function startProces(
  w: WriteContext,
  start: ProcesStart,
): Promise<{ instantieId: string; zaakId: string; zaak: ZaakRow }> {
  const [versie] = await selectGeldend(w.db, start.proces)
  if (!versie) throw notFound()
  const geladen = await laadVersie(w.db, versie.id)
  const { model } = geladen
  const begin = [...model.stappen.values()].find(({ soort, ouder }) => soort === 'StartEvent' && ouder === model.id)
  const team = model.team ? await findTeamByCode(w.db, model.team) : undefined
  const { proces: _, antwoorden: gegeven = {}, onvolledig = false, portaal, ...zaakdelen } = start
  const basis = {
    ...zaakdelen,
    zaaktype: model.zaaktype || start.proces,
    zaaktypeNaam: geladen.naam,
    teamId: team?.id ?? null,
  }
  const context = await formuliercontext(w, geladen, start)
  const antwoorden = await controleerAntwoorden(w, geladen, begin?.formulier ?? '', gegeven, context, {
    onvolledig,
    alsKlant: portaal !== undefined,
  })
  const bekend = { ...antwoorden, ...context }
  const vertrouwelijk = reken(w, model.vertrouwelijk, bekend)
  const zaak = await openZaak(w, {
    ...basis,
    vertrouwelijk: vertrouwelijk === true || vertrouwelijk === 'true',
    // Before the first event: who is complained about never hears of it.
    rollen: [...(start.rollen ?? []), ...(await rollenVan(w, model, bekend))],
    omschrijving: omschrijvingVan(w, model.omschrijving, geladen.naam, antwoorden),
    async termijnen(geopend) {
      const norm = reken(w, model.servicenorm, { ...antwoorden, ...(await contextVan(w, geopend, geladen)) })
      if (typeof norm !== 'number' || norm <= 0) return []
      return [{ soort: 'servicenorm', naam: 'Afhandeling', werkdagen: Math.round(norm) }]
    },
  })
  const instantie = await insertInstantie(w.tx, {
    id: newId(),
    zaak_id: zaak.id,
    versie_id: versie.id,
    begonnen_op: w.now,
    // Of another process, or of a rehearsal: these files are where they are.
    gegevens:
      onvolledig || 'proef' in w
        ? antwoorden
        : await neemBestanden(w, zaak.id, geladen.formulieren[begin?.formulier ?? ''], antwoorden),
  })
  await zetVoort(w, { instantie, zaak, geladen })
  return { instantieId: instantie.id, zaakId: zaak.id, zaak }
}

function omschrijvingVan(w: WriteContext, tekst: string, naam: string, antwoorden: Record<string, unknown>): string {
  const waarde = reken(w, tekst, antwoorden)
  return typeof waarde === 'string' && waarde.trim() ? waarde : naam
}

/** FEEL after a `=`, a number or else the text. */
function reken({ now }: WriteContext, tekst: string, context: Record<string, unknown>): unknown {
  if (!tekst.startsWith('=')) return /^\d+$/.test(tekst) ? Number(tekst) : tekst
  try {
    return evalFeel(tekst.slice(1), context, { nu: now })
  } catch (error) {
    if (error instanceof FeelError) throw conflict('proces-fout', `Het proces kan niet beginnen: ${error.message}`)
    throw error
  }
}
