import { Icoon } from '#kit/Icoon.tsx'
import { usePaginatitel } from '../nlds/Pagina.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { useFormulierTeksten } from './formulierTeksten.ts'
import { isVraag, type Scherm } from './schermen.ts'
import css from './Vragenlijst.module.css'
import type { Woningkeuze } from './veld.ts'
import { toonAntwoord } from './weergave.ts'

/** All answers read back before they go; each can be changed from here. */
export function Controle({
  schermen,
  naam,
  woningen,
  naarScherm,
}: {
  schermen: readonly Scherm[]
  naam: string
  woningen: readonly Woningkeuze[]
  naarScherm: (sleutel: string) => void
}) {
  const t = useFormulierTeksten()
  const kop = usePaginatitel(`${t.controleer} – ${naam}`)
  const delen = [...new Set(schermen.map(({ deel }) => deel))]
  return (
    <>
      <Heading level={1} ref={kop} tabIndex={-1} className={css['titel'] ?? ''}>
        {t.controleer}
      </Heading>
      <Paragraph>{t.controleerUitleg}</Paragraph>
      {delen.map((deel) => (
        <section key={deel} className={css['overzicht']}>
          {deel && <Heading level={2}>{deel}</Heading>}
          <dl className="kaart">
            {schermen
              .filter((scherm) => scherm.deel === deel)
              .flatMap((scherm) =>
                scherm.velden.filter(isVraag).map((getoond) => (
                  <div key={getoond.veld.naam}>
                    <dt>{getoond.veld.label}</dt>
                    <dd className={css['antwoord']}>
                      {toonAntwoord(getoond, t, woningen) || <em>{t.nietIngevuld}</em>}
                    </dd>
                    <dd>
                      <button type="button" className={css['wijzig']} onClick={() => naarScherm(scherm.sleutel)}>
                        <Icoon naam="bewerk" /> {t.wijzig}
                        <span className="alleen-voorlezen"> {getoond.veld.label}</span>
                      </button>
                    </dd>
                  </div>
                )),
              )}
          </dl>
        </section>
      ))}
    </>
  )
}
