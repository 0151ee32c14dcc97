import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getIk } from '#contract/portaal/ik.ts'
import { lees } from '#kit/queries.ts'
import { kiesTaal, taalkeuze } from '#kit/teksten.ts'
import { useBron } from '#kit/useBron.ts'
import { useOrganisatie } from '../organisatie.ts'
import { paden } from '../paden.ts'
import css from './Schil.module.css'
import { useShellTeksten } from './shellTeksten.ts'
import { Uitloggen } from './Uitloggen.tsx'

/** Whose portal it is, who is signed in, the other language, and the way out. */
export function Balk() {
  const t = useShellTeksten()
  const taal = useBron(taalkeuze)
  const { naam, logo } = useOrganisatie()
  const { data: ik } = useQuery(lees(getIk))
  return (
    <header className="balk">
      <div className="breedte">
        <Link to={paden.thuis} className="merk">
          <img src={logo ?? '/portaal/beeld/icoon.svg'} alt="" width={36} height={36} />
          <span>{naam}</span>
        </Link>
        <div className={`${css['acties']} niet-afdrukken`}>
          {ik && <span className={`${css['wie']} ${css['alleenBreed']}`}>{ik.naam}</span>}
          <button
            type="button"
            lang={taal === 'nl' ? 'en' : 'nl'}
            className={css['tekstknop']}
            onClick={() => kiesTaal(taal === 'nl' ? 'en' : 'nl')}
          >
            {t.taal}
          </button>
          <span className={css['alleenBreed']}>
            <Uitloggen />
          </span>
        </div>
      </div>
    </header>
  )
}
