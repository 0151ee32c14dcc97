import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useActie } from '#kit/acties.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { useTakenTeksten } from './takenTeksten.ts'

/** On the klantbeeld: a taak for this klant, by the address, so that a reload and Back do what one expects. */
export function NieuweTaakVoor({ partijId }: { partijId: string }) {
  const t = useTakenTeksten()
  const navigate = useNavigate()
  const may = useRecht('taak.behandelen')
  const naar = { to: paden.nieuweTaak, search: { partijId } }
  useActie({ id: 'taak-voor-klant', naam: t.nieuwVoorKlant, icoon: 'taak' }, () => void navigate(naar), may)
  if (!may) return null
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<Icoon naam="plus" maat={12} />}
      renderRoot={(props) => <Link {...naar} {...props} />}
    >
      {t.taakNieuw}
    </Button>
  )
}
