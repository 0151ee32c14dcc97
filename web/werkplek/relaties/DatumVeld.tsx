import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { leesDatum, toonDatum } from './datuminvoer.ts'
import { useRelatieTeksten } from './relatieTeksten.ts'

type Props = {
  label: string
  /** `jjjj-mm-dd`, empty, or the text as it is when it is no date: the schema refuses that with a sentence. */
  waarde: string | null
  onWijzig: (waarde: string | null) => void
  onBlur?: () => void
  fout?: string | undefined
  verplicht?: boolean
  naam?: string
}

/** A date typed as dd-mm-jjjj. */
export function DatumVeld({ label, waarde, onWijzig, onBlur, fout, verplicht = false, naam }: Props) {
  const t = useRelatieTeksten()
  const [getypt, setGetypt] = useState<string>()
  const isIso = waarde === null || /^\d{4}-\d{2}-\d{2}$/.test(waarde)
  return (
    <TextInput
      label={label}
      placeholder={t.datumVoorbeeld}
      inputMode="numeric"
      autoComplete="off"
      required={verplicht}
      {...(naam && { name: naam })}
      value={getypt ?? (isIso ? toonDatum(waarde) : (waarde ?? ''))}
      error={fout && (isIso ? fout : t.datumFout)}
      onChange={(event) => {
        const text = event.currentTarget.value
        setGetypt(text)
        const gelezen = leesDatum(text)
        onWijzig(gelezen === undefined ? text : gelezen)
      }}
      onBlur={() => {
        setGetypt(undefined)
        onBlur?.()
      }}
    />
  )
}
