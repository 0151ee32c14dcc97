import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { GesprekVraag } from '#contract/gesprekken.ts'
import { klantcontactTypen, listSjablonen } from '#contract/klantcontacten.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { ververs } from '#kit/queries.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { sjablonenQuery } from './gesprekken.queries.ts'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import type { Actie, Staat } from './staat.ts'

/** A template by typing a few letters of it; grouped by what it is for. */
export function Sjabloonkeuze({
  staat,
  doe,
  vraag,
}: {
  staat: Staat
  doe: (actie: Actie) => void
  vraag: GesprekVraag
}) {
  const t = useGesprekTeksten()
  const client = useQueryClient()
  const { data } = useQuery(sjablonenQuery)
  useGebeurtenis(['inrichting.gewijzigd'], () => void ververs(client, listSjablonen))
  const field = useRef<HTMLInputElement>(null)
  useSneltoets('alt+s', t.toetsSjabloon, () => field.current?.focus(), staat.open === vraag.sleutel)
  const sjablonen = data?.sjablonen ?? []
  const groups = klantcontactTypen.map((type) => ({
    group: t.typen[type],
    items: sjablonen.filter((each) => each.type === type).map(({ id, naam }) => ({ value: id, label: naam })),
  }))
  return (
    <Select
      ref={field}
      aria-label={t.sjabloon}
      placeholder={t.kiesSjabloon}
      searchable
      clearable
      data={groups.filter((group) => group.items.length > 0)}
      value={sjablonen.some((each) => each.id === vraag.sjabloonId) ? vraag.sjabloonId : null}
      onChange={(id) => {
        const sjabloon = sjablonen.find((each) => each.id === id)
        doe({ soort: 'sjabloon', sleutel: vraag.sleutel, sjabloon })
        if (sjabloon) requestAnimationFrame(() => toFirstBlank(field.current))
      }}
      nothingFoundMessage={t.geenSjabloon}
      maxDropdownHeight={360}
      comboboxProps={{ width: 300, position: 'bottom-start' }}
      data-autofocus={vraag.sjabloonId === null || undefined}
    />
  )
}

/** The cursor goes to where the first line of the template asks for something, so that one can just type on. */
function toFirstBlank(field: HTMLInputElement | null): void {
  const text = field?.closest('section')?.querySelector('textarea')
  if (!text) return
  text.focus()
  const firstLine = text.value.indexOf('\n')
  const at = firstLine < 0 ? text.value.length : firstLine
  text.setSelectionRange(at, at)
}
