import { controleerFormulier } from '#contract/regels/formulier/controleerFormulier.ts'
import { kalenderVan } from '#server/beheer/index.ts'
import { findKlantcontacten } from '#server/klantcontacten/index.ts'
import { dagVan } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db/schema.ts'
import { invalidParams } from '#server/platform/errors.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { metEigenLijsten } from './lijsten.ts'
import { zoalsKlant } from './portaal/zoalsKlant.ts'
import { betrokkenen, type Proefcontext } from './runtime/context.ts'
import type { Geladen } from './versies/geladen.ts'
import { instellingenOp } from './versies/instellingen.ts'

type Wie = {
  partijId?: string | null | undefined
  eenheidId?: string | null | undefined
  overeenkomstId?: string | null | undefined
  klantcontactId?: string | null | undefined
  /** In a contact that is going on: what was told so far, and through what. */
  toelichting?: string | undefined
  kanaal?: string | null | undefined
  /** In the portal: as what the customer acts. */
  portaal?: Portaalwie | undefined
}

/** What forms and the drawing know as `portaal`: who sits behind the screen, when that is a customer. */
export type Portaalwie = { hoedanigheid: string; naam: string }

/** What the conditions of a form may use before there is a zaak. */
export async function formuliercontext(
  ctx: Pick<ReadContext, 'db' | 'now'> & Proefcontext,
  geladen: Geladen,
  wie: Wie,
): Promise<Record<string, unknown>> {
  const vandaag = dagVan(ctx.now)
  return {
    ...(await betrokkenen(
      ctx.db,
      {
        partijId: wie.partijId ?? null,
        eenheidId: wie.eenheidId ?? null,
        overeenkomstId: wie.overeenkomstId ?? null,
      },
      geladen,
      vandaag,
    )),
    contact: await contactVan(ctx.db, wie),
    portaal: wie.portaal ?? null,
    instellingen: instellingenOp(geladen.instellingen, vandaag),
    ...ctx.proef,
  }
}

/** The contact that the case comes from: a form can begin with its words. */
async function contactVan(db: Db, { klantcontactId, toelichting, kanaal }: Wie) {
  const contact = klantcontactId ? (await findKlantcontacten(db, [klantcontactId])).get(klantcontactId) : undefined
  if (contact) return { onderwerp: contact.onderwerp, tekst: contact.vraag, kanaal: contact.kanaal_code }
  return toelichting || kanaal ? { onderwerp: '', tekst: toelichting ?? '', kanaal: kanaal ?? null } : null
}

/**
 * The answers as the form wants them: what it does not ask is dropped, whatever was sent.
 * @param onvolledig leave out what is wrong or missing instead of refusing
 * @param alsKlant as a customer is asked it, who knows nothing that the form does not name
 * @param gegevens what its conditions may use besides the answers
 * @throws 400 with the fields that are wrong, in the words of the form
 */
export async function controleerAntwoorden(
  ctx: Pick<ReadContext, 'db' | 'now'>,
  geladen: Geladen,
  naam: string,
  antwoorden: Record<string, unknown>,
  gegevens: Record<string, unknown>,
  { onvolledig = false, alsKlant = false }: { onvolledig?: boolean; alsKlant?: boolean } = {},
): Promise<Record<string, unknown>> {
  const formulier = geladen.formulieren[naam]
  if (!formulier) return {}
  const { isVrij } = await kalenderVan(ctx.db)
  const compleet = await metEigenLijsten(ctx.db, formulier)
  const { def, gegevens: bekend } = alsKlant ? zoalsKlant(compleet, gegevens) : { def: compleet, gegevens }
  const { antwoorden: goed, fouten } = controleerFormulier(def, antwoorden, { nu: ctx.now, isVrij, gegevens: bekend })
  if (fouten.length > 0 && !onvolledig)
    throw invalidParams(
      fouten.map(({ naam: veld, code, melding }) => ({ name: `antwoorden.${veld}`, code, reason: melding })),
    )
  return goed
}
