import { useMediaQuery } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { TaakRij } from '#contract/taken.ts'
import { later } from '#kit/later.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { Filters, type Filterveld } from './Filters.tsx'
import type { LijstKeuze } from './routes.tsx'
import { Taakdetail } from './Taakdetail.tsx'
import css from './Taken.module.css'
import { Takenlijst } from './Takenlijst.tsx'
import { useTakenTeksten } from './takenTeksten.ts'
import type { Lijstvraag } from './useTakenlijst.ts'

const Oppakvenster = later(() => import('./vensters/Oppakvenster.tsx').then((module) => module.Oppakvenster))
const TerugkoppelvensterVan = later(() =>
  import('./vensters/Terugkoppelvenster.tsx').then((module) => module.TerugkoppelvensterVan),
)

type Props = {
  titel: string
  onder?: ReactNode
  acties?: ReactNode
  vraag: Lijstvraag
  leeg: ReactNode
  metTeam?: boolean
  metWie?: boolean
  gegroepeerd?: boolean
  filters: readonly Filterveld[]
}

/** As in the style sheet: beside each other from here on. */
const naastElkaar = '(min-width: 1100px)'

/** A list with the open taak beside it; on a small screen one of the two. */
export function Takenscherm({ titel, onder, acties, filters, ...lijst }: Props) {
  const t = useTakenTeksten()
  const keuze: LijstKeuze = useSearch({ strict: false })
  const navigate = useNavigate()
  const [venster, setVenster] = useState<{ soort: 'oppakken' | 'terugkoppelen'; taak: TaakRij }>()
  const naast = useMediaQuery(naastElkaar, true, { getInitialValueInEffect: false })
  const metToets = useRef(false)
  const laatste = useRef(keuze.taak)
  const zet = (next: Partial<LijstKeuze>) =>
    void navigate({ to: '.', search: (before: LijstKeuze) => ({ ...before, ...next }), replace: true })
  const sluit = () => zet({ taak: undefined })

  // The taak that closes had the focus: it goes back to the row it was opened from.
  useEffect(() => {
    const closed = keuze.taak === undefined ? laatste.current : undefined
    laatste.current = keuze.taak
    if (!closed || (document.activeElement && document.activeElement !== document.body)) return
    document.querySelector<HTMLElement>(`[data-taak="${closed}"] a[data-regel]`)?.focus()
  }, [keuze.taak])

  return (
    <div className={css['scherm']} data-open={keuze.taak !== undefined || undefined}>
      <div className={css['links']}>
        <Paginatitel titel={titel} onder={onder}>
          {acties}
        </Paginatitel>
        {filters.length > 0 && <Filters filters={filters} keuze={keuze} onWijzig={zet} />}
        <Takenlijst
          {...lijst}
          naam={titel}
          open={keuze.taak}
          onOpen={(keyboard) => {
            metToets.current = keyboard
          }}
          onOppakken={(taak) => setVenster({ soort: 'oppakken', taak })}
          onTerugkoppelen={(taak) => setVenster({ soort: 'terugkoppelen', taak })}
        />
      </div>
      {keuze.taak && (
        <aside className={css['rechts']} aria-label={t.openTaak} onKeyDown={(event) => isVrijeEscape(event) && sluit()}>
          <Taakdetail
            key={keuze.taak}
            taakId={keuze.taak}
            neemFocus={metToets.current || !naast}
            alleen={!naast}
            onSluiten={sluit}
          />
        </aside>
      )}
      {venster?.soort === 'oppakken' && (
        <Oppakvenster
          taak={venster.taak}
          onSluiten={() => setVenster(undefined)}
          onGelukt={() => {
            setVenster(undefined)
            metToets.current = true
            zet({ taak: venster.taak.id })
          }}
        />
      )}
      {venster?.soort === 'terugkoppelen' && (
        <TerugkoppelvensterVan taakId={venster.taak.id} onSluiten={() => setVenster(undefined)} />
      )}
    </div>
  )
}

/** Escape that nothing else wanted: no text field, window or menu in the panel. */
function isVrijeEscape(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented) return false
  const target = event.target as HTMLElement
  if (!event.currentTarget.contains(target) || target.closest('dialog, textarea, input')) return false
  return event.currentTarget.querySelector('[aria-expanded="true"]') === null
}
