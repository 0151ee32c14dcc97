import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listTeams } from '#contract/beheer.ts'
import { listActiesoorten, type ProcesVersie } from '#contract/procesbeheer.ts'
import { lees } from '#kit/queries.ts'
import { leesTabellen } from '../leesTabellen.ts'

export type Actiesoort = { naam: string; label: string; uitleg: string; invoer: Actieveld[]; uitvoer: string[] }
export type Actieveld = { naam: string; uitleg: string; verplicht: boolean; waarden: string[] }
type Optie = { value: string; label: string }

export type Keuzes = {
  teams: Optie[]
  formulieren: Optie[]
  berichten: Optie[]
  documenten: Optie[]
  beslissingen: Optie[]
  acties: Actiesoort[]
}

/** What a step can choose from: what the house has, and what is in the folder. */
export function useKeuzes({ bestanden }: ProcesVersie): Keuzes {
  const teams = useQuery(lees(listTeams)).data?.rijen
  const acties = useQuery(lees(listActiesoorten)).data?.rijen
  const dmn = bestanden['regels.dmn']
  return useMemo(
    () => ({
      teams: (teams ?? []).filter(({ actief }) => actief).map(({ code, naam }) => ({ value: code, label: naam })),
      formulieren: inMap(bestanden, 'formulieren', '.json'),
      berichten: inMap(bestanden, 'berichten', '.md'),
      documenten: inMap(bestanden, 'documenten', '.md'),
      beslissingen: (dmn ? (leesTabellen(dmn) ?? []) : []).map(({ id, naam }) => ({ value: id, label: naam })),
      acties: (acties ?? []).map(({ naam, label, uitleg, invoer, uitvoer }) => ({
        naam,
        label,
        uitleg,
        invoer: actievelden(invoer),
        uitvoer: Object.keys((uitvoer['properties'] ?? {}) as object),
      })),
    }),
    [teams, acties, bestanden, dmn],
  )
}

function inMap(bestanden: ProcesVersie['bestanden'], map: string, einde: string): Optie[] {
  return Object.keys(bestanden)
    .filter((pad) => pad.startsWith(`${map}/`) && pad.endsWith(einde))
    .toSorted()
    .map((pad) => pad.slice(map.length + 1, -einde.length))
    .map((naam) => ({ value: naam, label: naam }))
}

/** Of the JSON Schema of an action: what it asks, what it may be, and what must be there. */
export function actievelden(schema: Record<string, unknown>): Actieveld[] {
  const verplicht = new Set((schema['required'] ?? []) as string[])
  const velden = (schema['properties'] ?? {}) as Record<string, Record<string, unknown>>
  return Object.entries(velden).map(([naam, veld]) => ({
    naam,
    uitleg: [veld['title'], veld['description']].filter((each) => typeof each === 'string').join('. '),
    // What has a value of its own may be left out.
    verplicht: verplicht.has(naam) && veld['default'] === undefined,
    waarden: ((veld['enum'] ?? []) as unknown[]).map(String),
  }))
}
