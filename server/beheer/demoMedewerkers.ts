import type { Rol } from '#contract/rechten.ts'
import type { WriteContext } from '#server/platform/http/context.ts'
import { createMedewerker } from './medewerkers/createMedewerker.ts'
import { findMedewerkerByEmail } from './medewerkers/store.ts'
import { addTeamlid } from './teams/changeLidmaatschap.ts'
import { selectTeamByCode } from './teams/store.ts'

export type DemoMedewerker = {
  naam: string
  email: string
  functie: string
  telefoon: string
  rollen: Rol[]
  /** Codes of `seedInrichting`. */
  teams: string[]
}

/**
 * The people of the demo organisatie: at least one for each role. `.example` cannot receive mail (RFC 2606), the
 * numbers are those that ACM keeps free for fiction.
 */
export const demoMedewerkers: DemoMedewerker[] = [
  mens('Sanne Jansen', 'Klantadviseur', ['klantcontactmedewerker'], ['kcc']),
  mens('Youssef Benali', 'Klantadviseur', ['klantcontactmedewerker'], ['kcc']),
  mens('Femke de Boer', 'Klantadviseur webcare', ['klantcontactmedewerker'], ['kcc', 'webcare']),
  mens('Mehmet Yılmaz', 'Planner onderhoud', ['vakspecialist'], ['planning']),
  mens('Linda van Dijk', 'Opzichter onderhoud', ['vakspecialist'], ['planning']),
  mens('Ania Kowalska', 'Medewerker huurincasso', ['vakspecialist'], ['incasso']),
  mens('Raoul Pinas', 'Verhuurmakelaar', ['vakspecialist'], ['verhuur']),
  mens('Marloes Hendriks', 'Wijkconsulent', ['vakspecialist'], ['leefbaarheid']),
  mens('Bart Smeets', 'Wijkbeheerder', ['vakspecialist'], ['leefbaarheid', 'klachten']),
  mens('Priya Ramdin', 'Teamleider klantcontact', ['coordinator'], ['kcc', 'klachten']),
  mens('Tom Bakker', 'Coördinator onderhoud', ['coordinator'], ['planning']),
  mens('Peter de Vries', 'Functioneel beheerder', ['functioneel-beheerder'], []),
  mens('Nadia el Idrissi', 'Informatiemanager', ['functioneel-beheerder', 'redacteur'], []),
  mens('Esther Koning', 'Redacteur klantcommunicatie', ['redacteur'], []),
  mens('Willem Postma', 'Privacy-officer', ['privacy-officer'], []),
]

/** Adds the demo people with their teams; whoever is there already (by e-mail address) is left alone. */
export async function seedDemoMedewerkers(w: WriteContext): Promise<void> {
  for (const { teams, ...invoer } of demoMedewerkers) {
    if (await findMedewerkerByEmail(w.tx, invoer.email)) continue
    const { id } = await createMedewerker(w, invoer)
    for (const code of teams) {
      const team = await selectTeamByCode(w.tx, code)
      if (team) await addTeamlid(w, team.id, id)
    }
  }
}

function mens(naam: string, functie: string, rollen: Rol[], teams: string[]): DemoMedewerker {
  const adres = naam
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '.')
  return { naam, email: `${adres}@rondom.example`, functie, telefoon: '085 000 00 00', rollen, teams }
}
