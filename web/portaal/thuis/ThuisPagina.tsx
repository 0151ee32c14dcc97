import { useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '#contract/endpoint.ts'
import { getIk } from '#contract/portaal/ik.ts'
import { getThuis } from '#contract/portaal/thuis.ts'
import { lees } from '#kit/queries.ts'
import { useDossier, useLees } from '../namens.ts'
import { Lading } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { useOrganisatie } from '../organisatie.ts'
import { Afspraken } from './Afspraken.tsx'
import { Doen } from './Doen.tsx'
import { Loopt } from './Loopt.tsx'
import { Meldingen } from './Meldingen.tsx'
import { Regelen } from './Regelen.tsx'
import css from './Thuis.module.css'
import { useThuisTeksten } from './thuisTeksten.ts'

export type Thuis = ResponseOf<typeof getThuis>

/** What must I do, what is going on, what do I want to arrange. */
export function ThuisPagina() {
  const t = useThuisTeksten()
  const { welkom } = useOrganisatie()
  const { data: ik } = useQuery(lees(getIk))
  const dossier = useDossier()
  const thuis = useLees(getThuis)
  const titel = dossier && dossier.hoedanigheid !== 'zelf' ? t.voor(dossier.naam) : ik ? t.dag(ik.naam) : t.titel
  return (
    <Pagina titel={titel} onder={[dossier?.adres, welkom].filter(Boolean).join(' · ')} breed>
      <Lading query={thuis} regels={6}>
        {(gegevens) => (
          <>
            <Meldingen meldingen={gegevens.meldingen} />
            <div className={css['kolommen']}>
              <div className={css['kolom']}>
                <Doen doen={gegevens.doen} />
                <Loopt loopt={gegevens.loopt} meer={gegevens.meer} />
              </div>
              <div className={css['kolom']}>
                <Afspraken afspraken={gegevens.afspraken} />
                <Regelen regelen={gegevens.regelen} concepten={gegevens.concepten} />
              </div>
            </div>
          </>
        )}
      </Lading>
    </Pagina>
  )
}
