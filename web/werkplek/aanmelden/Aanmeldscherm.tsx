import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { beginOidc, getAanmelden } from '#contract/aanmelden.ts'
import { call } from '#kit/api.ts'
import { paden } from '#kit/paden.ts'
import { lees } from '#kit/queries.ts'
import { FoutStaat, Laadskelet } from '#kit/Staten.tsx'
import css from './Aanmelden.module.css'
import { Aanmeldformulier } from './Aanmeldformulier.tsx'
import { AndereWegen } from './AndereWegen.tsx'
import { useAanmeldTeksten } from './aanmeldTeksten.ts'
import { DemoMensen } from './DemoMensen.tsx'
import { KiesWachtwoord } from './KiesWachtwoord.tsx'
import { Merk } from './Merk.tsx'
import { hoorAangemeld, vertelAangemeld } from './vensters.ts'

/** The whole page when nobody is signed in: signing in, or choosing a password with a link. */
export function Aanmeldscherm({ onAangemeld }: { onAangemeld: () => void }) {
  const t = useAanmeldTeksten()
  const query = useQuery(lees(getAanmelden))
  const navigate = useNavigate()
  const [gekozen, setGekozen] = useState<string>()
  useEffect(() => hoorAangemeld(onAangemeld), [onAangemeld])
  const { data } = query
  const titel = t.titel(data?.organisatie ?? 'Rondom')
  const kiest = isUitnodiging() && gekozen === undefined
  useEffect(() => {
    if (!kiest) document.title = `${titel} · Rondom`
  }, [titel, kiest])

  if (kiest) {
    return (
      <main className={css['blad']}>
        <div className={css['kaart']}>
          <Merk />
          <KiesWachtwoord
            onGekozen={(email) => {
              setGekozen(email)
              // The link is used up: it must not stay in the address bar.
              void navigate({ to: paden.vandaag, replace: true })
            }}
          />
        </div>
      </main>
    )
  }
  if (!data) return query.error ? <FoutStaat fout={query.error} opnieuw={() => void query.refetch()} /> : <Laadskelet />

  const done = () => {
    vertelAangemeld()
    onAangemeld()
  }
  return (
    <main className={css['blad']} data-demo={data.demo !== undefined || undefined}>
      <div className={css['kaart']}>
        <Merk />
        <h1>{titel}</h1>
        {gekozen && (
          <p role="status" className={css['goed']}>
            {t.link.klaar}
          </p>
        )}
        <Aanbiederfout />
        <Aanmeldformulier
          key={gekozen ?? ''}
          onAangemeld={done}
          focus={!data.demo}
          {...(gekozen && { email: gekozen })}
        >
          <AndereWegen onAangemeld={done} naarAanbieder={data.oidc ? naarAanbieder : undefined} />
          <p className={css['zacht']}>{t.wachtwoordKwijt}</p>
        </Aanmeldformulier>
      </div>
      {data.demo && <DemoMensen mensen={data.demo} onAangemeld={done} />}
    </main>
  )
}

/** What the provider sent back with; said once, above the form. */
function Aanbiederfout() {
  const t = useAanmeldTeksten()
  const code = new URLSearchParams(window.location.search).get('error')
  if (!code || !window.location.pathname.endsWith('/aanmelden')) return null
  const texts: Record<string, string> = t.oidcFouten
  return (
    <p role="alert" className={css['fout']}>
      {texts[code] ?? t.oidcFouten.anders}
    </p>
  )
}

const isUitnodiging = () => window.location.pathname.endsWith('/wachtwoord')

/** Comes back at the page that was asked for. */
async function naarAanbieder(): Promise<void> {
  const { pathname, search } = window.location
  const here = pathname.endsWith('/aanmelden') ? '/werkplek' : pathname + search
  const terug = beginOidc.body.shape.terug.safeParse(here).success ? here : '/werkplek'
  const { url } = await call(beginOidc, { body: { terug } })
  window.location.assign(url)
}
