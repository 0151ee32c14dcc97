import type { Formulierdefinitie, Optie } from '#contract/formulieren.ts'
import { listMedewerkers, listTeams } from '#server/beheer/index.ts'
import type { Db } from '#server/platform/db/schema.ts'

/** More colleagues than any housing association has. */
const maxMedewerkers = 5000

/** Lists of the organisatie itself, which change while a version of a process does not. */
const lijsten: Record<string, (db: Db) => Promise<Optie[]>> = {
  'rondom:MEDEWERKERS': async (db) =>
    (await listMedewerkers(db, { actief: true, aantal: maxMedewerkers })).map(({ id, naam, functie }) => ({
      waarde: id,
      label: functie ? `${naam} (${functie})` : naam,
    })),
  'rondom:TEAMS': async (db) =>
    (await listTeams(db)).filter(({ actief }) => actief).map(({ code, naam }) => ({ waarde: code, label: naam })),
}

/** The names by which a form asks for them. */
export const eigenLijstnamen: readonly string[] = Object.keys(lijsten)

/** The form with the lists of the organisatie that it names, as they are now. */
export async function metEigenLijsten(db: Db, def: Formulierdefinitie): Promise<Formulierdefinitie> {
  const genoemd = def.velden.flatMap((veld) =>
    (veld.soort === 'keuze' || veld.soort === 'meerkeuze') &&
    typeof veld.opties === 'object' &&
    !Array.isArray(veld.opties)
      ? [veld.opties.lijst]
      : [],
  )
  const eigen: Record<string, Optie[]> = {}
  for (const naam of new Set(genoemd)) {
    const lijst = await lijsten[naam]?.(db)
    if (lijst) eigen[naam] = lijst
  }
  return Object.keys(eigen).length > 0 ? { ...def, lijsten: { ...def.lijsten, ...eigen } } : def
}
