import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ontkoppelZaak, type Zaak } from '#contract/zaken.ts'
import { call } from '#kit/api.ts'
import { verouderdVan } from '#kit/ConflictDialoog.tsx'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { neemOver } from '../zaken.queries.ts'
import { useZakenTeksten } from '../zakenTeksten.ts'

/** It is something else after all: it goes its own way again. */
export function Losmaken({ zaak }: { zaak: Zaak }) {
  const t = useZakenTeksten()
  const client = useQueryClient()
  const maakLos = useMutation({
    mutationFn: (versie: number) => call(ontkoppelZaak, { params: { id: zaak.id }, ifMatch: versie }),
    onSuccess: (after) => {
      neemOver(client, after)
      meld(t.losgemaakt)
    },
    onError: (error) => {
      const huidig = verouderdVan<Zaak>(error)
      if (huidig) neemOver(client, huidig)
    },
  })
  return (
    <>
      {' '}
      <Button
        variant="subtle"
        size="compact-xs"
        loading={maakLos.isPending}
        onClick={() => maakLos.mutate(zaak.versie)}
      >
        {t.losmaken}
      </Button>
      {maakLos.error && <span role="alert">{detailOf(maakLos.error)}</span>}
    </>
  )
}
