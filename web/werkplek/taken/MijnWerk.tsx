import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useActie } from '#kit/acties.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import type { LijstKeuze } from './routes.tsx'
import { Takenscherm } from './Takenscherm.tsx'
import { useTakenTeksten } from './takenTeksten.ts'
import { NieuweTaak } from './vensters/NieuweTaak.tsx'

/** What I have in hand, by deadline: one click from anywhere. */
export function MijnWerk() {
  const t = useTakenTeksten()
  const keuze: LijstKeuze = useSearch({ strict: false })
  return (
    <Takenscherm
      titel={t.mijnWerk}
      onder={t.mijnWerkUitleg}
      acties={<NieuweTaakKnop />}
      metTeam
      filters={['termijn', 'prioriteit', 'q']}
      vraag={{
        soort: 'taken',
        query: { mijn: 'true', termijn: keuze.termijn, prioriteit: keuze.prioriteit, q: keuze.q },
      }}
      leeg={
        keuze.termijn || keuze.prioriteit || keuze.q ? (
          <LegeStaat titel={t.leegFilter} icoon="filter" />
        ) : (
          <LegeStaat titel={t.leegMijn} icoon="vink">
            {t.leegMijnUitleg}
          </LegeStaat>
        )
      }
    />
  )
}

export function NieuweTaakKnop({ teamId }: { teamId?: string }) {
  const t = useTakenTeksten()
  const [open, setOpen] = useState(false)
  const may = useRecht('taak.behandelen')
  useActie({ id: 'taak-nieuw', naam: t.taakNieuw, icoon: 'taak' }, () => setOpen(true), may)
  if (!may) return null
  return (
    <>
      <Button variant="default" leftSection={<Icoon naam="plus" maat={14} />} onClick={() => setOpen(true)}>
        {t.taakNieuw}
      </Button>
      {open && <NieuweTaak {...(teamId && { teamId })} onSluiten={() => setOpen(false)} />}
    </>
  )
}
