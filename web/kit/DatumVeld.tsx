import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { isDatum } from '#contract/regels/werkdagen.ts'
import { leesDatum, toonDatum } from './datuminvoer.ts'
import { useKitTeksten } from './kitTeksten.ts'

type Props = {
  label: string
  /** `jjjj-mm-dd`, empty, or the text as it is when it is no date: the schema refuses that with a sentence. */
  waarde: string | null
  onWijzig: (waarde: string | null) => void
  onBlur?: () => void
  fout?: string | undefined
  verplicht?: boolean
  naam?: string
  id?: string
  uitleg?: string | undefined
  /** "3-12-26" is 2026: not for dates of birth. */
  korteJaren?: boolean
  className?: string | undefined
  /** Instead of the sentence about how to type a date. */
  foutGetypt?: string
}

/** A date typed as dd-mm-jjjj, whatever the language of the browser. */
export function DatumVeld(props: Props) {
  const {
    label,
    waarde,
    onWijzig,
    onBlur,
    fout,
    verplicht = false,
    naam,
    id,
    uitleg,
    korteJaren = false,
    className,
    foutGetypt,
  } = props
  const t = useKitTeksten()
  const [getypt, setGetypt] = useState<string>()
  const isLeesbaar = waarde === null || isDatum(waarde)
  return (
    <TextInput
      label={label}
      placeholder={t.datumVoorbeeld}
      inputMode="numeric"
      autoComplete="off"
      required={verplicht}
      {...(naam && { name: naam })}
      {...(id && { id })}
      description={uitleg}
      {...(className && { className })}
      value={getypt ?? (isLeesbaar ? toonDatum(waarde) : (waarde ?? ''))}
      error={fout && (isLeesbaar ? fout : (foutGetypt ?? t.datumFout))}
      onChange={(event) => {
        const text = event.currentTarget.value
        setGetypt(text)
        const gelezen = leesDatum(text, { korteJaren })
        onWijzig(gelezen === undefined ? text : gelezen)
      }}
      onBlur={() => {
        setGetypt(undefined)
        onBlur?.()
      }}
    />
  )
}

/** A date to filter by: chosen as soon as it is one, and said to be none only when one has finished typing. */
export function Datumfilter({
  label,
  waarde,
  onKies,
}: {
  label: string
  waarde: string | undefined
  onKies: (datum: string | undefined) => void
}) {
  const t = useKitTeksten()
  const [half, setHalf] = useState<string>()
  const [klaar, setKlaar] = useState(true)
  return (
    <DatumVeld
      label={label}
      waarde={half ?? waarde ?? null}
      fout={half !== undefined && klaar ? t.geenDatum : undefined}
      foutGetypt={t.geenDatum}
      onWijzig={(next) => {
        const gekozen = next === null || isDatum(next)
        setHalf(gekozen ? undefined : next)
        setKlaar(false)
        if (gekozen) onKies(next ?? undefined)
      }}
      onBlur={() => setKlaar(true)}
    />
  )
}
