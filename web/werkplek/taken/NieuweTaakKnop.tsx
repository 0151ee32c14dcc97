import { Button } from '@mantine/core'
import { useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { later } from '#kit/later.tsx'
import { useTakenTeksten } from './takenTeksten.ts'

const NieuweTaak = later(() => import('./vensters/NieuweTaak.tsx').then((module) => module.NieuweTaak))

export function NieuweTaakKnop({ teamId }: { teamId?: string }) {
  const t = useTakenTeksten()
  const [open, setOpen] = useState(false)
  const may = useRecht('taak.behandelen')
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
