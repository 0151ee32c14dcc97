import { TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Icoon } from './Icoon.tsx'

type Props = { label: string; waarde: string; onWijzig: (q: string) => void; className?: string | undefined }

/** Searches a list while one types; waits for a pause in typing before it asks the server. */
export function Zoekveld({ label, waarde, onWijzig, className }: Props) {
  const [tekst, setTekst] = useState(waarde)
  const sent = useRef(waarde)
  const send = useEffectEvent((q: string) => {
    if (q === waarde) return
    sent.current = q
    onWijzig(q)
  })
  // From outside: Back, or a cleared filter. What I sent myself comes back while I may be typing on.
  useEffect(() => {
    if (waarde === sent.current) return
    sent.current = waarde
    setTekst(waarde)
  }, [waarde])
  useEffect(() => {
    const timer = setTimeout(() => send(tekst.trim()), 250)
    return () => clearTimeout(timer)
  }, [tekst])
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Icoon naam="zoek" maat={14} />}
      value={tekst}
      maxLength={100}
      onChange={({ currentTarget }) => setTekst(currentTarget.value)}
      className={className ?? ''}
    />
  )
}
