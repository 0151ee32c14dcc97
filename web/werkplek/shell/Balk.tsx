import { ActionIcon } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { useIk } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { paletOpen } from '#kit/paletOpen.ts'
import { ariaToets, Toets } from '#kit/Toets.tsx'
import { Venster } from '#kit/Venster.tsx'
import css from './Balk.module.css'
import { Gebruikersknop } from './Gebruikersknop.tsx'
import { Navigatielijst } from './Navigatie.tsx'
import { haalPaletOp } from './PaletOpening.tsx'
import { useSchilTeksten } from './schilTeksten.ts'

const haalMenuOp = () => import('./Gebruikersmenu.tsx')
const Gebruikersmenu = lazy(() => haalMenuOp().then((module) => ({ default: module.Gebruikersmenu })))

/** The top bar: whose Rondom this is, the search box, and who you are. */
export function Balk() {
  const t = useSchilTeksten()
  const ik = useIk()
  const [menu, setMenu] = useState(false)
  const [person, setPerson] = useState(false)
  return (
    <header className={css['balk']}>
      <ActionIcon
        className={css['menuknop']}
        variant="transparent"
        aria-label={t.menu}
        aria-haspopup="dialog"
        onClick={() => setMenu(true)}
      >
        <Icoon naam="menu" maat={20} />
      </ActionIcon>
      <Venster open={menu} titel={t.menu} plaats="links" onSluiten={() => setMenu(false)}>
        <Navigatielijst onKeuze={() => setMenu(false)} />
      </Venster>
      <Link to={paden.vandaag} className={css['merk']} title={ik.organisatie.naam}>
        <span className={css['naam']}>Rondom</span>
        <span className={css['organisatie']}>{ik.organisatie.naam}</span>
        {ik.demo && <span className={css['demo']}>{t.demo}</span>}
      </Link>
      <button
        type="button"
        className={css['zoek']}
        aria-haspopup="dialog"
        aria-keyshortcuts={ariaToets('mod+k')}
        onClick={() => paletOpen.set('zoeken')}
        onPointerEnter={haalPaletOp}
        onFocus={haalPaletOp}
      >
        <Icoon naam="zoek" />
        <span className={css['zoektekst']}>{t.zoek}</span>
        <Toets toets="mod+k" />
      </button>
      {person ? (
        <Suspense fallback={<Gebruikersknop />}>
          <Gebruikersmenu />
        </Suspense>
      ) : (
        <Gebruikersknop
          onClick={() => setPerson(true)}
          onPointerEnter={() => void haalMenuOp()}
          onFocus={() => void haalMenuOp()}
        />
      )}
    </header>
  )
}
