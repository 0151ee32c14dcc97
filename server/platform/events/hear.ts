import { type Actor, isAfgeschermd } from '../http/context.ts'

/**
 * May this employee hear an event with these subjects? One allowed subject is enough: the emitter leaves out the
 * subjects whose listeners may not know of it (such as `partij:` of a confidential contact). One subject that is hidden
 * from him (the zaak about himself) is enough to say nothing.
 */
export function mayHear(actor: Actor, onderwerpen: readonly string[]): boolean {
  if (onderwerpen.some((onderwerp) => isAfgeschermd(actor, onderwerp.split(':', 2)[1] ?? ''))) return false
  return onderwerpen.some((onderwerp) => {
    const [soort, id = ''] = onderwerp.split(':', 2)
    if (soort === 'partij') return actor.rechten.has('partij.lezen')
    if (soort === 'team') return actor.teamIds.includes(id) || actor.rechten.has('taak.verdelen')
    if (soort === 'medewerker') return id === actor.medewerkerId
    return soort === 'beheer'
  })
}
