import { Button, Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { paden } from '#kit/paden.ts'
import { houdVorige } from '#kit/queries.ts'
import css from './Gesprek.module.css'
import { klantbeeldQuery, zoekKlantQuery } from './gesprekken.queries.ts'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import type { Actie, Staat } from './staat.ts'

type Props = { staat: Staat; doe: (actie: Actie) => void }

/** Nobody known yet: found by whatever he says first, or kept as just a name until he is. */
export function KlantKiezen({ staat, doe }: Props) {
  const t = useGesprekTeksten()
  return (
    <div className={css['kiezen']}>
      <h2>{t.geenKlant}</h2>
      <Klantzoeker onKies={(partij) => doe({ soort: 'klant', partij })} />
      <Beller staat={staat} doe={doe} />
      <Button
        variant="default"
        leftSection={<Icoon naam="plus" maat={14} />}
        renderRoot={(props) => <Link to={paden.nieuweKlant} {...props} />}
      >
        {t.nieuweKlant}
      </Button>
    </div>
  )
}

/** At the top of the panel: with whom, and who speaks for him. */
export function KlantRegel({ staat, doe }: Props) {
  const t = useGesprekTeksten()
  if (!staat.partij) return null
  return (
    <div className={css['klantregel']}>
      <span className={css['klantnaam']}>
        <Icoon naam={staat.partij.soort === 'persoon' ? 'persoon' : 'mensen'} /> {staat.partij.naam}
      </span>
      <Button variant="subtle" size="compact-xs" onClick={() => doe({ soort: 'klant', partij: null })}>
        {t.andereKlant}
      </Button>
      <Beller staat={staat} doe={doe} />
    </div>
  )
}

function Klantzoeker({ onKies }: { onKies: (partij: Staat['partij']) => void }) {
  const t = useGesprekTeksten()
  const client = useQueryClient()
  const [q, setQ] = useState('')
  // Only opens when there is something to choose from: else it covers the fields below.
  const [open, setOpen] = useState(false)
  const asked = useDeferredValue(q)
  const { data } = useQuery({ ...zoekKlantQuery(asked), placeholderData: houdVorige })
  const found = q.trim().length > 1 ? (data?.resultaten ?? []) : []
  return (
    <Select
      aria-label={t.klant}
      placeholder={t.kiesKlant}
      size="sm"
      searchable
      autoFocus
      dropdownOpened={open && q.trim().length > 1}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      leftSection={<Icoon naam="zoek" />}
      searchValue={q}
      onSearchChange={(text) => {
        setQ(text)
        setOpen(true)
      }}
      value={null}
      // The server searches, with typing errors and all; the list shows what it found.
      filter={({ options }) => options}
      data={found.map(({ id, titel }) => ({ value: id, label: titel }))}
      renderOption={({ option }) => {
        const row = found.find((each) => each.id === option.value)
        return (
          <span className={css['treffer']}>
            <strong>{option.label}</strong>
            <span>{row?.ondertitel}</span>
          </span>
        )
      }}
      nothingFoundMessage={q.trim().length > 1 ? t.niemandGevonden : t.zoekVerder}
      onChange={(id) => {
        const row = found.find((each) => each.id === id)
        if (!row) return
        void client.prefetchQuery(klantbeeldQuery(row.id))
        const { nummer = 0, soort = 'persoon' } = row.gegevens as { nummer?: number; soort?: string }
        onKies({ id: row.id, nummer, naam: row.titel, soort })
      }}
    />
  )
}

function Beller({ staat, doe }: Props) {
  const t = useGesprekTeksten()
  const { naam, digitaalAdres } = staat.inhoud
  const known = staat.partij !== null
  const [open, setOpen] = useState(!known || naam !== '' || digitaalAdres !== '')
  if (known && !open) {
    return (
      <button type="button" className={css['tekstknop']} onClick={() => setOpen(true)}>
        <Icoon naam="persoon" maat={14} /> {t.naam}
      </button>
    )
  }
  return (
    <div className={css['rij']}>
      <TextInput
        label={t.naam}
        {...(known && { description: t.naamUitleg })}
        value={naam}
        maxLength={300}
        onChange={({ currentTarget }) => doe({ soort: 'gesprek', velden: { naam: currentTarget.value } })}
      />
      <TextInput
        label={t.bereikbaar}
        {...(known && { description: ' ' })}
        value={digitaalAdres}
        maxLength={300}
        onChange={({ currentTarget }) => doe({ soort: 'gesprek', velden: { digitaalAdres: currentTarget.value } })}
      />
    </div>
  )
}
