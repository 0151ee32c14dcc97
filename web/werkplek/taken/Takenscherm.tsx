import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { TaakRij } from '#contract/taken.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { Filters } from './Filters.tsx'
import type { LijstKeuze } from './routes.tsx'
import { Taakdetail } from './Taakdetail.tsx'
import css from './Taken.module.css'
import { Takenlijst } from './Takenlijst.tsx'
import type { Lijstvraag } from './useTakenlijst.ts'
import { Oppakvenster } from './vensters/Oppakvenster.tsx'

type Props = {
  titel: string
  onder?: ReactNode
  acties?: ReactNode
  vraag: Lijstvraag
  leeg: ReactNode
  metTeam?: boolean
  /** Which filters this list has. */
  filters: readonly ('termijn' | 'wie' | 'prioriteit' | 'q')[]
}

/** A list with the open taak beside it; on a small screen one of the two. */
export function Takenscherm({ titel, onder, acties, vraag, leeg, metTeam = false, filters }: Props) {
  const keuze: LijstKeuze = useSearch({ strict: false })
  const navigate = useNavigate()
  const [oppakken, setOppakken] = useState<TaakRij>()
  const zet = (next: Partial<LijstKeuze>) =>
    void navigate({ to: '.', search: (before: LijstKeuze) => ({ ...before, ...next }), replace: true })
  return (
    <div className={css['scherm']} data-open={keuze.taak !== undefined || undefined}>
      <section className={css['links']} aria-label={titel}>
        <Paginatitel titel={titel} onder={onder}>
          {acties}
        </Paginatitel>
        {filters.length > 0 && <Filters filters={filters} keuze={keuze} onWijzig={zet} />}
        <Takenlijst
          vraag={vraag}
          naam={titel}
          leeg={leeg}
          open={keuze.taak}
          metTeam={metTeam}
          onOppakken={setOppakken}
        />
      </section>
      {keuze.taak && (
        <aside className={css['rechts']}>
          <Taakdetail key={keuze.taak} taakId={keuze.taak} onSluiten={() => zet({ taak: undefined })} />
        </aside>
      )}
      {oppakken && (
        <Oppakvenster
          taak={oppakken}
          onSluiten={() => setOppakken(undefined)}
          onGelukt={() => {
            setOppakken(undefined)
            zet({ taak: oppakken.id })
          }}
        />
      )}
    </div>
  )
}
