import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { zoeken } from '#contract/klantbeeld.ts'
import { leesEenheid, leesWonenVan } from '#contract/wonen.ts'
import { houdVorige, lees } from '#kit/queries.ts'
import { useFormulierTeksten } from './formulierTeksten.ts'
import { alsTekst, invoerVan, type VeldProps } from './veld.ts'

type Woning = { value: string; label: string }

/** A home: those of the klant first, any other by searching. */
export function Eenheidveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const gekozen = alsTekst(props.getoond.waarde)
  const [vraag, setVraag] = useState('')
  const [q] = useDebouncedValue(vraag.trim(), 200)
  const [laatste, setLaatste] = useState<Woning>()
  const eigen = useEigenWoningen(props.partijId)
  // What stands in the field after choosing is no question.
  const getypt = q.length > 1 && ![...eigen, laatste].some((woning) => woning?.label.trim() === q)
  const gevonden = useQuery({
    ...lees(zoeken, { query: { q, soort: 'eenheid', aantal: 20 } }),
    enabled: getypt,
    placeholderData: houdVorige,
  })
  const bekend = [...eigen, laatste].find((woning) => woning?.value === gekozen)
  const ander = useQuery({ ...lees(leesEenheid, { params: { id: gekozen } }), enabled: gekozen !== '' && !bekend })
  const treffers: Woning[] = getypt
    ? (gevonden.data?.resultaten ?? []).map(({ id, titel, ondertitel }) => ({
        value: id,
        label: `${titel}, ${ondertitel}`,
      }))
    : []
  const los = [
    ...treffers,
    ...(laatste ? [laatste] : []),
    ...(ander.data ? [{ value: ander.data.id, label: ander.data.weergave }] : []),
  ]
  const anders = los.filter(
    ({ value }, i) =>
      !eigen.some((each) => each.value === value) && los.findIndex((each) => each.value === value) === i,
  )
  return (
    <Select
      {...invoerVan(props)}
      searchable
      clearable={!props.getoond.verplicht}
      placeholder={t.zoekWoning}
      nothingFoundMessage={getypt && !gevonden.isFetching ? t.nietsGevonden : ''}
      data={eigen.length > 0 ? [{ group: t.eigenWoningen, items: eigen }, ...anders] : anders}
      // The server searched already: by street, by postcode with number, by code.
      {...(getypt && { filter: ({ options }) => options })}
      onSearchChange={setVraag}
      value={gekozen || null}
      onChange={(id) => {
        setLaatste([...eigen, ...anders].find(({ value }) => value === id))
        props.onWijzig(id)
      }}
    />
  )
}

function useEigenWoningen(partijId: string | undefined): Woning[] {
  const { data } = useQuery({
    ...lees(leesWonenVan, { params: { id: partijId ?? '' } }),
    enabled: partijId !== undefined,
  })
  const eenheden = (data?.woningen ?? []).flatMap(({ eenheid }) => eenheid ?? [])
  return [...new Map(eenheden.map(({ id, weergave }) => [id, { value: id, label: weergave }])).values()]
}
