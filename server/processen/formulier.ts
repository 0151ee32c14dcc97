import { dagVan } from '#server/platform/clock.ts'
import type { ReadContext } from '#server/platform/http/context.ts'
import { betrokkenen } from './runtime/context.ts'
import type { Geladen } from './versies/geladen.ts'
import { instellingenOp } from './versies/instellingen.ts'

type Wie = { partijId?: string | null | undefined; eenheidId?: string | null | undefined }

/** What the conditions of a form may use before there is a zaak. */
export async function formuliercontext(ctx: Pick<ReadContext, 'db' | 'now'>, geladen: Geladen, wie: Wie) {
  return {
    ...(await betrokkenen(ctx.db, { partijId: wie.partijId ?? null, eenheidId: wie.eenheidId ?? null })),
    instellingen: instellingenOp(geladen.instellingen, dagVan(ctx.now)),
  }
}

/**
 * The answers as the form wants them: what it does not ask is dropped, whatever was sent.
 * @throws 400 with the fields that are wrong, in the words of the form
 */
export async function controleerAntwoorden(
  geladen: Geladen,
  naam: string,
  antwoorden: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const velden = geladen.formulieren[naam]?.['velden']
  if (!Array.isArray(velden)) return {}
  const namen = velden.map((veld: { naam?: unknown }) => veld.naam)
  return Object.fromEntries(Object.entries(antwoorden).filter(([veld]) => namen.includes(veld)))
}
