import { Button } from '@mantine/core'
import type { GevondenAdres } from '#contract/adressen.ts'
import css from './AdresVelden.module.css'
import { useRelatieTeksten } from './relatieTeksten.ts'

/** Buttons and not radios: an arrow key would choose before one has read them all. */
export function Adreskeuze({
  adressen,
  onKies,
}: {
  adressen: GevondenAdres[]
  onKies: (adres: GevondenAdres) => void
}) {
  const t = useRelatieTeksten()
  if (adressen.length === 0) return null
  return (
    <fieldset className={css['keuze']}>
      <legend>{t.adresKies}</legend>
      <ul>
        {adressen.slice(0, 30).map((adres) => (
          <li key={adres.nummeraanduidingId}>
            <Button variant="default" size="compact-sm" fullWidth justify="start" onClick={() => onKies(adres)}>
              {adres.weergave}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
