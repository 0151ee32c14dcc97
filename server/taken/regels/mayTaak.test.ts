import { describe, expect, it } from 'vitest'
import { type Rol, rechtenVan } from '#contract/rechten.ts'
import type { Actor } from '#server/platform/http/context.ts'
import { magMetTaak, mayViewTaak } from './mayTaak.ts'

const taak = {
  id: 't',
  team_id: 'planning',
  medewerker_id: null,
  status: 'niet_gestart' as const,
  belofte: true,
  belofte_ingelost_op: null,
  partij_id: 'p',
}

function medewerker(naam: string, rol: Rol, teamIds: string[]): Actor {
  return { medewerkerId: naam, naam, rollen: [rol], rechten: rechtenVan([rol]), teamIds }
}
const planner = medewerker('anna', 'vakspecialist', ['planning'])
const collega = medewerker('bilal', 'vakspecialist', ['planning'])
const ander = medewerker('cora', 'klantcontactmedewerker', ['klantcontact'])
const coordinator = medewerker('daan', 'coordinator', [])
const beheerder = medewerker('els', 'functioneel-beheerder', ['planning'])

describe('a taak of a team', () => {
  it.each([
    ['a member', planner, true],
    ['somebody of another team', ander, false],
    ['the coördinator', coordinator, true],
    ['an administrator, even when he is a member', beheerder, false],
  ])('is seen by %s: %s', (_who, actor, expected) => {
    expect(mayViewTaak(actor, taak)).toBe(expected)
  })

  it('stays visible to who has it after he left the team', () => {
    expect(mayViewTaak({ ...ander }, { ...taak, medewerker_id: 'cora' })).toBe(true)
  })

  it('about somebody himself does not exist for him, not even as coördinator', () => {
    expect(mayViewTaak({ ...coordinator, afgeschermd: new Set(['t']) }, taak)).toBe(false)
    expect(magMetTaak({ ...planner, afgeschermd: new Set(['t']) }, taak).oppakken).toBe(false)
  })

  it('in the hands of a colleague can be read and noted on, not finished', () => {
    const taken = { ...taak, medewerker_id: 'anna', status: 'in_uitvoering' as const }
    expect(magMetTaak(collega, taken)).toMatchObject({
      notitie: true,
      oppakken: false,
      afronden: false,
      teruggeven: false,
    })
    expect(magMetTaak(planner, taken)).toMatchObject({ afronden: true, teruggeven: true, doorzetten: true })
    expect(magMetTaak(coordinator, taken)).toMatchObject({ verdelen: true, teruggeven: true, afronden: true })
  })

  it('that is closed offers only what is still owed: the terugkoppeling', () => {
    const closed = { ...taak, medewerker_id: 'anna', status: 'afgerond' as const }
    const may = magMetTaak(collega, closed)
    expect(may).toMatchObject({
      terugkoppelen: true,
      notitie: true,
      oppakken: false,
      wijzigen: false,
      annuleren: false,
    })
    expect(magMetTaak(collega, { ...closed, belofte_ingelost_op: new Date() }).terugkoppelen).toBe(false)
  })
})
