import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { aanmeldenAlsDemo, beginOidc, getAanmelden } from '#contract/aanmelden.ts'
import { call } from '#kit/api.ts'
import { useIk } from '#kit/ik.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { lees } from '#kit/queries.ts'
import { Venster } from '#kit/Venster.tsx'
import css from './Aanmelden.module.css'
import { Aanmeldformulier } from './Aanmeldformulier.tsx'
import { AndereWegen } from './AndereWegen.tsx'
import { useAanmeldTeksten } from './aanmeldTeksten.ts'
import { hoorAangemeld, vertelAangemeld } from './vensters.ts'

/**
 * Over the screen of somebody whose session ended while working; the screen behind it keeps its text. The provider of
 * the organisation opens in a window of its own, for the same reason.
 */
export function Aanmeldvenster({ onAangemeld }: { onAangemeld: () => void }) {
  const t = useAanmeldTeksten()
  const { medewerker } = useIk()
  const { data } = useQuery(lees(getAanmelden))
  useEffect(() => hoorAangemeld(onAangemeld), [onAangemeld])
  const done = () => {
    vertelAangemeld()
    onAangemeld()
  }
  const demo = useMutation({
    mutationFn: () => call(aanmeldenAlsDemo, { body: { medewerkerId: medewerker.id } }),
    onSuccess: done,
  })
  const isDemo = data?.demo?.some((persoon) => persoon.id === medewerker.id)
  return (
    <Venster open titel={t.verlopenTitel} titelVerborgen onSluiten={() => {}}>
      <div className={css['venster']}>
        <p className={css['venstertitel']} aria-hidden="true">
          {t.verlopenTitel}
        </p>
        <p>{t.verlopenUitleg(medewerker.naam)}</p>
        {isDemo ? (
          <Button size="md" fullWidth loading={demo.isPending} onClick={() => demo.mutate()}>
            {t.verderAls(medewerker.naam)}
          </Button>
        ) : (
          <Aanmeldformulier email={medewerker.email} onAangemeld={done}>
            <AndereWegen onAangemeld={done} naarAanbieder={data?.oidc ? inNieuwVenster(t) : undefined} />
          </Aanmeldformulier>
        )}
        <details className={css['zacht']}>
          <summary>{t.iemandAnders}</summary>
          <p>{t.iemandAndersUitleg}</p>
          <Button variant="default" onClick={() => window.location.reload()}>
            {t.iemandAnders}
          </Button>
        </details>
      </div>
    </Venster>
  )
}

/** Opened within the click, or the browser blocks it; it gets its address a moment later. */
function inNieuwVenster(t: { vensterGeblokkeerd: string }): () => Promise<void> {
  return async () => {
    const popup = window.open('about:blank', 'rondom-aanmelden', 'width=520,height=720')
    if (!popup) throw new ApiProblem({ status: 0, code: 'venster-geblokkeerd', detail: t.vensterGeblokkeerd })
    const { url } = await call(beginOidc, { body: { terug: '/werkplek/aangemeld' } })
    popup.location.assign(url)
  }
}
