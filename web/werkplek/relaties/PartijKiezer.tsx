import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { zoeken } from '#contract/klantbeeld.ts'
import type { PartijSoort } from '#contract/relatieinvoer.ts'
import type { PartijKort } from '#contract/relaties.ts'
import { houdVorige, lees } from '#kit/queries.ts'
import css from './PartijKiezer.module.css'
import { useRelatieTeksten } from './relatieTeksten.ts'

type Props = {
  label: string
  gekozen: PartijKort | null
  onKies: (partij: PartijKort | null) => void
  soorten: readonly PartijSoort[]
  /** Not oneself. */
  behalveId?: string
  fout?: string | undefined
}

/** Finds one klant by name, address or number: a combobox over the search of the whole werkplek. */
export function PartijKiezer({ label, gekozen, onKies, soorten, behalveId, fout }: Props) {
  const t = useRelatieTeksten()
  const combobox = useCombobox()
  const [vraag, setVraag] = useState('')
  const [q] = useDebouncedValue(vraag.trim(), 150)
  const { data, isFetching } = useQuery({
    ...lees(zoeken, { query: { q, soort: 'partij', aantal: 20 } }),
    enabled: q.length > 1,
    placeholderData: houdVorige,
  })
  const gevonden = (q.length > 1 ? (data?.resultaten ?? []) : []).filter(
    (each) => each.id !== behalveId && soorten.includes(each.gegevens['soort'] as PartijSoort),
  )

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
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          required
          placeholder={t.kiesPartij}
          autoComplete="off"
          value={vraag || (gekozen?.naam ?? '')}
          error={fout}
          rightSection={isFetching && q.length > 1 ? <Loader size={14} /> : null}
          onChange={(event) => {
            setVraag(event.currentTarget.value)
            if (gekozen) onKies(null)
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          onFocus={() => q.length > 1 && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={q.length < 2}>
        <Combobox.Options>
          {gevonden.map((each) => (
            <Combobox.Option key={each.id} value={each.id}>
              <span className={css['naam']}>{each.titel}</span>
              <span className={css['onder']}>{each.ondertitel}</span>
            </Combobox.Option>
          ))}
          {gevonden.length === 0 && !isFetching && <Combobox.Empty>{t.kiesNiets}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
