import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Taal } from '#kit/format.ts'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import { useIk } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { paletOpen } from '#kit/paletOpen.ts'
import { Toets } from '#kit/Toets.tsx'
import { kiesTaal, taalkeuze } from '#kit/teksten.ts'
import { useBron } from '#kit/useBron.ts'
import { Gebruikersknop } from './Gebruikersknop.tsx'
import { meldAf } from './meldAf.ts'
import { useSchilTeksten } from './schilTeksten.ts'

const themas: [MantineColorScheme, 'licht' | 'donker' | 'systeem', IcoonNaam][] = [
  ['light', 'licht', 'zon'],
  ['dark', 'donker', 'maan'],
  ['auto', 'systeem', 'instellingen'],
]

/** Theme, language, keys, account and the way out. Fetched at first use, and then opened at once. */
export function Gebruikersmenu() {
  const t = useSchilTeksten()
  const { medewerker } = useIk()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const taal = useBron(taalkeuze)

  return (
    <Menu defaultOpened position="bottom-end" width={230} withinPortal trapFocus returnFocus>
      <Menu.Target>
        <Gebruikersknop />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{medewerker.functie || medewerker.email}</Menu.Label>
        <Menu.Item component={Link} to={paden.account} leftSection={<Icoon naam="persoon" />}>
          {t.account}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icoon naam="toetsenbord" />}
          rightSection={<Toets toets="?" />}
          onClick={() => paletOpen.set('toetsen')}
        >
          {t.sneltoetsen}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t.thema}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
          {themas.map(([value, name, icon]) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icoon naam={icon} />}>
              {t[name]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t.taal}</Menu.Label>
        <Menu.RadioGroup value={taal} onChange={(value) => kiesTaal(value as Taal)}>
          <Menu.RadioItem value="nl" lang="nl">
            Nederlands
          </Menu.RadioItem>
          <Menu.RadioItem value="en" lang="en">
            English
          </Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<Icoon naam="uitgang" />} onClick={() => void meldAf()}>
          {t.afmelden}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
