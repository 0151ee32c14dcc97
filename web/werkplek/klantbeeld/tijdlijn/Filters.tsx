import { CloseButton, Loader, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { listKanalen } from '#contract/beheer.ts'
import { dagVan } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { lees } from '#kit/queries.ts'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './Tijdlijn.module.css'
import type { Filter } from './useTijdlijn.ts'

const typpauze = 250

/** What of the tijdlijn to show. Native selects: one tap on a telephone, one letter on a keyboard. */
export function Filters({
  filter,
  onKies,
  bezig,
}: {
  filter: Filter
  onKies: (filter: Filter) => void
  bezig: boolean
}) {
  const { tijdlijn: t } = useKlantbeeldTeksten()
  const kanalen = useQuery({ ...lees(listKanalen), staleTime: 300_000 })
  const keuze = (naam: keyof Filter) => (waarde: string) => onKies({ [naam]: waarde || undefined })
  const dagen = filter.van ? Math.round((Date.now() - Date.parse(filter.van)) / 86_400_000) : 0
  return (
    <search className={css['filters']}>
      <Zoekveld waarde={filter.q ?? ''} onZoek={keuze('q')} bezig={bezig} />
      <NativeSelect
        aria-label={t.soort}
        value={filter.soort ?? ''}
        onChange={(event) => keuze('soort')(event.currentTarget.value)}
        data={[
          { value: '', label: t.alles },
          { value: 'klantcontact', label: t.contacten },
          { value: 'zaak', label: t.zaken },
          { value: 'bericht', label: t.berichten },
          { value: 'taak', label: t.taken },
        ]}
      />
      <NativeSelect
        aria-label={t.kanaal}
        value={filter.kanaal ?? ''}
        onChange={(event) => keuze('kanaal')(event.currentTarget.value)}
        data={[
          { value: '', label: t.alleKanalen },
          ...(kanalen.data?.rijen ?? []).map(({ code, naam }) => ({ value: code, label: naam })),
        ]}
      />
      <NativeSelect
        aria-label={t.periode}
        value={dagen === 0 ? '' : dagen < 40 ? '31' : '365'}
        onChange={(event) => keuze('van')(dagenTerug(Number(event.currentTarget.value)))}
        data={[
          { value: '', label: t.alleTijd },
          { value: '31', label: t.maand },
          { value: '365', label: t.jaar },
        ]}
      />
    </search>
  )
}

function Zoekveld({ waarde, onZoek, bezig }: { waarde: string; onZoek: (tekst: string) => void; bezig: boolean }) {
  const { tijdlijn: t } = useKlantbeeldTeksten()
  const [tekst, setTekst] = useState(waarde)
  const gezocht = useRef(waarde)
  useEffect(() => {
    // Changed from outside: "show everything", or Back.
    if (waarde !== gezocht.current) setTekst(waarde)
    gezocht.current = waarde
  }, [waarde])
  useEffect(() => {
    if (tekst.trim() === gezocht.current) return
    const timer = setTimeout(() => {
      gezocht.current = tekst.trim()
      onZoek(tekst.trim())
    }, typpauze)
    return () => clearTimeout(timer)
  }, [tekst, onZoek])
  return (
    <TextInput
      type="search"
      aria-label={t.zoek}
      placeholder={t.zoek}
      maxLength={100}
      value={tekst}
      onChange={(event) => setTekst(event.currentTarget.value)}
      leftSection={bezig ? <Loader size={14} /> : <Icoon naam="zoek" maat={14} />}
      rightSection={tekst && <CloseButton size="sm" aria-label={t.wisKeuze} onClick={() => setTekst('')} />}
    />
  )
}

function dagenTerug(dagen: number): string {
  return dagen ? dagVan(new Date(Date.now() - dagen * 86_400_000)) : ''
}
