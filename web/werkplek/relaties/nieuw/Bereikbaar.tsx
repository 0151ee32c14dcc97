import { ActionIcon, Button, TextInput } from '@mantine/core'
import { Icoon } from '#kit/Icoon.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { opmaakTelefoon } from '../telefooninvoer.ts'
import css from './NieuweKlant.module.css'
import type { DigitaalVeld } from './nieuweKlant.ts'

type Props = {
  rijen: DigitaalVeld[]
  onWijzig: (rijen: DigitaalVeld[]) => void
  foutVan: (rij: number) => string | undefined
}

/** Telephone numbers and e-mail addresses, as many as there are; empty rows stay behind when saving. */
export function Bereikbaar({ rijen, onWijzig, foutVan }: Props) {
  const t = useRelatieTeksten()
  const set = (index: number, changes: Partial<DigitaalVeld>) =>
    onWijzig(rijen.map((rij, i) => (i === index ? { ...rij, ...changes } : rij)))
  const add = (soort: DigitaalVeld['soort']) => onWijzig([...rijen, { soort, adres: '', omschrijving: '' }])
  return (
    <fieldset className={css['blok']}>
      <legend>{t.bereikbaar}</legend>
      {rijen.map((rij, index) => {
        const wat = rij.soort === 'email' ? t.email : t.telefoon
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, errors come by place too
          <div key={index} className={css['rij']}>
            <TextInput
              label={wat}
              name={`digitaleAdressen.${index}.adres`}
              type={rij.soort === 'email' ? 'email' : 'tel'}
              autoComplete="off"
              value={rij.adres}
              error={foutVan(index)}
              onChange={(event) => set(index, { adres: event.currentTarget.value })}
              onBlur={() => rij.soort === 'telefoonnummer' && set(index, { adres: opmaakTelefoon(rij.adres) })}
            />
            <TextInput
              label={t.omschrijving}
              placeholder={t.omschrijvingVoorbeeld}
              maxLength={40}
              autoComplete="off"
              value={rij.omschrijving}
              onChange={(event) => set(index, { omschrijving: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              className={css['weg']}
              aria-label={t.weg(`${wat} ${rij.adres || index + 1}`)}
              onClick={() => onWijzig(rijen.filter((_, i) => i !== index))}
            >
              <Icoon naam="sluit" />
            </ActionIcon>
          </div>
        )
      })}
      <div className={css['knoppen']}>
        <Button variant="subtle" size="compact-xs" onClick={() => add('telefoonnummer')}>
          {t.nogTelefoon}
        </Button>
        <Button variant="subtle" size="compact-xs" onClick={() => add('email')}>
          {t.nogEmail}
        </Button>
      </div>
    </fieldset>
  )
}
