import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useLayoutEffect, useRef, useState } from 'react'
import { bewaarConcept, getProcesVersie, listBeheerProcessen, type ProcesVersie } from '#contract/procesbeheer.ts'
import { call } from '#kit/api.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import {
  type Bestanden,
  type Bewerkingen,
  bewerk,
  botsingen,
  naBewaren,
  voegSamen,
} from './conceptkader/samenvoegen.ts'

/** A version that one looks at, with what was changed in it and is not kept yet. */
export type Concept = {
  /** As it is kept on the server, with what is wrong with that. */
  versie: ProcesVersie
  /** With the changes. */
  bestanden: Bestanden
  /** Only a draft; a published version never changes. */
  magBewerken: boolean
  gewijzigd: boolean
  /** Paths of the files that were changed. */
  paden: readonly string[]
  /** Of those: what a colleague kept differently in the meantime. Choose before keeping. */
  botsingen: readonly string[]
  /** Changes the text of a file; `null` takes the file away. */
  zet: (pad: string, tekst: string | null) => void
  /** Back to what is kept: one file, or all. */
  herstel: (pad?: string) => void
  /** Of a collision: this text is the one to keep. */
  houdMijn: (pad: string) => void
  /** Keeps all changes. @returns whether nothing is left to keep */
  bewaar: () => Promise<boolean>
  bezig: boolean
  fout: string | undefined
}

export const ConceptContext = createContext<Concept | undefined>(undefined)

/** The version of this page, shared by all editors on its sheets: what one changed, the other sees. */
export function useConcept(): Concept {
  const concept = use(ConceptContext)
  if (!concept) throw new Error('useConcept needs a Conceptkader around it')
  return concept
}

/** For the frame only; mounted afresh for another version. Changes outlive a reload of this tab. */
export function useConceptstaat(gegeven: ProcesVersie): Concept {
  const client = useQueryClient()
  // The query tells what was kept a moment after the changes are gone: an editor would fall back to the old text between.
  const [gelezen, setGelezen] = useState(gegeven)
  const versie = gelezen.versie > gegeven.versie ? gelezen : gegeven
  const [bewerkingen, bewaarInTab, wis] = useTabwaarde<Bewerkingen>(`concept.${versie.id}`, {})
  // An editor may report a change after the last drawing and before the next.
  const laatste = useRef(bewerkingen)
  const bewaard = useRef(versie)
  useLayoutEffect(() => {
    bewaard.current = versie
  }, [versie])
  const [bezig, setBezig] = useState(false)
  const bewaart = useRef(false)
  const [fout, setFout] = useState<string>()
  const magBewerken = versie.status === 'concept'
  const botst = botsingen(versie.bestanden, bewerkingen)
  const gewijzigd = Object.keys(bewerkingen).length > 0

  const zetAlle = (next: Bewerkingen) => {
    laatste.current = next
    if (Object.keys(next).length > 0) bewaarInTab(next)
    else wis()
  }
  const zet = (pad: string, tekst: string | null) =>
    zetAlle(bewerk(bewaard.current.bestanden, laatste.current, pad, tekst))
  const herstel = (pad?: string) => {
    setFout(undefined)
    if (pad === undefined) return zetAlle({})
    const { [pad]: _, ...rest } = laatste.current
    zetAlle(rest)
  }
  const houdMijn = (pad: string) => {
    const mijn = laatste.current[pad]
    if (mijn) zetAlle({ ...laatste.current, [pad]: { ...mijn, basis: bewaard.current.bestanden[pad] ?? null } })
  }
  const opnieuwGelezen = (na: ProcesVersie) => {
    bewaard.current = na
    setGelezen(na)
    client.setQueryData(lees(getProcesVersie, { params: { id: na.id } }).queryKey, na)
  }

  const verstuur = async (op: ProcesVersie, poging: number): Promise<boolean> => {
    const verstuurd = laatste.current
    if (botsingen(op.bestanden, verstuurd).length > 0) return false
    try {
      const bestanden = voegSamen(op.bestanden, verstuurd)
      const na = await call(bewaarConcept, { params: { id: op.id }, body: { bestanden }, ifMatch: op.versie })
      opnieuwGelezen(na)
      zetAlle(naBewaren(laatste.current, verstuurd))
      void ververs(client, listBeheerProcessen)
      return Object.keys(laatste.current).length === 0
    } catch (error) {
      const nu = error instanceof ApiProblem && error.code === 'verouderd' ? (error.huidig as ProcesVersie) : undefined
      if (nu) opnieuwGelezen(nu)
      // A colleague kept other files: these go on top of his.
      if (nu?.status === 'concept' && poging < 3) return verstuur(nu, poging + 1)
      setFout(
        error instanceof ApiProblem && error.invalidParams.length > 0
          ? error.invalidParams.map(({ reason }) => reason).join(' ')
          : detailOf(error),
      )
      return false
    }
  }
  const bewaar = async () => {
    if (bewaart.current || !magBewerken) return false
    if (Object.keys(laatste.current).length === 0) return true
    bewaart.current = true
    setBezig(true)
    setFout(undefined)
    try {
      return await verstuur(bewaard.current, 1)
    } finally {
      bewaart.current = false
      setBezig(false)
    }
  }

  return {
    versie,
    bestanden: voegSamen(versie.bestanden, bewerkingen),
    magBewerken,
    gewijzigd,
    paden: Object.keys(bewerkingen),
    botsingen: botst,
    zet,
    herstel,
    houdMijn,
    bewaar,
    bezig,
    fout,
  }
}
