import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { leesBsn, type Partij } from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { later } from '#kit/later.tsx'
import { detailOf } from '#kit/probleem.ts'
import paneelCss from '../panelen/Paneel.module.css'
import { Paneel } from '../panelen/Paneel.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import css from './Bsn.module.css'

const BsnVenster = later(() => import('./BsnVenster.tsx').then((module) => module.BsnVenster))

/** Only a persoon has one, and only where the organisatie may keep it does anybody have the right. */
export function BsnPaneel({ partij }: { partij: Partij }) {
  const mag = useRecht('partij.bsn')
  return mag && partij.soort === 'persoon' ? <Verborgen partij={partij} /> : null
}

/** Hidden until somebody asks for it: each look is a line in the verwerkingenlog, so no look is by accident. */
function Verborgen({ partij }: { partij: Partij }) {
  const t = useRelatieTeksten()
  const [wijzigt, setWijzigt] = useState(false)
  // Not a query: what was shown is kept nowhere, and gone with the screen.
  const toon = useMutation({ mutationFn: () => call(leesBsn, { params: { id: partij.id } }), gcTime: 0 })
  const getoond = toon.data
  return (
    <Paneel titel={t.bsn}>
      <p className={paneelCss['zacht']}>{t.bsnUitleg}</p>
      <p className={css['bsn']} role="status">
        {getoond ? (getoond.bsn ?? t.bsnGeen) : <span aria-hidden="true">•••••••••</span>}
      </p>
      {toon.error && (
        <p role="alert" className={css['fout']}>
          <Icoon naam="let_op" maat={14} /> {detailOf(toon.error)}
        </p>
      )}
      <div className={css['knoppen']}>
        <Button
          variant="default"
          size="compact-sm"
          loading={toon.isPending}
          leftSection={<Icoon naam={getoond ? 'slot' : 'oog'} maat={14} />}
          onClick={() => (getoond ? toon.reset() : toon.mutate())}
        >
          {getoond ? t.bsnVerberg : t.bsnToon}
        </Button>
        {!partij.samengevoegdIn && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icoon naam="bewerk" maat={14} />}
            onClick={() => setWijzigt(true)}
          >
            {t.bsnWijzig}
          </Button>
        )}
      </div>
      {wijzigt && (
        <BsnVenster
          partijId={partij.id}
          onSluiten={() => setWijzigt(false)}
          onBewaard={() => {
            toon.reset()
            setWijzigt(false)
          }}
        />
      )}
    </Paneel>
  )
}
