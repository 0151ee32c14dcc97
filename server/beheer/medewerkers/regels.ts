import type { Rol } from '#contract/rechten.ts'
import { conflict, DomainError } from '#server/platform/errors.ts'

type Gezag = { id: string; rollen: readonly Rol[]; actief: boolean }

/**
 * Four eyes on power: nobody changes his own roles or shuts himself out, and the organisatie never loses its last
 * functioneel beheerder, for then nobody could repair it.
 * @param beheerders everybody who is an active functioneel beheerder now
 */
export function checkGezag(actorId: string, was: Gezag, wordt: Gezag, beheerders: readonly { id: string }[]): void {
  if (was.id === actorId && !sameRollen(was.rollen, wordt.rollen)) {
    throw new DomainError(
      403,
      'eigen-rollen',
      'U kunt uw eigen rollen niet wijzigen. Vraag een andere functioneel beheerder.',
    )
  }
  if (was.id === actorId && was.actief && !wordt.actief) {
    throw new DomainError(
      403,
      'eigen-account',
      'U kunt uzelf niet op niet actief zetten. Vraag een andere functioneel beheerder.',
    )
  }
  if (isBeheerder(was) && !isBeheerder(wordt) && !beheerders.some((beheerder) => beheerder.id !== was.id)) {
    throw conflict(
      'laatste-beheerder',
      'Dit is de laatste functioneel beheerder. Geef eerst een andere medewerker die rol.',
    )
  }
}

function isBeheerder({ rollen, actief }: Gezag): boolean {
  return actief && rollen.includes('functioneel-beheerder')
}

function sameRollen(a: readonly Rol[], b: readonly Rol[]): boolean {
  return a.length === b.length && a.every((rol) => b.includes(rol))
}
