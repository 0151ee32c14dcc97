import { Button } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import type { TaakRij } from '#contract/taken.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import type { LijstKeuze } from './routes.tsx'
import css from './Taken.module.css'
import { isVrij } from './Takenlijst.tsx'
import { Termijn } from './Termijn.tsx'
import { useTakenTeksten } from './takenTeksten.ts'

type Props = { taak: TaakRij; weg: boolean; open: boolean; metTeam: boolean; onOppakken: () => void }

/** One taak in two lines: by when, what, for whom, who has it. The link covers the row. */
export function Taakregel({ taak, weg, open, metTeam, onOppakken }: Props) {
  const t = useTakenTeksten()
  const hier = useLocation({ select: (location) => location.pathname })
  return (
    <li data-taak={taak.id} data-weg={weg || undefined} data-open={open || undefined} className={css['regel']}>
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
        >
          {taak.prioriteit === 'hoog' && <Icoon naam="uitroep" maat={14} label={t.prioriteit.hoog} />}
          {taak.onderwerp}
        </Link>
        <span className={css['onder']}>
          {taak.partij && <span>{taak.partij.naam}</span>}
          {metTeam && <span>{taak.team.naam}</span>}
          {taak.medewerker && (
            <span>
              <Medewerkernaam medewerker={taak.medewerker} />
            </span>
          )}
          {weg && <em>{taak.medewerker ? t.wegDoor(taak.medewerker.naam) : t.weg}</em>}
        </span>
      </div>
      <div className={css['merken']}>
        {taak.status === 'wacht_op_derden' && <StatusBadge toon="let-op">{t.status.wacht_op_derden}</StatusBadge>}
        {taak.belofte && taak.belofteIngelostOp === null && (
          <span title={t.belofteOpen}>
            <Icoon naam="vlag" maat={14} label={t.belofte} />
          </span>
        )}
        <span className={css['sinds']}>
          <Tijdstip moment={taak.aangemaaktOp} alleenDatum />
        </span>
      </div>
      <div className={css['knop']}>
        {isVrij(taak) && !weg && (
          <Button size="compact-xs" variant="default" tabIndex={-1} onClick={onOppakken}>
            {t.oppakken}
          </Button>
        )}
      </div>
    </li>
  )
}
