import { Button, type ButtonProps, type ElementProps } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Icoon, type IcoonNaam } from './Icoon.tsx'
import { later } from './later.tsx'

export type MenuKeuze = { naam: string; icoon?: IcoonNaam; onKies: () => void }
export type KeuzemenuProps = {
  naam: string
  icoon?: IcoonNaam
  keuzes?: readonly MenuKeuze[]
  /** Items of `Menu`, where they are not known before it opens. */
  children?: ReactNode
}

const Uitgeklapt = later(
  () => import('./KeuzemenuUitgeklapt.tsx').then((module) => module.KeuzemenuUitgeklapt),
  ({ naam, icoon }: KeuzemenuProps) => <Menuknop naam={naam} icoon={icoon} />,
)

/** A button with what else one can do. The menu itself is fetched apart: it weighs more than most screens. */
export function Keuzemenu(props: KeuzemenuProps) {
  const [gebruikt, setGebruikt] = useState(false)
  if (gebruikt) return <Uitgeklapt {...props} />
  return <Menuknop naam={props.naam} icoon={props.icoon} aria-expanded={false} onClick={() => setGebruikt(true)} />
}

type MenuknopProps = { naam: string; icoon: IcoonNaam | undefined } & ButtonProps &
  ElementProps<'button', keyof ButtonProps>

export function Menuknop({ naam, icoon, ...rest }: MenuknopProps) {
  return (
    <Button
      variant="default"
      aria-haspopup="menu"
      leftSection={icoon && <Icoon naam={icoon} maat={14} />}
      rightSection={<Icoon naam="pijl_neer" maat={12} />}
      {...rest}
    >
      {naam}
    </Button>
  )
}
