import { Button } from '@mantine/core'
import css from './Tabeleditor.module.css'
import {
  kanTerug,
  kanVooruit,
  stapTerug,
  stapVooruit,
  verplaatsRegel,
  verwijderRegel,
  voegRegelToe,
} from './tabelacties.ts'
import { useTabeleditorTeksten } from './tabeleditorTeksten.ts'
import type { Tabelstand } from './tabelstand.ts'
import type { Tabelmodeler } from './useTabelmodeler.ts'

/** The buttons above the table: everything that dmn-js itself only does by mouse. */
export function Gereedschap({ tabel, stand }: { tabel: Tabelmodeler; stand: Tabelstand | undefined }) {
  const t = useTabeleditorTeksten()
  const { weergave, plaats } = tabel
  const at = stand?.regels.findIndex(({ id }) => id === plaats?.rij) ?? -1
  const rij = at < 0 ? undefined : plaats?.rij
  const knop = (tekst: string, kan: boolean, doe: () => void) => (
    <Button size="compact-sm" variant="default" disabled={!kan} onClick={doe}>
      {tekst}
    </Button>
  )
  return (
    <div role="toolbar" aria-label={t.gereedschap} className={css['gereedschap']}>
      {knop(t.terug, kanTerug(weergave), () => stapTerug(weergave))}
      {knop(t.vooruit, kanVooruit(weergave), () => stapVooruit(weergave))}
      {stand && (
        <>
          <span className={css['streep']} />
          {knop(t.regelBoven, rij !== undefined, () => voegRegelToe(weergave, rij, 'boven'))}
          {knop(t.regelOnder, true, () => voegRegelToe(weergave, rij, 'onder'))}
          {knop(t.omhoog, at > 0, () => rij && verplaatsRegel(weergave, rij, -1, plaats?.cel))}
          {knop(t.omlaag, at >= 0 && at < stand.regels.length - 1, () => {
            if (rij) verplaatsRegel(weergave, rij, 1, plaats?.cel)
          })}
          {knop(t.weg, rij !== undefined && stand.regels.length > 1, () => rij && verwijderRegel(weergave, rij))}
        </>
      )}
    </div>
  )
}
