import { useQueryClient } from '@tanstack/react-query'
import { getMedewerker, listMedewerkers } from '#contract/beheer/medewerkers.ts'
import { addTeamlid, getTeam, removeTeamlid } from '#contract/beheer/teams.ts'
import { listTeams } from '#contract/beheer.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { useBeheerTeksten } from './beheerTeksten.ts'

type Lid = { teamId: string; medewerkerId: string; naam: string; team: string }

/** Adding and ending memberships: at once, said aloud, and undone with one click. */
export function useLidmaatschap() {
  const t = useBeheerTeksten()
  const client = useQueryClient()

  async function change(lid: Lid, erbij: boolean, undo: boolean): Promise<void> {
    const { teamId: id, medewerkerId } = lid
    try {
      await call(erbij ? addTeamlid : removeTeamlid, { params: { id, medewerkerId } })
      await ververs(client, getTeam, getMedewerker, listTeams, listMedewerkers)
      const zin = erbij ? t.team.lidErbij(lid.naam, lid.team) : t.team.lidWeg(lid.naam, lid.team)
      const actie = { naam: t.team.ongedaan, run: () => void change(lid, !erbij, false) }
      meld(zin, undo ? { actie } : {})
    } catch (error) {
      meld(detailOf(error), { toon: 'fout' })
    }
  }
  return {
    erbij: (lid: Lid) => change(lid, true, true),
    weg: (lid: Lid) => change(lid, false, true),
  }
}
