import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { listMedewerkers } from '#contract/beheer.ts'
import type { Taak, TaakRij } from '#contract/taken.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { useIk } from '#kit/ik.ts'
import { lees } from '#kit/queries.ts'
import { taakQuery } from './taken.queries.ts'
import { useTakenTeksten } from './takenTeksten.ts'

type Laatste = { soort: string; medewerkerId: string | null }

/** Why a taak left the list, in words: an event says what happened and to whom it went. */
export function useWegreden(ietsWeg: boolean): (taak: TaakRij) => string {
  const t = useTakenTeksten()
  const ik = useIk()
  const client = useQueryClient()
  const [gebeurd, setGebeurd] = useState<ReadonlyMap<string, Laatste>>(new Map())
  const teamIds = ik.teams.map((team) => team.id)
  // Who claims is in the team: one page of names is enough, and only when there is something to tell.
  const leden = useQuery({
    ...lees(listMedewerkers, { query: { aantal: 100, ...(teamIds.length === 1 && { teamId: teamIds[0] }) } }),
    enabled: ietsWeg,
    staleTime: 5 * 60_000,
  })
  useGebeurtenis(['taak.opgepakt', 'taak.toegewezen', 'taak.afgerond'], ({ soort, gegevens }) => {
    const { taakId, medewerkerId } = gegevens
    if (typeof taakId !== 'string') return
    const who = typeof medewerkerId === 'string' ? medewerkerId : null
    setGebeurd((before) => new Map(before).set(taakId, { soort, medewerkerId: who }))
  })
  return (taak) => {
    const seen = client.getQueryData<Taak>(taakQuery(taak.id).queryKey)
    if (seen && seen.versie > taak.versie) return reden(t, ik.medewerker.id, seen.status, seen.medewerker)
    const last = gebeurd.get(taak.id)
    if (last?.soort === 'taak.afgerond') return t.wegAf
    const who = last?.medewerkerId === ik.medewerker.id ? ik.medewerker : undefined
    const found = who ?? leden.data?.rijen.find((each) => each.id === last?.medewerkerId)
    return reden(t, ik.medewerker.id, undefined, found ?? null)
  }
}

function reden(
  t: ReturnType<typeof useTakenTeksten>,
  ikId: string,
  status: Taak['status'] | undefined,
  wie: { id: string; naam: string } | null,
): string {
  if (status === 'afgerond') return t.wegAf
  if (status === 'geannuleerd') return t.wegGeannuleerd
  if (!wie) return t.weg
  return wie.id === ikId ? t.wegMijn : t.wegDoor(wie.naam)
}
