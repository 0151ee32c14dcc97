import type { TermijnStand, ZaakTermijn } from '#contract/zaken.ts'
import { dagVan, dagwoord } from '#kit/format.ts'
import type { IcoonNaam } from '#kit/Icoon.tsx'
import { StatusBadge, type Toon } from '#kit/StatusBadge.tsx'
import { useMinute } from '#kit/Tijdstip.tsx'
import css from './Zaken.module.css'
import { useZakenTeksten } from './zakenTeksten.ts'

const tonen: Record<TermijnStand, { toon: Toon; icoon: IcoonNaam }> = {
  'te-laat': { toon: 'fout', icoon: 'let_op' },
  vandaag: { toon: 'let-op', icoon: 'klok' },
  nadert: { toon: 'let-op', icoon: 'klok' },
  'op-tijd': { toon: 'neutraal', icoon: 'klok' },
  gepauzeerd: { toon: 'info', icoon: 'klok' },
}

/** The clock of a term: by when, and how long that still is; or how it ended. */
export function Termijnklok({ termijn, voluit = false }: { termijn: ZaakTermijn; voluit?: boolean }) {
  const { termijn: t } = useZakenTeksten()
  const now = useMinute()
  if (termijn.stand === null) return <Afloop termijn={termijn} />
  const dag = dagwoord(termijn.uitersteOp, now)
  const over = termijn.werkdagenOver ?? 0
  const rest =
    termijn.stand === 'gepauzeerd'
      ? t.staatStil
      : termijn.stand === 'te-laat'
        ? t.teLaat(-over)
        : termijn.stand === 'vandaag'
          ? t.vandaag
          : t.nog(over)
  const kort = termijn.stand === 'te-laat' ? t.teLaatSinds(dag) : termijn.stand === 'gepauzeerd' ? t.staatStil : dag
  const { toon, icoon } = tonen[termijn.stand]
  return (
    <span className={voluit ? css['voluit'] : undefined} title={`${termijn.naam}: ${t.uiterlijk(dag)}, ${rest}`}>
      <StatusBadge toon={toon} icoon={icoon}>
        {voluit ? `${t.uiterlijk(dag)} · ${rest}` : kort}
      </StatusBadge>
    </span>
  )
}

function Afloop({ termijn }: { termijn: ZaakTermijn }) {
  const { termijn: t } = useZakenTeksten()
  const now = useMinute()
  if (termijn.status === 'vervallen' || !termijn.gehaaldOp)
    return <StatusBadge icoon="sluit">{t.vervallen}</StatusBadge>
  const dag = dagwoord(dagVan(termijn.gehaaldOp), now)
  if (termijn.status === 'overschreden') return <StatusBadge toon="let-op">{t.teLaatGehaald(dag)}</StatusBadge>
  return <StatusBadge toon="goed">{t.gehaald(dag)}</StatusBadge>
}
