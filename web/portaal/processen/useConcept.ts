import { useCallback, useEffect, useRef, useState } from 'react'
import { bewaarConcept, type Portaalconcept, verwijderConcept } from '#contract/portaal/processen.ts'
import { call } from '#kit/api.ts'
import { nieuwId } from '#kit/id.ts'
import { ApiProblem } from '#kit/probleem.ts'
import type { Antwoorden } from '../formulier/Vragenlijst.tsx'
import { metNamens } from '../namens.ts'
import { apparaat } from '../offline/apparaat.ts'

/** A form that was begun, as this device knows it. */
export type Concept = {
  id: string
  /** Of the server; 0 when it does not have it yet. */
  versie: number
  overeenkomstId: string | null
  antwoorden: Antwoorden
  stap: string
}

/** What this device kept of a form, for a person. */
export async function leesLokaal(proces: string, namens: string | undefined): Promise<Concept | undefined> {
  return (await apparaat()).haal<Concept>('concept', sleutelVan(proces, namens))
}

/**
 * Keeps a form that is being filled in: on the device at every key, at the server at every step. Without a line it stays
 * on the device, and goes when there is one.
 */
export function useConcept(
  proces: string,
  namens: string | undefined,
  begin: Pick<Concept, 'overeenkomstId' | 'antwoorden'> & {
    bestaand: Portaalconcept | null
    lokaal: Concept | undefined
  },
) {
  const [concept, setConcept] = useState<Concept>(() => beginConcept(begin))
  const [stand, setStand] = useState<'bewaard' | 'alleen-hier'>('bewaard')
  const nu = useRef(concept)
  const sturen = useRef(Promise.resolve())

  const zet = useCallback(
    (wijziging: Partial<Concept>) => {
      nu.current = { ...nu.current, ...wijziging }
      setConcept(nu.current)
      const kopie = nu.current
      void apparaat()
        .then((kluis) => kluis.bewaar('concept', sleutelVan(proces, namens), kopie))
        .catch(() => {})
    },
    [proces, namens],
  )

  /** One at a time, each with the version that the one before it got. */
  const stuur = useCallback(() => {
    const werk = async () => {
      if (!navigator.onLine) return setStand('alleen-hier')
      const { id, versie, overeenkomstId, antwoorden, stap } = nu.current
      try {
        const body = { proces, overeenkomstId, antwoorden: antwoorden as Record<string, never>, stap }
        const geduld = AbortSignal.timeout(15_000)
        const opties = { params: { id }, body, ifMatch: versie, signal: geduld, bijVerlopen: 'gooi' as const }
        const bewaard = await call(bewaarConcept, metNamens(namens, opties))
        zet({ versie: bewaard.versie })
        setStand('bewaard')
      } catch (error) {
        const ander =
          error instanceof ApiProblem && error.status === 409 ? (error.huidig as Portaalconcept | undefined) : undefined
        // Begun or changed elsewhere: what one types here counts, on top of what is there.
        if (ander?.id) zet({ id: ander.id, versie: ander.versie })
        else setStand('alleen-hier')
      }
    }
    sturen.current = sturen.current.then(werk, werk)
  }, [proces, namens, zet])

  const wis = useCallback(async () => {
    const { id, versie } = nu.current
    await sturen.current
    await (await apparaat()).wis('concept', sleutelVan(proces, namens))
    if (versie > 0) await call(verwijderConcept, metNamens(namens, { params: { id } })).catch(() => {})
  }, [proces, namens])

  /** It was sent: the server threw its own away with it. */
  const vergeet = useCallback(
    async () => (await apparaat()).wis('concept', sleutelVan(proces, namens)),
    [proces, namens],
  )

  useEffect(() => {
    if (stand === 'bewaard') return
    addEventListener('online', stuur)
    return () => removeEventListener('online', stuur)
  }, [stand, stuur])

  return { concept, zet, stuur, wis, vergeet, stand }
}

const sleutelVan = (proces: string, namens: string | undefined) => `${proces} ${namens ?? 'zelf'}`

/** What this device has counts when the server has nothing newer of the same form. */
function beginConcept({
  bestaand,
  lokaal,
  overeenkomstId,
  antwoorden,
}: Pick<Concept, 'overeenkomstId' | 'antwoorden'> & {
  bestaand: Portaalconcept | null
  lokaal: Concept | undefined
}): Concept {
  if (lokaal && (!bestaand || lokaal.versie >= bestaand.versie))
    return { ...lokaal, versie: bestaand?.versie ?? lokaal.versie }
  if (bestaand) {
    const { id, versie, stap } = bestaand
    return { id, versie, stap, overeenkomstId: bestaand.overeenkomstId, antwoorden: bestaand.antwoorden }
  }
  return { id: nieuwId(), versie: 0, overeenkomstId, antwoorden, stap: '' }
}
