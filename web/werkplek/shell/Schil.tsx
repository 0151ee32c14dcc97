import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useMatches } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { zetAccent } from '#kit/accent.ts'
import { useGebeurtenis, volg } from '#kit/gebeurtenissen.ts'
import { ikQuery, useIk } from '#kit/ik.ts'
import { Meldingen } from '#kit/Meldingen.tsx'
import { ApiProblem } from '#kit/probleem.ts'
import { FoutStaat, GeenToegang, Laadskelet } from '#kit/Staten.tsx'
import { luisterNaarToetsen } from '#kit/sneltoetsen.ts'
import { Aanmeldlaag } from './Aanmeldlaag.tsx'
import { Balk } from './Balk.tsx'
import { Contacttabs } from './Contacttabs.tsx'
import { Navigatie } from './Navigatie.tsx'
import { PaletOpening } from './PaletOpening.tsx'
import css from './Schil.module.css'
import { useSchilTeksten } from './schilTeksten.ts'
import { useAndereMedewerker } from './useAndereMedewerker.ts'
import { useTitelfocus } from './useTitelfocus.ts'
import { Verbindingsbanner } from './Verbindingsbanner.tsx'

const Aanmeldscherm = lazy(() =>
  import('../aanmelden/Aanmeldscherm.tsx').then((module) => ({ default: module.Aanmeldscherm })),
)

/** The root of every screen: nobody signed in → the sign-in page; else the frame with the page in it. */
export function Schil() {
  const ik = useQuery(ikQuery)
  const kleur = ik.data?.organisatie.accentkleur
  useEffect(() => {
    if (kleur) zetAccent(kleur)
  }, [kleur])
  if (ik.data) return <Werkplek />
  if (ik.error instanceof ApiProblem && ik.error.status === 401) {
    return (
      <Suspense fallback={<Laadskelet />}>
        <Aanmeldscherm onAangemeld={() => void ik.refetch()} />
      </Suspense>
    )
  }
  if (ik.error) return <FoutStaat fout={ik.error} opnieuw={() => void ik.refetch()} />
  return <Laadskelet />
}

function Werkplek() {
  const t = useSchilTeksten()
  const client = useQueryClient()
  useTitelfocus()
  useEffect(volg, [])
  useEffect(luisterNaarToetsen, [])
  useAndereMedewerker()
  // After missing too much everything on screen is read again; rights and teams may change at any time.
  useGebeurtenis(['medewerker.*', 'team.*', 'inrichting.*'], (event) => {
    void client.invalidateQueries(event.soort === 'opnieuw' ? {} : { queryKey: ikQuery.queryKey })
  })
  return (
    <div className={css['schil']}>
      <a href="#inhoud" className={css['overslaan']}>
        {t.overslaan}
      </a>
      <Balk />
      <Contacttabs />
      <Verbindingsbanner />
      <div className={css['romp']}>
        <Navigatie />
        <main id="inhoud" tabIndex={-1} className={css['inhoud']}>
          <Suspense fallback={<Laadskelet />}>
            <Pagina />
          </Suspense>
        </main>
      </div>
      <Meldingen />
      <PaletOpening />
      <Aanmeldlaag />
    </div>
  )
}

function Pagina() {
  const { rechten } = useIk()
  const may = useMatches({
    select: (matches) => matches.every(({ staticData: { recht } }) => !recht || rechten.includes(recht)),
  })
  return may ? <Outlet /> : <GeenToegang />
}
