import type { BerichtKanaal } from '#contract/berichten.ts'

/** Where a klant can be reached; absent: not. */
export type Bereikbaar = {
  email?: string
  /** Mobile, E.164. */
  mobiel?: string
  /** The lines of the address, without the name. */
  post?: string[]
  /** What the klant likes best, when he said so. */
  voorkeur?: 'email' | 'sms'
}

export type Keuze = { kanaal: BerichtKanaal; aan: string }

/**
 * The channel that was asked for, else what the klant likes best, else e-mail, sms, letter. A formal message (a decision,
 * a confirmation of the end of a contract) is never an sms: it must be kept. An sms only says that something waits.
 * @returns undefined when there is no way to reach him
 */
export function kiesKanaal(
  bereikbaar: Bereikbaar,
  { formeel, gevraagd, smsKan }: { formeel: boolean; gevraagd?: BerichtKanaal | undefined; smsKan: boolean },
): Keuze | undefined {
  if (gevraagd === 'portaal') return { kanaal: 'portaal', aan: '' }
  const wegen: Record<'email' | 'sms' | 'brief', string | undefined> = {
    email: bereikbaar.email,
    sms: formeel || !smsKan ? undefined : bereikbaar.mobiel,
    brief: bereikbaar.post?.join('\n'),
  }
  for (const kanaal of [gevraagd, bereikbaar.voorkeur, 'email', 'sms', 'brief'] as const) {
    const aan = kanaal && wegen[kanaal]
    if (kanaal && aan) return { kanaal, aan }
  }
  return undefined
}
