import { changeTeam, createTeam } from '#contract/beheer/teams.ts'

/** The fields of both endpoints: the code is only sent for a new team, `actief` only for one that is there. */
export const TeamFormulier = changeTeam.body.extend({ code: createTeam.body.shape.code })
