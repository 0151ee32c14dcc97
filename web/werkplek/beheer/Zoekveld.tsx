import { TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'

/** A filter on text: tells what was typed after a short rest, so that a server is not asked for every letter. */
export function Zoekveld({
  naam,
  waarde,
  onZoek,
}: {
  naam: string
  waarde: string
  onZoek: (tekst: string | undefined) => void
}) {
  const [tekst, setTekst] = useState(waarde)
  const tell = useEffectEvent(onZoek)
  useEffect(() => {
    if (tekst === waarde) return
    const timer = setTimeout(() => tell(tekst.trim() || undefined), 200)
    return () => clearTimeout(timer)
  }, [tekst, waarde])
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
