import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Zaak } from '#contract/zaken.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { later } from '#kit/later.tsx'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { Termijnklok } from '../Termijnklok.tsx'
import { Zaakstatus } from '../Zaakstatus.tsx'
import { useZakenTeksten } from '../zakenTeksten.ts'
import { Losmaken } from './Losmaken.tsx'
import css from './Zaak.module.css'

const Wijzigvenster = later(() => import('./Wijzigvenster.tsx').then((module) => module.Wijzigvenster))

/** What one wants to know of a zaak before anything else: what, for whom, where it stands, by when, and who has it. */
export function Zaakkop({ zaak }: { zaak: Zaak }) {
  const t = useZakenTeksten()
  const [wijzigt, setWijzigt] = useState(false)
  const lopend = zaak.termijnen.filter((termijn) => termijn.stand !== null)
  return (
    <header className={css['kop']}>
      <p className={css['nummer']}>
        {t.zaak(zaak.nummer)} · {zaak.zaaktypeNaam}
      </p>
      <Paginatitel titel={zaak.omschrijving}>
        {zaak.mag.wijzigen && (
          <Button variant="default" leftSection={<Icoon naam="bewerk" maat={14} />} onClick={() => setWijzigt(true)}>
            {t.wijzigen}
          </Button>
        )}
      </Paginatitel>
      <div className={css['merken']}>
        <Zaakstatus zaak={zaak} />
        {zaak.vertrouwelijk && (
          <StatusBadge toon="let-op" icoon="slot">
            {t.vertrouwelijk}
          </StatusBadge>
        )}
        <span className={css['zacht']}>{zaak.afgeslotenOp ? t.duurde(zaak.leeftijd) : t.leeftijd(zaak.leeftijd)}</span>
      </div>
      {lopend.length > 0 && (
        <section className={css['klokken']} aria-label={t.termijn.kop}>
          {lopend.map((termijn) => (
            <p key={termijn.id}>
              <strong>{termijn.naam}</strong> <span className={css['zacht']}>{t.termijn.soort[termijn.soort]}</span>
              <Termijnklok termijn={termijn} voluit />
            </p>
          ))}
        </section>
      )}
      <dl className={css['feiten']}>
        <Feit naam={t.klant}>
          {zaak.partij ? <Link to={paden.klant(zaak.partij.id)}>{zaak.partij.naam}</Link> : t.geenKlant}
        </Feit>
        {zaak.contactpersoon && (
          <Feit naam={t.contactpersoon}>
            <Link to={paden.klant(zaak.contactpersoon.id)}>{zaak.contactpersoon.naam}</Link>
          </Feit>
        )}
        {zaak.eenheid && (
          <Feit naam={t.woning}>
            <Link to={paden.eenheid(zaak.eenheid.id)}>{zaak.eenheid.omschrijving}</Link>
          </Feit>
        )}
        {zaak.overeenkomst && <Feit naam={t.overeenkomst}>{zaak.overeenkomst.nummer}</Feit>}
        <Feit naam={t.team}>{zaak.team ? <Link to={paden.team(zaak.team.id)}>{zaak.team.naam}</Link> : t.niemand}</Feit>
        <Feit naam={t.behandelaar}>
          {zaak.behandelaar ? <Medewerkernaam medewerker={zaak.behandelaar} /> : t.niemand}
        </Feit>
        <Feit naam={t.ontvangen}>
          <Tijdstip moment={zaak.ontvangenOp} />
        </Feit>
        {zaak.resultaat && <Feit naam={t.resultaat}>{zaak.resultaat.naam}</Feit>}
        {zaak.hoofdzaak && (
          <Feit naam={t.hoofdzaak}>
            <Link to={paden.zaak(zaak.hoofdzaak.id)}>
              {zaak.hoofdzaak.nummer} {zaak.hoofdzaak.omschrijving}
            </Link>
            {zaak.mag.wijzigen && <Losmaken zaak={zaak} />}
          </Feit>
        )}
      </dl>
      {zaak.deelzaken.length > 0 && (
        <p className={css['deelzaken']}>
          <span className={css['zacht']}>{t.deelzaken}</span>
          {zaak.deelzaken.map((deel) => (
            <Link key={deel.id} to={paden.zaak(deel.id)}>
              {deel.nummer} {deel.omschrijving}
            </Link>
          ))}
        </p>
      )}
      {zaak.toelichting && (
        <div className={css['toelichting']}>
          <Tekst>{zaak.toelichting}</Tekst>
        </div>
      )}
      {zaak.resultaat?.toelichting && (
        <div className={css['toelichting']}>
          <Tekst>{zaak.resultaat.toelichting}</Tekst>
        </div>
      )}
      {wijzigt && <Wijzigvenster zaak={zaak} onSluiten={() => setWijzigt(false)} />}
    </header>
  )
}

function Feit({ naam, children }: { naam: string; children: ReactNode }) {
  return (
    <div>
      <dt>{naam}</dt>
      <dd>{children}</dd>
    </div>
  )
}
