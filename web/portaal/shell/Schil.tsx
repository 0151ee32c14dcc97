import { SkipLink } from '@nl-design-system-candidate/skip-link-react'
import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Skelet } from '../nlds/Lading.tsx'
import { Balk } from './Balk.tsx'
import { Namensbalk } from './Namensbalk.tsx'
import { Navigatie } from './Navigatie.tsx'
import css from './Schil.module.css'
import { Sessielaag } from './Sessielaag.tsx'
import { useShellTeksten } from './shellTeksten.ts'
import { Verbindingsbalk } from './Verbindingsbalk.tsx'
import { Voet } from './Voet.tsx'

/** The frame of every page. */
export function Schil() {
  return (
    <Suspense fallback={null}>
      <Kader />
    </Suspense>
  )
}

function Kader() {
  const t = useShellTeksten()
  return (
    <div className={`schil ${css['schil']}`}>
      <SkipLink href="#inhoud">{t.overslaan}</SkipLink>
      <Balk />
      <Navigatie />
      <Namensbalk />
      <Verbindingsbalk />
      <main id="inhoud" tabIndex={-1} className={`inhoud ${css['inhoud']}`}>
        <div className="breedte">
          <Suspense fallback={<Skelet />}>
            <Outlet />
          </Suspense>
        </div>
      </main>
      <Voet />
      <Sessielaag />
    </div>
  )
}
