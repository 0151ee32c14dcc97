import { useState } from 'react'
import { leesDatum, toonDatum } from '#kit/datuminvoer.ts'
import { leesBedrag, leesGetal, toonBedrag, toonGetal } from '#kit/getalinvoer.ts'
import { TextArea, TextField } from '../../nlds/TextField.tsx'
import { useFormulierTeksten } from '../formulierTeksten.ts'
import { alsTekst, deelVan, type VeldProps } from '../veld.ts'
import css from './velden.module.css'

/** The right keyboard on a phone, and what the browser may fill in for somebody (WCAG 1.3.5). */
const vormen = {
  vrij: {},
  'e-mail': { type: 'email', inputMode: 'email', autoComplete: 'email', autoCapitalize: 'off' },
  telefoon: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  postcode: { autoComplete: 'postal-code', autoCapitalize: 'characters' },
} as const

export function Tekstveld(props: VeldProps) {
  const { veld, waarde } = props.getoond
  return (
    <TextField
      {...deelVan(props)}
      {...(veld.soort === 'tekst' ? vormen[veld.vorm] : {})}
      value={alsTekst(waarde)}
      onWijzig={props.onWijzig}
    />
  )
}

/** Below this the number of characters left is told; before it only distracts. */
const BIJNA_VOL = 200

export function Tekstvak(props: VeldProps) {
  const t = useFormulierTeksten()
  const { veld, waarde } = props.getoond
  const tekst = alsTekst(waarde)
  const over = veld.soort === 'tekstvak' ? veld.max - tekst.length : Number.POSITIVE_INFINITY
  return (
    <div className={css['stapel']}>
      <TextArea {...deelVan(props)} value={tekst} onWijzig={props.onWijzig} />
      <p role="status" className={css['zacht']}>
        {over < BIJNA_VOL && t.tekens(over)}
      </p>
    </div>
  )
}

export function IbanVeld(props: VeldProps) {
  const t = useFormulierTeksten()
  const deel = deelVan(props)
  return (
    <TextField
      {...deel}
      uitleg={deel.uitleg ?? t.ibanUitleg}
      autoCapitalize="characters"
      autoComplete="off"
      spellCheck={false}
      maxLength={42}
      className={css['iban'] ?? ''}
      value={alsTekst(props.getoond.waarde)}
      onWijzig={props.onWijzig}
    />
  )
}

export function Getalveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { veld, waarde } = props.getoond
  const [getypt, setGetypt] = useState<string>()
  const isBedrag = veld.soort === 'bedrag'
  const [lees, toon] = isBedrag ? [leesBedrag, toonBedrag] : [leesGetal, toonGetal]
  const deel = deelVan(props)
  const eenheid = isBedrag ? '€' : veld.soort === 'getal' ? veld.eenheid : undefined
  return (
    <TextField
      {...deel}
      label={eenheid && !isBedrag ? `${veld.label} (${eenheid})` : veld.label}
      uitleg={deel.uitleg ?? (isBedrag ? t.bedragUitleg : undefined)}
      inputMode="decimal"
      autoComplete="off"
      className={css['kort'] ?? ''}
      value={getypt ?? (typeof waarde === 'number' ? toon(waarde) : alsTekst(waarde))}
      onWijzig={(tekst) => {
        setGetypt(tekst)
        const gelezen = lees(tekst)
        // What is no number stays as it was typed: the check refuses it with a sentence.
        props.onWijzig(gelezen === undefined ? tekst : gelezen)
      }}
      onBlur={() => setGetypt(undefined)}
    />
  )
}

/** Typed: the field of a browser shows the order of its own language, mm/dd for many. */
export function Datumveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { waarde, van, tot } = props.getoond
  const [getypt, setGetypt] = useState<string>()
  const deel = deelVan(props)
  const iso = alsTekst(waarde)
  const bereik =
    van && tot
      ? t.vanTot(toonDatum(van), toonDatum(tot))
      : van
        ? t.vanaf(toonDatum(van))
        : tot
          ? t.totEnMet(toonDatum(tot))
          : ''
  return (
    <TextField
      {...deel}
      uitleg={[deel.uitleg, bereik, t.datumUitleg].filter(Boolean).join(' ')}
      // Digits alone are read too: a keyboard with only digits has no dash.
      inputMode="numeric"
      autoComplete={/geboortedatum/i.test(props.getoond.veld.naam) ? 'bday' : 'off'}
      maxLength={10}
      className={css['kort'] ?? ''}
      value={getypt ?? (leesDatum(iso) ? toonDatum(iso) : iso)}
      onWijzig={(tekst) => {
        setGetypt(tekst)
        const gelezen = leesDatum(tekst, { korteJaren: true })
        props.onWijzig(gelezen === undefined ? tekst : gelezen)
      }}
      onBlur={() => setGetypt(undefined)}
    />
  )
}
