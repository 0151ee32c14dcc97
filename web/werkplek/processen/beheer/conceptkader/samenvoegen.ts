import type { ProcesVersie } from '#contract/procesbeheer.ts'

export type Bestanden = ProcesVersie['bestanden']

/** One file that somebody works on: what it was when he began, and what he makes of it. `null`: there is none. */
export type Bewerking = { basis: string | null; tekst: string | null }
export type Bewerkingen = Readonly<Record<string, Bewerking>>

/** The files of a draft with what somebody changed in them; what he did not touch follows the draft. */
export function voegSamen(bestanden: Bestanden, bewerkingen: Bewerkingen): Bestanden {
  const samen = { ...bestanden }
  for (const [pad, { tekst }] of Object.entries(bewerkingen)) {
    if (tekst === null) delete samen[pad]
    else samen[pad] = tekst
  }
  return samen
}

/** Changes one file. Back to what is kept: then nothing was changed. */
export function bewerk(bestanden: Bestanden, bewerkingen: Bewerkingen, pad: string, tekst: string | null): Bewerkingen {
  const nu = bestanden[pad] ?? null
  const { [pad]: eerder, ...rest } = bewerkingen
  if (tekst === nu) return rest
  return { ...rest, [pad]: { basis: eerder ? eerder.basis : nu, tekst } }
}

/** Files that a colleague kept in the meantime with another text than this one began with, or came to. */
export function botsingen(bestanden: Bestanden, bewerkingen: Bewerkingen): string[] {
  return Object.entries(bewerkingen)
    .filter(([pad, { basis, tekst }]) => {
      const nu = bestanden[pad] ?? null
      return nu !== basis && nu !== tekst
    })
    .map(([pad]) => pad)
}

/** What still has to be kept after `verstuurd` was: what was typed while it was on its way, now on top of that. */
export function naBewaren(bewerkingen: Bewerkingen, verstuurd: Bewerkingen): Bewerkingen {
  return Object.fromEntries(
    Object.entries(bewerkingen).flatMap(([pad, { basis, tekst }]) => {
      const weg = verstuurd[pad]
      if (!weg) return [[pad, { basis, tekst }]]
      return weg.tekst === tekst ? [] : [[pad, { basis: weg.tekst, tekst }]]
    }),
  )
}
