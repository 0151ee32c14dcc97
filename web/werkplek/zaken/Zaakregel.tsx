import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { ZaakRij } from '#contract/zaken.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { paden } from '#kit/paden.ts'
import { Termijnklok } from './Termijnklok.tsx'
import { Zaakstatus } from './Zaakstatus.tsx'
import css from './Zaken.module.css'
import { useZakenTeksten } from './zakenTeksten.ts'

/** One zaak in two lines: its clock, what it is, for whom, where it stands and with whom. The link covers the row. */
export const Zaakregel = memo(function Zaakregel({ zaak }: { zaak: ZaakRij }) {
  const t = useZakenTeksten()
  return (
    <li className={css['regel']}>
      <div className={css['klok']}>
        {zaak.termijn ? <Termijnklok termijn={zaak.termijn} /> : <span className={css['zacht']}>{t.termijn.geen}</span>}
      </div>
      <div className={css['wat']}>
        <Link to={paden.zaak(zaak.id)} data-regel className={css['omschrijving']}>
          {zaak.vertrouwelijk && <Icoon naam="slot" maat={14} label={t.vertrouwelijk} />}
          <span>{zaak.omschrijving}</span>
        </Link>
        <span className={css['onder']}>
          <span>{zaak.nummer}</span>
          <span>{zaak.zaaktypeNaam}</span>
          {zaak.eenheid && <span>{zaak.eenheid.omschrijving}</span>}
        </span>
      </div>
      {zaak.partij && (
        <Link to={paden.klant(zaak.partij.id)} className={css['klant']}>
          {zaak.partij.naam}
        </Link>
      )}
      <div className={css['stand']}>
        <Zaakstatus zaak={zaak} />
        <span className={css['onder']}>
          {zaak.stap && (
            <span title={zaak.stapDagen === null ? undefined : t.stapSinds(zaak.stapDagen)}>
              {zaak.stap}
              {zaak.stapDagen !== null && zaak.stapDagen > 0 && ` · ${t.leeftijdKort(zaak.stapDagen)}`}
            </span>
          )}
          {zaak.team && <span>{zaak.team.naam}</span>}
          {zaak.behandelaar && (
            <span>
              <Medewerkernaam medewerker={zaak.behandelaar} />
            </span>
          )}
        </span>
      </div>
      <span className={css['leeftijd']} title={zaak.afgeslotenOp ? t.duurde(zaak.leeftijd) : t.leeftijd(zaak.leeftijd)}>
        <span aria-hidden="true">{t.leeftijdKort(zaak.leeftijd)}</span>
        <span className="alleen-voorlezen">
          {zaak.afgeslotenOp ? t.duurde(zaak.leeftijd) : t.leeftijd(zaak.leeftijd)}
        </span>
      </span>
    </li>
  )
})
