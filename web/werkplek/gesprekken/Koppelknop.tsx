import { Button, type ButtonProps, type ElementProps } from '@mantine/core'
import type { Koppeling } from '#contract/gesprekken.ts'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import { useGesprekTeksten } from './gesprekTeksten.ts'

export const koppeliconen: Record<Koppeling['soort'], IcoonNaam> = {
  eenheid: 'huis',
  overeenkomst: 'document',
  klantcontact: 'bericht',
  zaak: 'taak',
}

/** Opens the menu with what a question can be about; it stands there before the menu is fetched. */
export function Koppelknop(props: ButtonProps & ElementProps<'button', keyof ButtonProps>) {
  const t = useGesprekTeksten()
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      aria-haspopup="menu"
      leftSection={<Icoon naam="koppeling" maat={14} />}
      {...props}
    >
      {t.koppel}
    </Button>
  )
}
