import { Button, SegmentedControl } from '@mantine/core'
import { Icoon } from '#kit/Icoon.tsx'
import { later } from '#kit/later.tsx'
import { Zoekveld } from '#kit/Zoekveld.tsx'
import type { LijstKeuze } from './routes.tsx'
import css from './Taken.module.css'
import { useTakenTeksten } from './takenTeksten.ts'

const Teamkeuze = later(() => import('./Teamkeuze.tsx').then((module) => module.Teamkeuze))

export type Filterveld = 'termijn' | 'wie' | 'prioriteit' | 'q' | 'team'

type Props = {
  filters: readonly Filterveld[]
  keuze: LijstKeuze
  onWijzig: (next: Partial<LijstKeuze>) => void
}

/** What of the list is shown; in the address, so that it survives a reload. */
export function Filters({ filters, keuze, onWijzig }: Props) {
  const { filter: t, zoek } = useTakenTeksten()
  const has = (naam: Filterveld) => filters.includes(naam)
  return (
    <search className={css['filters']}>
      {has('wie') && (
        <SegmentedControl
          aria-label={t.wie}
          value={keuze.wie ?? 'vrij'}
          onChange={(wie) => onWijzig({ wie: wie === 'vrij' ? undefined : (wie as LijstKeuze['wie']) })}
          data={[
            { value: 'vrij', label: t.vrij },
            { value: 'opgepakt', label: t.opgepakt },
            { value: 'iedereen', label: t.iedereen },
            { value: 'gesloten', label: t.gesloten },
          ]}
        />
      )}
      {has('team') && <Teamkeuze waarde={keuze.team} onWijzig={(team) => onWijzig({ team })} />}
      {/* A term says nothing of what is closed. */}
      {has('termijn') && keuze.wie !== 'gesloten' && (
        <SegmentedControl
          aria-label={t.termijn}
          value={keuze.termijn ?? ''}
          onChange={(next) => onWijzig({ termijn: (next || undefined) as LijstKeuze['termijn'] })}
          data={[
            { value: '', label: t.alle },
            { value: 'te-laat', label: t.teLaat },
            { value: 'vandaag', label: t.vandaag },
          ]}
        />
      )}
      {has('prioriteit') && (
        <Button
          variant={keuze.prioriteit ? 'filled' : 'default'}
          aria-pressed={keuze.prioriteit !== undefined}
          leftSection={<Icoon naam="uitroep" maat={14} />}
          onClick={() => onWijzig({ prioriteit: keuze.prioriteit ? undefined : 'hoog' })}
        >
          {t.prioriteit}
        </Button>
      )}
      {has('q') && (
        <Zoekveld
          label={zoek}
          waarde={keuze.q ?? ''}
          onWijzig={(q) => onWijzig({ q: q || undefined })}
          className={css['zoek']}
        />
      )}
    </search>
  )
}
