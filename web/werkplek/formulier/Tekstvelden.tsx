import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { leesBedrag, leesGetal, toonBedrag, toonGetal } from '#kit/getalinvoer.ts'
import { alsTekst, invoerVan, type VeldProps } from './veld.ts'

const vormen = {
  vrij: {},
  'e-mail': { type: 'email', inputMode: 'email', autoComplete: 'email' },
  telefoon: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  postcode: { autoComplete: 'postal-code' },
} as const

export function Tekstveld(props: VeldProps) {
  const { veld, waarde } = props.getoond
  return (
    <TextInput
      {...invoerVan(props)}
      {...(veld.soort === 'tekst' ? vormen[veld.vorm] : {})}
      value={alsTekst(waarde)}
      onChange={(event) => props.onWijzig(event.currentTarget.value)}
    />
  )
}

export function Tekstvak(props: VeldProps) {
  return (
    <Textarea
      {...invoerVan(props)}
      autosize
      minRows={3}
      maxRows={14}
      value={alsTekst(props.getoond.waarde)}
      onChange={(event) => props.onWijzig(event.currentTarget.value)}
    />
  )
}

export function IbanVeld(props: VeldProps) {
  return (
    <TextInput
      {...invoerVan(props)}
      autoCapitalize="characters"
      spellCheck={false}
      placeholder="NL00 BANK 0123 4567 89"
      value={alsTekst(props.getoond.waarde)}
      onChange={(event) => props.onWijzig(event.currentTarget.value)}
    />
  )
}

export function Getalveld(props: VeldProps) {
  const { veld, waarde } = props.getoond
  const [getypt, setGetypt] = useState<string>()
  const [lees, toon] = veld.soort === 'bedrag' ? [leesBedrag, toonBedrag] : [leesGetal, toonGetal]
  return (
    <TextInput
      {...invoerVan(props)}
      inputMode="decimal"
      leftSection={veld.soort === 'bedrag' ? <span aria-hidden="true">€</span> : undefined}
      rightSection={veld.soort === 'getal' && veld.eenheid ? <span>{veld.eenheid}</span> : undefined}
      rightSectionWidth={veld.soort === 'getal' && veld.eenheid ? 48 : undefined}
      value={getypt ?? (typeof waarde === 'number' ? toon(waarde) : alsTekst(waarde))}
      onChange={(event) => {
        const tekst = event.currentTarget.value
        setGetypt(tekst)
        const gelezen = lees(tekst)
        // What is no number stays as it was typed: the check refuses it with a sentence.
        props.onWijzig(gelezen === undefined ? tekst : gelezen)
      }}
      onBlur={() => setGetypt(undefined)}
    />
  )
}

export function Datumveld(props: VeldProps) {
  const { veld, verplicht, waarde } = props.getoond
  return (
    <DatumVeld
      id={props.id}
      naam={veld.naam}
      label={veld.label}
      uitleg={veld.uitleg}
      verplicht={verplicht}
      fout={props.fout}
      waarde={alsTekst(waarde) || null}
      onWijzig={props.onWijzig}
    />
  )
}
