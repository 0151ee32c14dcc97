import type { PortaalGebeurtenis } from '#contract/portaal/zaken.ts'
import { wanneer } from '#kit/format.ts'
import { Opgemaakt } from '../opmaak/Opgemaakt.tsx'
import { Documenten } from './Documenten.tsx'
import css from './Zaak.module.css'

/** What happened, the latest first: status, messages, what one sent oneself. */
export function Tijdlijn({
  zaakId,
  gebeurtenissen,
}: {
  zaakId: string
  gebeurtenissen: readonly PortaalGebeurtenis[]
}) {
  return (
    <ol className={css['tijdlijn']}>
      {gebeurtenissen.map((each) => (
        <li key={`${each.soort}${each.id}`} data-soort={each.soort}>
          <h3 className={css['gebeurtenis']}>{each.titel}</h3>
          <span className={css['zacht']}>{[wanneer(each.op), each.door].filter(Boolean).join(' · ')}</span>
          {each.tekst &&
            (each.soort === 'bericht' ? (
              <Opgemaakt tekst={each.tekst} />
            ) : (
              <p className={css['tekst']}>{each.tekst}</p>
            ))}
          {each.documenten.length > 0 && <Documenten zaakId={zaakId} documenten={each.documenten} />}
        </li>
      ))}
    </ol>
  )
}
