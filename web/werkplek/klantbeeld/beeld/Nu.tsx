import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Klantbeeld } from '#contract/klantbeeld.ts'
import { dagwoord } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { paden } from '#kit/paden.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useMinute } from '#kit/Tijdstip.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './Nu.module.css'

/** What is going on now: zaken that run, what was promised, what is being worked on, and who is talking with him. */
export function Nu({ nu: { zaken, taken, beloften, collegas } }: { nu: Klantbeeld['nu'] }) {
  const { nu: t } = useKlantbeeldTeksten()
  const inGesprek = collegas.filter((collega) => collega.inGesprek)
  // A promise whose taak is in the list as well is one line: the taak says it.
  const vanTaak = new Map(beloften.map((belofte) => [belofte.taakId, belofte]))
  const los = beloften.filter(({ taakId }) => !taken.some((taak) => taak.id === taakId))
  const leeg = zaken.length === 0 && taken.length === 0 && los.length === 0 && inGesprek.length === 0
  return (
    <section className={css['nu']} aria-labelledby="klantbeeld-nu">
      <h2 id="klantbeeld-nu">{t.kop}</h2>
      {leeg && <p className={css['leeg']}>{t.niets}</p>}
      <ul>
        {inGesprek.map(({ medewerker }) => (
          <li key={medewerker.id} data-toon="info">
            <Icoon naam="bericht" />
            <span className={css['tekst']}>{t.inGesprek(medewerker.naam)}</span>
          </li>
        ))}
        {zaken.map((zaak) => (
          <Regel
            key={zaak.id}
            icoon="map"
            to={paden.zaak(zaak.id)}
            titel={zaak.omschrijving}
            onder={t.zaakStand(zaak.zaaktypeNaam, zaak.statusNaam, zaak.wachtOp)}
            dag={zaak.uiterlijk}
            teLaat={zaak.teLaat}
          />
        ))}
        {los.map((belofte) => (
          <Regel
            key={`${belofte.klantcontactId}${belofte.taakId}`}
            icoon="vlag"
            to={belofte.klantcontactId ? paden.klantcontact(belofte.klantcontactId) : undefined}
            titel={belofte.onderwerp}
            onder={t.belofteVan(belofte.team)}
            dag={belofte.uiterlijk}
            teLaat={belofte.teLaat}
          />
        ))}
        {taken.map((taak) => (
          <Regel
            key={taak.id}
            icoon={vanTaak.has(taak.id) ? 'vlag' : 'taak'}
            to={paden.taak(taak.id)}
            titel={taak.onderwerp}
            onder={`${taak.team.naam} · ${taak.medewerker ? t.bij(taak.medewerker.naam) : t.vrij}`}
            dag={taak.deadline}
            teLaat={taak.teLaat}
            extra={taak.prioriteit === 'hoog' && <StatusBadge toon="fout">{t.prioriteitHoog}</StatusBadge>}
          />
        ))}
      </ul>
    </section>
  )
}

type RegelProps = {
  icoon: 'vlag' | 'taak' | 'map'
  to: string | undefined
  titel: string
  onder: string
  dag: string | null
  teLaat: boolean
  extra?: ReactNode
}

function Regel({ icoon, to, titel, onder, dag, teLaat, extra }: RegelProps) {
  const { nu: t } = useKlantbeeldTeksten()
  const now = useMinute()
  const belofte = icoon === 'vlag'
  return (
    <li>
      <Icoon naam={icoon} {...(belofte && { label: t.beloften })} />
      <span className={css['tekst']}>
        {to ? (
          <Link to={to} className={css['titel']}>
            {titel}
          </Link>
        ) : (
          <span className={css['titel']}>{titel}</span>
        )}
        <span className={css['onder']}>{onder}</span>
      </span>
      {extra}
      {dag === null ? (
        <span className={css['onder']}>{t.zonderTermijn}</span>
      ) : (
        <StatusBadge toon={teLaat ? 'fout' : 'neutraal'} icoon={teLaat ? 'let_op' : 'klok'}>
          {teLaat ? t.teLaat(dagwoord(dag, now)) : t.uiterlijk(dagwoord(dag, now))}
        </StatusBadge>
      )}
    </li>
  )
}
