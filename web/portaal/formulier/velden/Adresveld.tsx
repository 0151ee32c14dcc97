import { Fieldset } from '../../nlds/FormField.tsx'
import { TextField } from '../../nlds/TextField.tsx'
import { useFormulierTeksten } from '../formulierTeksten.ts'
import { alsTekst, deelVan, type VeldProps } from '../veld.ts'
import css from './velden.module.css'

type Adres = Record<'straatnaam' | 'huisletter' | 'toevoeging' | 'postcode' | 'woonplaats', string> & {
  huisnummer: number | null
}

export function Adresveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const adres = alsAdres(props.getoond.waarde)
  const zet = (deel: Partial<Adres>) => props.onWijzig({ ...adres, ...deel })
  return (
    <Fieldset {...deelVan(props)}>
      <div className={css['adres']}>
        <TextField
          id={props.id}
          label={t.postcode}
          autoComplete="postal-code"
          autoCapitalize="characters"
          maxLength={7}
          value={adres.postcode}
          onWijzig={(postcode) => zet({ postcode })}
        />
        <TextField
          label={t.huisnummer}
          inputMode="numeric"
          autoComplete="off"
          value={adres.huisnummer ?? ''}
          onWijzig={(tekst) => {
            const cijfers = tekst.replace(/\D/g, '').slice(0, 5)
            zet({ huisnummer: cijfers ? Number(cijfers) : null })
          }}
        />
        <TextField
          label={t.toevoeging}
          verplicht={false}
          autoComplete="off"
          maxLength={5}
          value={`${adres.huisletter}${adres.toevoeging}`}
          onWijzig={(toevoeging) => zet({ huisletter: '', toevoeging: toevoeging.slice(0, 4) })}
        />
        <TextField
          label={t.straat}
          autoComplete="off"
          value={adres.straatnaam}
          onWijzig={(straatnaam) => zet({ straatnaam })}
        />
        <TextField
          label={t.plaats}
          autoComplete="address-level2"
          value={adres.woonplaats}
          onWijzig={(woonplaats) => zet({ woonplaats })}
        />
      </div>
    </Fieldset>
  )
}

export function alsAdres(waarde: unknown): Adres {
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
