import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Formulierdefinitie } from '#contract/formulieren.ts'
import type { Antwoorden } from '#contract/processen.ts'
import { controleerFormulier } from '#contract/regels/formulier/controleerFormulier.ts'
import type { Formuliercontext } from '#contract/regels/formulier/toonFormulier.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { useFormuliercontext } from '../formulier/useFormuliercontext.ts'

type Vrij = Record<string, unknown>

export type Invulling = {
  antwoorden: Vrij
  /** What its expressions know besides the answers. */
  context: Formuliercontext
  zet: (antwoorden: Vrij) => void
  wis: () => void
  /** By the name of the field. */
  fouten: Readonly<Record<string, string>>
  /** What is wrong with the whole. */
  algemeen: string | undefined
  bezig: boolean
  /** Judges, sends, and puts the focus on the first mistake. */
  verstuur: () => Promise<void>
  kader: RefObject<HTMLFormElement | null>
}

type Opties = {
  /** Names the draft that is kept in this tab until it was sent. */
  sleutel: string
  formulier: Formulierdefinitie | null
  /** What the process knows: klant, eenheid, instellingen, earlier answers. */
  gegevens: Vrij
  begin: Vrij
  /** What its clock says, when that is not the time of now. */
  nu?: Date | undefined
  verzend: (antwoorden: Antwoorden) => Promise<unknown>
}

/**
 * A form of a process while it is filled in: kept in this tab, judged by the same rules as on the server, and never lost
 * when something is refused.
 */
export function useInvulling({ sleutel, formulier, gegevens, begin, nu, verzend }: Opties): Invulling {
  const [antwoorden, bewaar, wis] = useTabwaarde<Vrij>(sleutel, begin)
  const kalender = useFormuliercontext(gegevens)
  const context = useMemo(() => (nu ? { ...kalender, nu } : kalender), [kalender, nu])
  const [fouten, setFouten] = useState<Record<string, string>>({})
  const [algemeen, setAlgemeen] = useState<string>()
  const [bezig, setBezig] = useState(false)
  const [poging, setPoging] = useState(0)
  const kader = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (poging > 0) focusFout(kader.current)
  }, [poging])

  const zet = (next: Vrij) => {
    // A mistake is gone when its field changes; the rest stands until one sends again.
    const gewijzigd = Object.keys(fouten).filter((naam) => next[naam] === antwoorden[naam])
    setFouten(Object.fromEntries(gewijzigd.map((naam) => [naam, fouten[naam] ?? ''])))
    bewaar(next)
  }

  const weiger = (next: Record<string, string>, geheel?: string) => {
    setFouten(next)
    setAlgemeen(geheel)
    setPoging((n) => n + 1)
  }

  const verstuur = async () => {
    if (bezig) return
    const gekeurd = formulier ? controleerFormulier(formulier, antwoorden, context) : { antwoorden: {}, fouten: [] }
    if (gekeurd.fouten.length > 0)
      return weiger(Object.fromEntries(gekeurd.fouten.toReversed().map(({ naam, melding }) => [naam, melding])))
    setBezig(true)
    setAlgemeen(undefined)
    try {
      // Judged answers are plain JSON: texts, numbers, lists and groups of them.
      await verzend(gekeurd.antwoorden as Antwoorden)
      wis()
    } catch (error) {
      const { velden, rest } = verdeel(error, formulier)
      weiger(velden, rest)
    } finally {
      setBezig(false)
    }
  }

  return { antwoorden, context, zet, wis, fouten, algemeen, bezig, verstuur, kader }
}

/** The server names `antwoorden.reden`, or just `reden`. What this form does not have is said above it. */
function verdeel(error: unknown, formulier: Formulierdefinitie | null) {
  const params = error instanceof ApiProblem ? error.invalidParams : []
  const namen = new Set(formulier?.velden.map(({ naam }) => naam))
  const velden: Record<string, string> = {}
  const rest: string[] = []
  for (const { name, reason } of params) {
    const naam = name.replace(/^antwoorden\./, '')
    if (namen.has(naam)) velden[naam] = reason
    else rest.push(reason)
  }
  const geheel = params.length === 0 || rest.length > 0 ? [detailOf(error), ...rest].join(' ') : undefined
  return { velden, rest: geheel }
}

/** At the list of mistakes, of which each line leads to its field: a field itself may open something over it. */
function focusFout(kader: HTMLElement | null): void {
  const lijst = kader?.querySelector<HTMLElement>('[role="alert"]')
  ;(lijst?.querySelector('a') ?? lijst)?.focus()
}
