import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { zoeken } from '#contract/klantbeeld.ts'
import { PartijSoort } from '#contract/relatieinvoer.ts'
import type { PartijKort } from '#contract/relaties.ts'
import { Icoon } from './Icoon.tsx'
import { useKitTeksten } from './kitTeksten.ts'
import css from './PartijKiezer.module.css'
import { houdVorige, lees } from './queries.ts'

type Props = {
  label: string
  gekozen: PartijKort | null
  onKies: (partij: PartijKort | null) => void
  soorten?: readonly PartijSoort[]
  /** Not oneself. */
  behalveId?: string
  fout?: string | undefined
  verplicht?: boolean
  autoFocus?: boolean
  /** The field stands alone under a heading that says what it is: the label is only for screen readers. */
  alleen?: boolean
  plaats?: string
  niets?: string
  /** What stands in the field and is nobody yet. */
  onGetypt?: (tekst: string) => void
}

/** Finds one klant by name, address or number: a combobox over the search of the whole werkplek. */
export function PartijKiezer(props: Props) {
  const { label, gekozen, onKies, soorten = PartijSoort.options, behalveId, fout } = props
  const { verplicht = true, autoFocus = false, alleen = false, plaats, niets, onGetypt } = props
  const t = useKitTeksten()
  const combobox = useCombobox()
  const [vraag, setVraag] = useState('')
  const [q] = useDebouncedValue(vraag.trim(), 150)
  const { data, isFetching, isPlaceholderData } = useQuery({
    ...lees(zoeken, { query: { q, soort: 'partij', aantal: 20 } }),
    enabled: q.length > 1,
    placeholderData: houdVorige,
  })
  const gevonden = (q.length > 1 ? (data?.resultaten ?? []) : []).filter(
    (each) => each.id !== behalveId && soorten.includes(each.gegevens['soort'] as PartijSoort),
  )
  // Enter takes the first one found, but never one found for what stood there before.
  const eerste = !isPlaceholderData && q === vraag.trim() ? gevonden[0]?.id : undefined
  const { selectFirstOption, resetSelectedOption } = combobox
  useEffect(() => {
    if (eerste) selectFirstOption()
    else resetSelectedOption()
  }, [eerste, selectFirstOption, resetSelectedOption])

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const found = gevonden.find((each) => each.id === id)
        if (!found) return
        onKies({
          id: found.id,
          nummer: Number(found.gegevens['nummer'] ?? 0),
          naam: found.titel,
          soort: found.gegevens['soort'] as PartijSoort,
        })
        setVraag('')
        onGetypt?.('')
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...(alleen ? { 'aria-label': label, size: 'sm', leftSection: <Icoon naam="zoek" /> } : { label })}
          required={verplicht}
          autoFocus={autoFocus}
          placeholder={plaats ?? t.kiesPartij}
          autoComplete="off"
          value={vraag || (gekozen?.naam ?? '')}
          error={fout}
          rightSection={isFetching && q.length > 1 ? <Loader size={14} /> : null}
          onChange={(event) => {
            setVraag(event.currentTarget.value)
            onGetypt?.(event.currentTarget.value.trim())
            if (gekozen) onKies(null)
            combobox.openDropdown()
          }}
          onKeyDown={(event) => {
            // While one searches, Enter is for the list and not for the form around it.
            if (event.key === 'Enter' && vraag.trim() !== '' && !event.ctrlKey && !event.metaKey) event.preventDefault()
          }}
          onFocus={() => q.length > 1 && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={q.length < 2}>
        <Combobox.Options className={css['lijst'] ?? ''} aria-label={label} hidden={gevonden.length === 0}>
          {gevonden.map((each) => (
            <Combobox.Option key={each.id} value={each.id}>
              <span className={css['naam']}>{each.titel}</span>
              <span className={css['onder']}>{each.ondertitel}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {/* Beside the list: a list without options is none. */}
        <div role="status">
          {gevonden.length === 0 && !isFetching && <Combobox.Empty>{niets ?? t.kiesNiets}</Combobox.Empty>}
        </div>
      </Combobox.Dropdown>
    </Combobox>
  )
}
