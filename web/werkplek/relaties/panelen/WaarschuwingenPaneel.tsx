import type { Partij, Signalering } from '#contract/relaties.ts'
import { datum } from '#kit/format.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import type { Wat } from '../vensters/wat.ts'
import { verdeel } from './loopt.ts'
import css from './Paneel.module.css'
import { Historie, Paneel, Regel } from './Paneel.tsx'

type Props = { partij: Partij; open: ((wat: Wat) => void) | undefined }

/** What colleagues must know before they call or visit. */
export function WaarschuwingenPaneel({ partij, open }: Props) {
  const t = useRelatieTeksten()
  const { nu, eerder } = verdeel(partij.signaleringen)
  if (!open && nu.length + eerder.length === 0) return null
  const regel = (each: Signalering) => (
    <Regel
      key={each.id}
      wijzig={`${t.wijzigen}: ${each.soortNaam}`}
      onWijzig={open && (() => open({ soort: 'signalering', welk: each }))}
    >
      <StatusBadge toon={nu.includes(each) ? 'let-op' : 'neutraal'} icoon="let_op">
        {[each.soortNaam, each.detailNaam].filter(Boolean).join(': ')}
      </StatusBadge>
      <span>{each.omschrijving}</span>
      <span className={css['zacht']}>
        {t.vanaf(datum(each.begindatum))} {each.einddatum && t.tot(datum(each.einddatum))}
      </span>
    </Regel>
  )
  return (
    <Paneel
      titel={t.waarschuwingen}
      toevoegen={t.signaleringToevoegen}
      onToevoegen={open && (() => open({ soort: 'signalering' }))}
    >
      {nu.length === 0 && <p className={css['leeg']}>{t.geenWaarschuwingen}</p>}
      <ul>{nu.map(regel)}</ul>
      {eerder.length > 0 && <Historie naam={t.historie(eerder.length)}>{eerder.map(regel)}</Historie>}
    </Paneel>
  )
}
