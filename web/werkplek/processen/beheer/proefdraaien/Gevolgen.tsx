import type { Proefstand } from '#contract/procesproef.ts'
import { wachtOpNamen, zaakStatusNamen } from '#contract/zaken.ts'
import { datum } from '#kit/format.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { leesbaar, toonVeld } from '../../waarde.ts'
import css from './Proef.module.css'
import { useProefTeksten } from './proefTeksten.ts'

/** What the rehearsal brought about: what a klant would get, what a team would have to do, by when. */
export function Gevolgen({ stand }: { stand: Proefstand }) {
  const t = useProefTeksten()
  const { zaak, berichten, taken, termijnen, proces } = stand
  const gegevens = Object.entries(proces?.gegevens ?? {})
  return (
    <>
      {zaak && (
        <section aria-labelledby="proef-status">
          <h3 id="proef-status">{t.status}</h3>
          <p className={css['knoppen']}>
            <StatusBadge toon={zaak.status === 'AFG' || zaak.status === 'GES' ? 'goed' : 'info'}>
              {zaak.statusNaam || zaakStatusNamen[zaak.status]}
            </StatusBadge>
            {zaak.wachtOp && <StatusBadge toon="let-op">{wachtOpNamen[zaak.wachtOp]}</StatusBadge>}
            {zaak.resultaat && (
              <span>
                {t.resultaat}: {zaak.resultaatNaam || zaak.resultaat}
              </span>
            )}
          </p>
          <p>{zaak.omschrijving}</p>
        </section>
      )}
      <section aria-labelledby="proef-berichten">
        <h3 id="proef-berichten">{t.berichten}</h3>
        {berichten.length === 0 && <p className={css['zacht']}>{t.geenBerichten}</p>}
        {berichten.map((bericht) => (
          <details key={bericht.id}>
            <summary>
              {t.kanaal[bericht.kanaal]}: {bericht.onderwerp}
            </summary>
            <p className={css['zacht']}>{bericht.aan}</p>
            <p className={css['tekst']}>{bericht.tekst}</p>
          </details>
        ))}
      </section>
      <section aria-labelledby="proef-taken">
        <h3 id="proef-taken">{t.taken}</h3>
        {taken.length === 0 && <p className={css['zacht']}>{t.geenTaken}</p>}
        <ul className={css['lijst']}>
          {taken.map((taak, nummer) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is read anew as a whole
            <li key={nummer}>
              {taak.onderwerp}{' '}
              <span className={css['zacht']}>
                {[taak.team, taak.deadline && t.deadline(datum(taak.deadline)), t.taakstand[taak.status]]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="proef-termijnen">
        <h3 id="proef-termijnen">{t.termijnen}</h3>
        {termijnen.length === 0 && <p className={css['zacht']}>{t.geenTermijnen}</p>}
        <ul className={css['lijst']}>
          {termijnen.map((termijn, nummer) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is read anew as a whole
            <li key={nummer}>
              {termijn.naam}{' '}
              <span className={css['zacht']}>
                {t.deadline(datum(termijn.uitersteOp))} · {t.termijnstand[termijn.status]}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <details>
        <summary>{t.gegevens}</summary>
        {gegevens.length === 0 && <p className={css['zacht']}>{t.geenGegevens}</p>}
        <dl className={css['waarden']}>
          {gegevens.map(([naam, waarde]) => (
            <div key={naam}>
              <dt>{leesbaar(naam)}</dt>
              <dd>{toonVeld(naam, waarde, t)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
