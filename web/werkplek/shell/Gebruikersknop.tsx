import { UnstyledButton } from '@mantine/core'
import type { ComponentProps } from 'react'
import { initialen } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useIk } from '#kit/ik.ts'
import css from './Balk.module.css'
import { useSchilTeksten } from './schilTeksten.ts'

/** Who you are, at the right of the top bar; opens the user menu. */
export function Gebruikersknop(props: ComponentProps<'button'>) {
  const t = useSchilTeksten()
  const { medewerker } = useIk()
  return (
    <UnstyledButton aria-haspopup="menu" {...props} className={css['gebruiker']}>
      <span className={css['initialen']} aria-hidden="true">
        {initialen(medewerker.naam)}
      </span>
      <span className="alleen-voorlezen">{t.gebruikersmenu}</span>
      <span className={css['gebruikersnaam']}>{medewerker.naam}</span>
      <Icoon naam="pijl_neer" maat={12} />
    </UnstyledButton>
  )
}
