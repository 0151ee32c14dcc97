import { Menu } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { listProcessen, type ProcesKort } from '#contract/processen.ts'
import { useActie } from '#kit/acties.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { lees, ververs } from '#kit/queries.ts'
import { useStartTeksten } from './startTeksten.ts'
import { useOpenProces } from './useOpenProces.ts'

/** Set up by the administrator; `inrichting.gewijzigd` refreshes them. */
const processenQuery = { ...lees(listProcessen), staleTime: 10 * 60_000 }

/** What can be chosen in the menu. */
export function Proceslijst() {
  const t = useStartTeksten()
  const open = useOpenProces()
  const { data } = useQuery(processenQuery)
  return (
    <>
      <Menu.Label>{data ? (data.rijen.length > 0 ? t.kies : t.geen) : t.laden}</Menu.Label>
      {data?.rijen.map(({ proces, naam }) => (
        <Menu.Item key={proces} onClick={() => open(proces)}>
          {naam}
        </Menu.Item>
      ))}
    </>
  )
}

/** Draws nothing: every process is an action of the palette as long as the screen is there. */
export function Paletacties() {
  const client = useQueryClient()
  const { data } = useQuery(processenQuery)
  useGebeurtenis(['inrichting.gewijzigd'], () => void ververs(client, listProcessen))
  return data?.rijen.map((each) => <Paletactie key={each.proces} proces={each} />)
}

/** A hook per process needs a component per process. */
function Paletactie({ proces: { proces, naam } }: { proces: ProcesKort }) {
  const t = useStartTeksten()
  const open = useOpenProces()
  useActie({ id: `proces-${proces}`, naam: t.starten(naam), woorden: t.knop, icoon: 'proces' }, () => open(proces))
  return null
}
