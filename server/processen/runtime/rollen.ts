import { evalFeel, FeelError } from '#contract/regels/feel/feel.ts'
import { ZaakRolSoort } from '#contract/zaken.ts'
import { findMedewerkers, findTeamByCode } from '#server/beheer/index.ts'
import { conflict } from '#server/platform/errors.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { addZaakrol, type RolInput } from '#server/zaken/index.ts'
import type { Procesmodel, Rolkoppeling } from '../model/procesmodel.ts'

/**
 * Who has a role by what was answered, as the drawing says. What is empty is nobody; who does not exist (any more) is
 * left out, for what the klant answered must not stop his zaak.
 */
export async function rollenVan(
  w: WriteContext,
  { rollen }: Procesmodel,
  gegevens: Record<string, unknown>,
): Promise<RolInput[]> {
  const gevonden: RolInput[] = []
  for (const koppeling of rollen) {
    const rol = ZaakRolSoort.parse(koppeling.rol)
    const medewerkerId = waarde(w, koppeling, 'medewerker', gegevens)
    if (medewerkerId && (await findMedewerkers(w.db, [medewerkerId])).has(medewerkerId))
      gevonden.push({ rol, medewerkerId })
    const code = waarde(w, koppeling, 'team', gegevens)
    const team = code ? await findTeamByCode(w.db, code) : undefined
    if (team) gevonden.push({ rol, teamId: team.id })
  }
  return gevonden
}

/** Gives the roles that a step made known; those that were known before are there already. */
export async function geefRollen(
  w: WriteContext,
  zaakId: string,
  model: Procesmodel,
  { voor, na }: { voor: Record<string, unknown>; na: Record<string, unknown> },
): Promise<void> {
  const bekend = new Set((await rollenVan(w, model, voor)).map(sleutelVan))
  for (const rol of await rollenVan(w, model, na)) if (!bekend.has(sleutelVan(rol))) await addZaakrol(w, zaakId, rol)
}

const sleutelVan = ({ rol, medewerkerId, teamId }: RolInput) => [rol, medewerkerId, teamId].join()

function waarde(
  { now }: WriteContext,
  koppeling: Rolkoppeling,
  wie: 'medewerker' | 'team',
  gegevens: Record<string, unknown>,
): string {
  const tekst = koppeling[wie]
  if (!tekst.startsWith('=')) return tekst
  try {
    return String(evalFeel(tekst.slice(1), gegevens, { nu: now }) ?? '')
  } catch (error) {
    if (!(error instanceof FeelError)) throw error
    throw conflict('proces-fout', `Het proces kan niet verder bij de rol "${koppeling.rol}": ${error.message}`)
  }
}
