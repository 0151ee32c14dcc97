import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { initialen } from '#kit/format.ts'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import { useIk } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { paletOpen } from '#kit/paletOpen.ts'
import { Toets } from '#kit/Toets.tsx'
import { kiesTaal, taalkeuze } from '#kit/teksten.ts'
import { useBron } from '#kit/useBron.ts'
import css from './Balk.module.css'
import { meldAf } from './meldAf.ts'
import { useSchilTeksten } from './schilTeksten.ts'

const themas: [MantineColorScheme, 'licht' | 'donker' | 'systeem', IcoonNaam][] = [
  ['light', 'licht', 'zon'],
  ['dark', 'donker', 'maan'],
  ['auto', 'systeem', 'instellingen'],
]

/** Theme, language, keys, account and the way out. */
export function Gebruikersmenu() {
  const t = useSchilTeksten()
  const { medewerker } = useIk()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const taal = useBron(taalkeuze)

  return (
    <Menu position="bottom-end" width={230} withinPortal trapFocus returnFocus>
      <Menu.Target>
        <UnstyledButton className={css['gebruiker']} aria-label={t.gebruikersmenu(medewerker.naam)}>
          <span className={css['initialen']} aria-hidden="true">
            {initialen(medewerker.naam)}
          </span>
          <span className={css['gebruikersnaam']}>{medewerker.naam}</span>
          <Icoon naam="pijl_neer" maat={12} />
        </UnstyledButton>
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
        {themas.map(([value, name, icon]) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            closeMenuOnClick={false}
            leftSection={<Icoon naam={icon} />}
            rightSection={colorScheme === value && <Icoon naam="vink" />}
            onClick={() => setColorScheme(value)}
          >
            {t[name]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t.taal}</Menu.Label>
        {(['nl', 'en'] as const).map((value) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={taal === value}
            lang={value}
            leftSection={<Icoon naam="taal" />}
            rightSection={taal === value && <Icoon naam="vink" />}
            onClick={() => kiesTaal(value)}
          >
            {value === 'nl' ? 'Nederlands' : 'English'}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icoon naam="uitgang" />} onClick={() => void meldAf()}>
          {t.afmelden}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
