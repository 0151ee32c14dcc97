import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { zoekAdres } from '#contract/adressen.ts'
import { lees } from '#kit/queries.ts'
import css from './Formuliervelden.module.css'
import { useFormulierTeksten } from './formulierTeksten.ts'
import { Groep } from './Groep.tsx'
import { alsTekst, type VeldProps } from './veld.ts'

type Adres = Record<'straatnaam' | 'huisletter' | 'toevoeging' | 'postcode' | 'woonplaats', string> & {
  huisnummer: number | null
}

/** Postcode and number; street and town come from the BAG when it knows them, and can always be typed. */
export function Adresveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const client = useQueryClient()
  const [onbekend, setOnbekend] = useState(false)
  const adres = alsAdres(props.getoond.waarde)
  const { verplicht } = props.getoond
  const zet = (deel: Partial<Adres>) => props.onWijzig({ ...adres, ...deel })

  async function vulAan() {
    if (!adres.postcode || !adres.huisnummer) return
    const invoer = `${adres.postcode}${adres.huisnummer}${adres.huisletter}${adres.toevoeging}`
    // Without an answer people type the rest themselves.
    const antwoord = await client.fetchQuery(lees(zoekAdres, { query: { invoer } })).catch(() => undefined)
    const [gevonden] = antwoord?.soort === 'gevonden' ? antwoord.adressen : []
    setOnbekend(antwoord !== undefined && !gevonden)
    if (!gevonden) return
    const { straatnaam, huisnummer, huisletter, toevoeging, postcode, woonplaats } = gevonden
    // Unless one typed on meanwhile.
    props.pasAan((nu) => {
      const nog = alsAdres(nu)
      const zelfde = nog.postcode === adres.postcode && nog.huisnummer === adres.huisnummer
      return zelfde ? { ...nog, straatnaam, huisnummer, huisletter, toevoeging, postcode, woonplaats } : nu
    })
  }

  return (
    <Groep {...props}>
      <div className={css['adres']}>
        <TextInput
          id={props.id}
          label={t.postcode}
          autoComplete="postal-code"
          required={verplicht}
          value={adres.postcode}
          onChange={(event) => zet({ postcode: event.currentTarget.value })}
          onBlur={() => void vulAan()}
        />
        <TextInput
          label={t.huisnummer}
          inputMode="numeric"
          required={verplicht}
          value={adres.huisnummer ?? ''}
          onChange={(event) => {
            const cijfers = event.currentTarget.value.replace(/\D/g, '').slice(0, 5)
            zet({ huisnummer: cijfers ? Number(cijfers) : null })
          }}
          onBlur={() => void vulAan()}
        />
        <TextInput
          label={t.toevoeging}
          value={`${adres.huisletter}${adres.toevoeging}`}
          maxLength={5}
          onChange={(event) => zet({ huisletter: '', toevoeging: event.currentTarget.value.slice(0, 4) })}
          onBlur={() => void vulAan()}
        />
        <TextInput
          label={t.straat}
          autoComplete="off"
          required={verplicht}
          value={adres.straatnaam}
          onChange={(event) => zet({ straatnaam: event.currentTarget.value })}
        />
        <TextInput
          label={t.plaats}
          autoComplete="off"
          required={verplicht}
          value={adres.woonplaats}
          onChange={(event) => zet({ woonplaats: event.currentTarget.value })}
        />
      </div>
      <p role="status" className={css['uitleg']}>
        {onbekend && t.adresOnbekend}
      </p>
    </Groep>
  )
}

function alsAdres(waarde: unknown): Adres {
  const delen = (typeof waarde === 'object' && waarde !== null ? waarde : {}) as Record<string, unknown>
  return {
    straatnaam: alsTekst(delen['straatnaam']),
    huisnummer: typeof delen['huisnummer'] === 'number' ? delen['huisnummer'] : null,
    huisletter: alsTekst(delen['huisletter']),
    toevoeging: alsTekst(delen['toevoeging']),
    postcode: alsTekst(delen['postcode']),
    woonplaats: alsTekst(delen['woonplaats']),
  }
}
