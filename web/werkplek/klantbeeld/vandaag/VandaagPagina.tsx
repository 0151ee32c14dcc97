import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type Vandaag, vandaag } from '#contract/klantbeeld.ts'
import { getal, procent, tijd } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import { Kengetal } from './Kengetal.tsx'
import { Staven } from './Staven.tsx'
import { Teamtabel } from './Teamtabel.tsx'
import { Uurgrafiek } from './Uurgrafiek.tsx'
import css from './Vandaag.module.css'

/** At most one refresh in this time: on a busy morning something is registered every second. */
const rust = 15_000

/** How it goes today: what comes in and by which way, what is answered at once, and what waits too long. */
export function VandaagPagina() {
  const { vandaag: t } = useKlantbeeldTeksten()
  const query = useQuery({ ...lees(vandaag), refetchInterval: 5 * 60_000 })
  useRustigVerversen()
  return (
    <>
      <Paginatitel titel={t.titel} onder={query.data && t.stand(tijd(query.data.op))} />
      <Lading query={query} regels={8}>
        {(cijfers) => <Cijfers cijfers={cijfers} />}
      </Lading>
    </>
  )
}

function Cijfers({ cijfers }: { cijfers: Vandaag }) {
  const { vandaag: t } = useKlantbeeldTeksten()
  const mayTaken = useRecht('taak.lezen')
  const { instroom, directBeantwoord: direct, beloften, taken } = cijfers
  const weekdag = new Intl.DateTimeFormat(document.documentElement.lang || 'nl', { weekday: 'long' }).format(
    new Date(`${cijfers.dag}T12:00:00Z`),
  )
  const som = (veld: 'open' | 'vandaag' | 'teLaat') => taken.reduce((total, team) => total + team[veld], 0)
  return (
    <div className={css['vandaag']}>
      <ul className={css['kengetallen']}>
        <Kengetal
          naam={t.instroom}
          waarde={getal(instroom.vandaag)}
          onder={t.gewoon(rond(instroom.gemiddeldTotNu), weekdag)}
        />
        <Kengetal
          naam={t.direct}
          waarde={direct.vandaag.van > 0 ? procent(direct.vandaag.aantal / direct.vandaag.van) : '–'}
          onder={
            (direct.vandaag.van > 0 ? t.directVan(getal(direct.vandaag.aantal), getal(direct.vandaag.van)) : '') +
            t.directEerder(direct.vierWeken.van > 0 ? procent(direct.vierWeken.aantal / direct.vierWeken.van) : '–')
          }
        />
        <Kengetal
          naam={t.beloften}
          waarde={getal(beloften.open)}
          pad={mayTaken ? paden.beloften : undefined}
          onder={
            <>
              {beloften.teLaat > 0 ? (
                <strong className={css['teLaat']}>
                  <Icoon naam="let_op" maat={12} /> {t.aantalTeLaat(getal(beloften.teLaat))}
                </strong>
              ) : (
                t.aantalTeLaat('0')
              )}
              {' · '}
              {t.aantalVandaag(getal(beloften.vandaag))}
            </>
          }
        />
        <Kengetal
          naam={t.taken}
          waarde={getal(som('teLaat'))}
          onder={t.takenOnder(getal(som('open')), getal(som('vandaag')))}
          letOp={som('teLaat') > 0}
        />
      </ul>
      <Uurgrafiek uren={cijfers.perUur} weekdag={weekdag} nu={cijfers.op} />
      <Staven titel={t.perKanaal} kolom={t.kanaal} leeg={t.geen} weekdag={weekdag} rijen={cijfers.perKanaal} />
      <Staven
        titel={t.perOnderwerp}
        kolom={t.onderwerp}
        leeg={t.geenOnderwerp}
        weekdag={weekdag}
        rijen={cijfers.perOnderwerp}
      />
      <Teamtabel taken={taken} />
    </div>
  )
}

/** Decimals only where they matter: 0,4 and 88. */
function rond(gemiddelde: number): string {
  return getal(gemiddelde < 10 ? gemiddelde : Math.round(gemiddelde))
}

function useRustigVerversen(): void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useGebeurtenis(['klantcontact.geregistreerd', 'taak.*'], () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void ververs(client, vandaag)
    }, rust)
  })
}
