import { Menu } from '@mantine/core'
import { useRef } from 'react'
import { Icoon } from './Icoon.tsx'
import { type KeuzemenuProps, Menuknop } from './Keuzemenu.tsx'

/** The menu of `Keuzemenu`, open from the start: it is drawn at the first use. */
export function KeuzemenuUitgeklapt({ naam, icoon, keuzes, children }: KeuzemenuProps) {
  const knop = useRef<HTMLButtonElement>(null)
  return (
    // Mantine would give the focus back to the button that stood here before this one.
    <Menu defaultOpened position="bottom-end" returnFocus={false} onClose={() => knop.current?.focus()}>
      <Menu.Target>
        <Menuknop naam={naam} icoon={icoon} ref={knop} />
      </Menu.Target>
      <Menu.Dropdown>
        {keuzes?.map((keuze) => (
          <Menu.Item
            key={keuze.naam}
            leftSection={keuze.icoon && <Icoon naam={keuze.icoon} maat={14} />}
            onClick={keuze.onKies}
          >
            {keuze.naam}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}
