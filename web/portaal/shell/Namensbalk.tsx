import { useQuery } from '@tanstack/react-query'
import { getIk } from '#contract/portaal/ik.ts'
import { datum } from '#kit/format.ts'
import { lees } from '#kit/queries.ts'
import { useDossier, useNamens } from '../namens.ts'
import { Link } from '../nlds/Link.tsx'
import { paden } from '../paden.ts'
import css from './Schil.module.css'
import { useShellTeksten } from './shellTeksten.ts'

/** For whom one acts, when that is not oneself: always in view, for it is easily forgotten. */
export function Namensbalk() {
  const t = useShellTeksten()
  const namens = useNamens()
  const { data: ik } = useQuery(lees(getIk))
  const dossier = useDossier()
  if (!ik || (!namens && ik.dossiers.length < 2)) return null
  const eigen = !namens || dossier?.hoedanigheid === 'zelf'
  return (
    <section className={css['namens']} aria-label={t.voorWie}>
      <div className={`breedte ${css['bericht']}`}>
        {dossier ? (
          <p>
            {eigen ? (
              t.voorUzelf
            ) : (
              <>
                <strong>{t.uRegeltVoor(dossier.naam)}</strong> {t.hoedanigheid[dossier.hoedanigheid]}
                {dossier.tot && `, ${t.totEnMet(datum(dossier.tot))}`}
              </>
            )}
          </p>
        ) : (
          <p>
            <strong>{t.nietMeer}.</strong> {t.nietMeerUitleg}
          </p>
        )}
        <Link to={paden.voorWie} className="niet-afdrukken">
          {t.wissel}
        </Link>
      </div>
    </section>
  )
}
