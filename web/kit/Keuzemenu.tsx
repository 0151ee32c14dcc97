import { Button, type ButtonProps, type ElementProps } from '@mantine/core'
import { useState } from 'react'
import { Icoon, type IcoonNaam } from './Icoon.tsx'
import { later } from './later.tsx'

export type MenuKeuze = { naam: string; icoon?: IcoonNaam; onKies: () => void }
export type KeuzemenuProps = { naam: string; keuzes: readonly MenuKeuze[] }

const Uitgeklapt = later(
  () => import('./KeuzemenuUitgeklapt.tsx').then((module) => module.KeuzemenuUitgeklapt),
  ({ naam }: KeuzemenuProps) => <Menuknop naam={naam} />,
)

/** A button with what else one can do. The menu itself is fetched apart: it weighs more than most screens. */
export function Keuzemenu(props: KeuzemenuProps) {
  const [gebruikt, setGebruikt] = useState(false)
  if (gebruikt) return <Uitgeklapt {...props} />
  return <Menuknop naam={props.naam} aria-expanded={false} onClick={() => setGebruikt(true)} />
}

type MenuknopProps = { naam: string } & ButtonProps & ElementProps<'button', keyof ButtonProps>

export function Menuknop({ naam, ...rest }: MenuknopProps) {
  return (
    <Button variant="default" aria-haspopup="menu" rightSection={<Icoon naam="pijl_neer" maat={12} />} {...rest}>
      {naam}
    </Button>
  )
}
