import { useQuery } from '@tanstack/react-query'
import { getKlantcontact } from '#contract/klantcontacten.ts'
import { lees } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './Tijdlijn.module.css'

/** The whole text of one contact, in its place in the tijdlijn. */
export function Detail({ klantcontactId }: { klantcontactId: string }) {
  const { tijdlijn: t } = useKlantbeeldTeksten()
  const query = useQuery(lees(getKlantcontact, { params: { id: klantcontactId } }))
  return (
    <Lading query={query} regels={2}>
      {({ vraag, antwoord, interneNotitie, bijlagen }) => (
        <dl className={css['detail']}>
          {[
            [t.vraag, vraag],
            [t.antwoord, antwoord],
            [t.intern, interneNotitie],
            [t.bijlagen(bijlagen.length), bijlagen.map(({ bestandsnaam }) => bestandsnaam).join(', ')],
          ]
            .filter(([, tekst]) => tekst)
            .map(([naam, tekst]) => (
              <div key={naam}>
                <dt>{naam}</dt>
                <dd>{tekst}</dd>
              </div>
            ))}
        </dl>
      )}
    </Lading>
  )
}
