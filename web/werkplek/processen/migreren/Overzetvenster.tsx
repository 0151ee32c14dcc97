import { Button, Select, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Overzetverschil } from '#contract/procesmigratie.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { Venster } from '#kit/Venster.tsx'
import css from './Migreren.module.css'
import { useMigreerTeksten } from './migreerTeksten.ts'
import type { Overzetkeuze } from './overzetkeuze.ts'
import { Verschillen } from './Verschillen.tsx'

type Versie = { id: string; nummer: number; status: string }
type Props = {
  uitleg: string
  /** What would happen; undefined as long as that is not known. */
  plan: { naar: Versie | null; versies: readonly Versie[]; verschil: Overzetverschil } | undefined
  keuze: Overzetkeuze
  knop: string
  kan: boolean
  onSluiten: () => void
  /** Where everything goes. */
  children: ReactNode
}

/** Chooses a version, shows what becomes of what waits, and asks why. */
export function Overzetvenster({ uitleg, plan, keuze, knop, kan, onSluiten, children }: Props) {
  const t = useMigreerTeksten()
  const { bezig, verstuur } = keuze
  useSneltoets('mod+enter', t.zetOver, () => !bezig && kan && void verstuur())
  return (
    <Venster
      open
      breed
      titel={t.titel}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleren}
          </Button>
          <Button
            loading={bezig}
            disabled={!kan}
            onClick={() => void verstuur()}
            rightSection={<Toets toets="mod+enter" />}
          >
            {knop}
          </Button>
        </>
      }
    >
      <div className={css['inhoud']}>
        <p>{uitleg}</p>
        {plan && plan.versies.length === 0 && <p>{t.geenVersie}</p>}
        {plan && plan.versies.length > 0 && (
          <>
            <Select
              data-autofocus
              label={t.naar}
              allowDeselect={false}
              value={plan.naar?.id ?? null}
              onChange={(naar) => naar && keuze.kiesVersie(naar)}
              data={plan.versies.map(({ id, nummer, status }) => ({
                value: id,
                label: t.versie(nummer, status === 'gepubliceerd'),
              }))}
            />
            {children}
            <Verschillen verschil={plan.verschil} />
            <Textarea
              label={t.reden}
              description={t.redenUitleg}
              required
              autosize
              minRows={2}
              maxLength={500}
              value={keuze.reden}
              error={keuze.redenFout}
              onChange={({ currentTarget }) => keuze.zetReden(currentTarget.value)}
            />
          </>
        )}
        <p role="alert" className={css['fout']}>
          {keuze.fout}
        </p>
      </div>
    </Venster>
  )
}
