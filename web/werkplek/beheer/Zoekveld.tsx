import { TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'

type Props = { naam: string; waarde: string; onZoek: (tekst: string | undefined) => void }

/** A filter on text: tells what was typed after a short rest, so that a server is not asked for every letter. */
export function Zoekveld({ naam, waarde, onZoek }: Props) {
  const [tekst, setTekst] = useState(waarde)
  const [gemeld, setGemeld] = useState(waarde)
  const [gezien, setGezien] = useState(waarde)
  // Something else changed the filter, such as the Back button: follow. What we told ourselves is no news.
  if (waarde !== gezien) {
    setGezien(waarde)
    if (waarde !== gemeld) {
      setGemeld(waarde)
      setTekst(waarde)
    }
  }
  const tell = useEffectEvent((next: string) => {
    setGemeld(next)
    onZoek(next || undefined)
  })
  useEffect(() => {
    const next = tekst.trim()
    if (next === gemeld) return
    const timer = setTimeout(() => tell(next), 200)
    return () => clearTimeout(timer)
  }, [tekst, gemeld])
  return (
    <TextInput
      type="search"
      aria-label={naam}
      placeholder={naam}
      value={tekst}
      onChange={(event) => setTekst(event.currentTarget.value)}
      leftSection={<Icoon naam="zoek" maat={14} />}
    />
  )
}
