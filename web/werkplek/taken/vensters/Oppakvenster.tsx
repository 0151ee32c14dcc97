import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { claimTaak, listTaken, type Taak, type TaakRij } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { Venster } from '#kit/Venster.tsx'
import { neemOver } from '../taken.queries.ts'
import { useTakenTeksten } from '../takenTeksten.ts'

type Props = { taak: Pick<TaakRij, 'id' | 'onderwerp'>; onSluiten: () => void; onGelukt: () => void }

/** Asked once, as the work instruction has it. Who is too late hears who has it, and the list follows. */
export function Oppakvenster({ taak, onSluiten, onGelukt }: Props) {
  const t = useTakenTeksten()
  const client = useQueryClient()
  const claim = useMutation({
    mutationFn: () => call(claimTaak, { params: { id: taak.id } }),
    onSuccess: (after) => {
      neemOver(client, after)
      meld(t.opgepakt)
      onGelukt()
    },
    onError: (error) => {
      const late = error instanceof ApiProblem && error.status === 409
      if (late && error.huidig) neemOver(client, error.huidig as Taak)
      else void ververs(client, listTaken)
      // Being second is no fault of anybody: it is told, and leaves by itself.
      meld(detailOf(error), { toon: late ? 'let-op' : 'fout' })
      onSluiten()
    },
  })
  return (
    <Venster
      open
      titel={t.oppakTitel}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleer}
          </Button>
          <Button data-autofocus loading={claim.isPending} onClick={() => claim.mutate()}>
            {t.neemIn}
          </Button>
        </>
      }
    >
      <p>
        <strong>{taak.onderwerp}</strong>
      </p>
      <p>{t.oppakTekst}</p>
    </Venster>
  )
}
