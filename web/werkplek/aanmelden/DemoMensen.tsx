import { UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { aanmeldenAlsDemo, type DemoPersoon } from '#contract/aanmelden.ts'
import { call } from '#kit/api.ts'
import { initialen } from '#kit/format.ts'
import { detailOf } from '#kit/probleem.ts'
import { useRolNamen } from '#kit/rollen.ts'
import css from './Aanmelden.module.css'
import { useAanmeldTeksten } from './aanmeldTeksten.ts'

/** One click for each person of the demo. */
export function DemoMensen({ mensen, onAangemeld }: { mensen: readonly DemoPersoon[]; onAangemeld: () => void }) {
  const t = useAanmeldTeksten()
  const rolNamen = useRolNamen()
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (medewerkerId: string) => call(aanmeldenAlsDemo, { body: { medewerkerId } }),
    onSuccess: onAangemeld,
  })
  return (
    <section className={css['demo']} aria-labelledby="demo-titel">
      <h2 id="demo-titel">{t.demoTitel}</h2>
      <p className={css['zacht']}>{t.demoUitleg}</p>
      {error && (
        <p role="alert" className={css['fout']}>
          {t.demoFout} {detailOf(error)}
        </p>
      )}
      <ul className={css['mensen']}>
        {mensen.map((persoon) => (
          <li key={persoon.id}>
            <UnstyledButton
              className={css['mens']}
              aria-busy={isPending && variables === persoon.id}
              onClick={() => mutate(persoon.id)}
            >
              <span className={css['initialen']} aria-hidden="true">
                {initialen(persoon.naam)}
              </span>
              <span className={css['wie']}>
                <span className={css['naam']}>{persoon.naam}</span>
                <span>{persoon.functie || persoon.rollen.map((rol) => rolNamen[rol]).join(', ')}</span>
                {persoon.teams.length > 0 && <span className={css['zacht']}>{persoon.teams.join(' · ')}</span>}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
