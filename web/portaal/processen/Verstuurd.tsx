import type { WieDoetWat } from '#contract/portaal/zaken.ts'
import { dagwoord } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { ButtonLink } from '../nlds/Button.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import { useProcesTeksten } from './procesTeksten.ts'
import css from './Verstuurd.module.css'

export type Uitkomst = { zaakId: string; nummer: string; wieDoetWat: readonly WieDoetWat[] } | 'wacht'

/** It is sent: who does what by when. Or it waits for a line, and goes by itself. */
export function Verstuurd({ naam, uitkomst }: { naam: string; uitkomst: Uitkomst }) {
  const t = useProcesTeksten()
  if (uitkomst === 'wacht') {
    return (
      <Pagina titel={t.wacht} onder={naam}>
        <div className="stapel">
          <Paragraph>{t.wachtUitleg}</Paragraph>
          <div>
            <ButtonLink to={paden.thuis} purpose="secondary">
              {t.naarThuis}
            </ButtonLink>
          </div>
        </div>
      </Pagina>
    )
  }
  return (
    <Pagina titel={t.verstuurd} onder={naam}>
      <div className="stapel">
        <p className={css['nummer']}>
          <Icoon naam="vink" maat={28} />
          <strong>{t.verstuurdNummer(uitkomst.nummer)}</strong>
        </p>
        {uitkomst.wieDoetWat.length > 0 && (
          <section className="kaart stapel">
            <Heading level={2}>{t.nu}</Heading>
            <Stappen stappen={uitkomst.wieDoetWat} />
          </section>
        )}
        <div className="rij">
          <ButtonLink to={paden.zaak(uitkomst.zaakId)} purpose="primary">
            {t.bekijk}
          </ButtonLink>
          <ButtonLink to={paden.thuis} purpose="secondary">
            {t.naarThuis}
          </ButtonLink>
        </div>
      </div>
    </Pagina>
  )
}

/** Who does what by when, in the order in which it goes. */
export function Stappen({ stappen }: { stappen: readonly WieDoetWat[] }) {
  const t = useProcesTeksten()
  return (
    <ol className={css['stappen']}>
      {stappen.map(({ wie, wat, uiterlijk }) => (
        <li key={`${wie}${wat}`}>
          <span className={css['wie']}>{t.wie[wie]}</span>
          <span>
            {wat}
            {uiterlijk && <span className={css['dag']}> {t.uiterlijk(dagwoord(uiterlijk))}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
