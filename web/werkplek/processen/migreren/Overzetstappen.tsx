import { Select } from '@mantine/core'
import type { Overzetstap } from '#contract/procesmigratie.ts'
import { StatusBadge, type Toon } from '#kit/StatusBadge.tsx'
import css from './Migreren.module.css'
import { useMigreerTeksten } from './migreerTeksten.ts'

const tonen: Record<Overzetstap['wat'], Toon> = {
  blijft: 'goed',
  opnieuw: 'info',
  verplaatst: 'info',
  kiezen: 'let-op',
  'kan-niet': 'fout',
}

type Props = {
  stappen: readonly Overzetstap[]
  doelen: readonly { element: string; naam: string }[]
  gekozen: Readonly<Record<string, string>>
  onKies: (van: string, naar: string | undefined) => void
}

/** Of each thing that waits: where it goes, or the choice where. */
export function Overzetstappen({ stappen, doelen, gekozen, onKies }: Props) {
  const t = useMigreerTeksten()
  return (
    <ul className={css['stappen']}>
      {stappen.map((stap) => (
        <li key={stap.van} className={css['stap']}>
          <div className={css['regel']}>
            <strong>{stap.naam}</strong>
            {stap.naarNaam && stap.naarNaam !== stap.naam && <span>→ {stap.naarNaam}</span>}
            <StatusBadge toon={tonen[stap.wat]}>{t.wat[stap.wat]}</StatusBadge>
          </div>
          {stap.uitleg.map((zin) => (
            <p key={zin} className={css['zacht']}>
              {zin}
            </p>
          ))}
          {(stap.wat !== 'blijft' || gekozen[stap.van] !== undefined) && doelen.length > 0 && (
            <Select
              label={t.kies(stap.naam)}
              placeholder={t.kiesEen}
              clearable
              value={gekozen[stap.van] ?? null}
              onChange={(naar) => onKies(stap.van, naar ?? undefined)}
              data={doelen.map(({ element, naam }) => ({ value: element, label: naam }))}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
