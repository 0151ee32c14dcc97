import { useQuery } from '@tanstack/react-query'
import { getPortaalZaak, type WieDoetWat } from '#contract/portaal/zaken.ts'
import { dagwoord } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { lees } from '#kit/queries.ts'
import { metNamens, useNamens } from '../namens.ts'
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
        <Verder zaakId={uitkomst.zaakId} />
      </div>
    </Pagina>
  )
}

/**
 * Where to go from here. Often the process asks something more within seconds, such as which moment suits: then that is
 * the first button, and nobody has to come back for it.
 */
function Verder({ zaakId }: { zaakId: string }) {
  const t = useProcesTeksten()
  const namens = useNamens()
  const { data: zaak } = useQuery({
    ...lees(getPortaalZaak, metNamens(namens, { params: { id: zaakId } })),
    refetchInterval: ({ state }) => (state.dataUpdateCount < geduld && !state.data?.taken.length ? 2000 : false),
  })
  const taak = zaak?.taken[0]
  return (
    <div className="stapel" aria-live="polite">
      {taak && <Paragraph>{t.nogIets}</Paragraph>}
      <div className="rij">
        {taak && (
          <ButtonLink to={paden.taak(zaakId, taak.id)} purpose="primary">
            {taak.titel.replace(/\.$/, '')}
          </ButtonLink>
        )}
        <ButtonLink to={paden.zaak(zaakId)} purpose={taak ? 'secondary' : 'primary'}>
          {t.bekijk}
        </ButtonLink>
        <ButtonLink to={paden.thuis} purpose="secondary">
          {t.naarThuis}
        </ButtonLink>
      </div>
    </div>
  )
}

/** How often it looks, at two seconds each: after a minute somebody has gone on to something else. */
const geduld = 30

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
