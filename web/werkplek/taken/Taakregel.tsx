import { Button } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import type { TaakRij } from '#contract/taken.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { paden } from '#kit/paden.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import type { LijstKeuze } from './routes.tsx'
import css from './Taken.module.css'
import { isVrij } from './Takenlijst.tsx'
import { Termijn } from './Termijn.tsx'
import { useTakenTeksten } from './takenTeksten.ts'

type Props = {
  taak: TaakRij
  /** Why it is no longer in this list; undefined while it is. */
  weg: string | undefined
  open: boolean
  metTeam: boolean
  metWie: boolean
  onOpen: (metToets: boolean) => void
  onOppakken: () => void
  onTerugkoppelen: () => void
}

/** One taak in two lines: by when, what, for whom, who has it. The link covers the row. */
export function Taakregel({ taak, weg, open, metTeam, metWie, onOpen, onOppakken, onTerugkoppelen }: Props) {
  const t = useTakenTeksten()
  const hier = useLocation({ select: (location) => location.pathname })
  const gone = weg !== undefined
  const owed = taak.belofte && taak.belofteIngelostOp === null
  const closed = taak.status === 'afgerond' || taak.status === 'geannuleerd'
  return (
    <li data-taak={taak.id} data-weg={gone || undefined} data-open={open || undefined} className={css['regel']}>
      <div className={css['termijn']}>
        <Termijn taak={taak} />
      </div>
      <div className={css['wat']}>
        <Link
          to={hier}
          search={(before: LijstKeuze) => ({ ...before, taak: taak.id })}
          data-regel
          aria-current={open || undefined}
          className={css['onderwerp']}
          // A click without a pointer is a key.
          onClick={(event) => onOpen(event.detail === 0)}
        >
          {taak.prioriteit === 'hoog' && <Icoon naam="uitroep" maat={14} label={t.prioriteit.hoog} />}
          <span>{taak.onderwerp}</span>
        </Link>
      </div>
      {taak.partij && (
        <Link to={paden.klant(taak.partij.id)} className={css['klant']}>
          {taak.partij.naam}
        </Link>
      )}
      <div className={css['onder']}>
        <span className={css['nr']}>{taak.nummer}</span>
        {metTeam && <span>{taak.team.naam}</span>}
        {metWie && taak.medewerker && (
          <span>
            <Medewerkernaam medewerker={taak.medewerker} />
          </span>
        )}
        {gone && <em role="status">{weg}</em>}
      </div>
      <div className={css['merken']}>
        {taak.status === 'wacht_op_derden' && <StatusBadge toon="let-op">{t.status.wacht_op_derden}</StatusBadge>}
        {owed && (
          <span title={t.belofteOpen}>
            <StatusBadge toon={closed ? 'let-op' : 'neutraal'} icoon="vlag">
              {t.belofte}
            </StatusBadge>
          </span>
        )}
        <span className={css['sinds']}>
          <span className="alleen-voorlezen">{t.kolom.sinds} </span>
          <Tijdstip moment={taak.afgerondOp ?? taak.aangemaaktOp} alleenDatum />
        </span>
      </div>
      <div className={css['knop']}>
        {isVrij(taak) && !gone && (
          <Button size="compact-sm" variant="default" onClick={onOppakken} aria-label={t.pakOp(taak.onderwerp)}>
            {t.oppakken}
          </Button>
        )}
        {closed && owed && !gone && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={onTerugkoppelen}
            aria-label={t.koppelTerugAan(taak.onderwerp)}
          >
            {t.koppelKort}
          </Button>
        )}
      </div>
    </li>
  )
}
