import type { BerichtKanaal, Kanaalreden } from '#contract/berichten.ts'
import type { KanaalKeuze } from '#contract/portaal/voorkeuren.ts'

/** Where a klant can be reached; absent: not. */
export type Bereikbaar = {
  email?: string
  /** Mobile, E.164. */
  mobiel?: string
  /** The lines of the address, without the name. */
  post?: string[]
  /** A device of his takes messages of the portal. */
  push?: boolean
  /** What the klant likes best, when he said so. */
  voorkeur?: 'email' | 'sms'
}

export type Keuze = { kanaal: BerichtKanaal; aan: string; reden: Kanaalreden }

export type KanaalVraag = {
  formeel: boolean
  gevraagd?: BerichtKanaal | undefined
  /** What the klant chose for this purpose. */
  keuze?: KanaalKeuze | undefined
  smsKan: boolean
}

/**
 * The channel that was asked for, else what the klant chose for this purpose, else what he likes best, else e-mail, sms,
 * letter. A formal message (a decision, a confirmation of the end of a contract) is never an sms, a push or the portal
 * alone, and cannot be switched off: it must reach him and be kept. An sms or a push only says that something waits.
 * @returns `afgemeld` when he does not want to hear of it, undefined when there is no way to reach him
 */
export function kiesKanaal(
  bereikbaar: Bereikbaar,
  { formeel, gevraagd, keuze, smsKan }: KanaalVraag,
): Keuze | 'afgemeld' | undefined {
  if (keuze === 'uit' && !formeel) return 'afgemeld'
  const wegen: Record<BerichtKanaal, string | undefined> = {
    email: bereikbaar.email,
    sms: formeel || !smsKan ? undefined : bereikbaar.mobiel,
    push: formeel || !bereikbaar.push ? undefined : '',
    brief: bereikbaar.post?.join('\n'),
    portaal: formeel && gevraagd !== 'portaal' ? undefined : '',
  }
  const volgorde: [BerichtKanaal | undefined, Kanaalreden][] = [
    [gevraagd, 'gevraagd'],
    [keuze === 'uit' ? undefined : keuze, 'keuze'],
    [bereikbaar.voorkeur, 'voorkeur'],
    ['email', 'volgorde'],
    ['sms', 'volgorde'],
    ['brief', 'volgorde'],
  ]
  for (const [kanaal, reden] of volgorde) {
    const aan = kanaal && wegen[kanaal]
    if (kanaal && aan !== undefined) return { kanaal, aan, reden }
  }
  return undefined
}
