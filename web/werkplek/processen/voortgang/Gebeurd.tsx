import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { getZaakProces, type ProcesWacht, signaleerZaak } from '#contract/processen.ts'
import { getZaak } from '#contract/zaken.ts'
import { call } from '#kit/api.ts'
import { useRecht } from '#kit/ik.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Venster } from '#kit/Venster.tsx'
import { useVoortgangTeksten } from './voortgangTeksten.ts'

/** Somebody hears by telephone what the system waits for: he may say that it happened. */
export function Gebeurd({ zaakId, wacht }: { zaakId: string; wacht: ProcesWacht }) {
  const t = useVoortgangTeksten()
  const client = useQueryClient()
  const may = useRecht('zaak.behandelen')
  const [vraagt, setVraagt] = useState(false)
  const signaleer = useMutation({
    mutationFn: () => call(signaleerZaak, { params: { id: zaakId }, body: { soort: 'bericht', naam: wacht.op } }),
    onSuccess: (na) => {
      client.setQueryData(lees(getZaakProces, { params: { id: zaakId } }).queryKey, na)
      void ververs(client, getZaak)
      setVraagt(false)
    },
    onError: (error) => {
      meld(detailOf(error), { toon: 'fout' })
      setVraagt(false)
      void ververs(client, getZaakProces)
    },
  })
  if (!may) return null
  return (
    <>
      <Button variant="subtle" size="compact-xs" aria-label={t.gebeurdBij(wacht.naam)} onClick={() => setVraagt(true)}>
        {t.gebeurd}
      </Button>
      <Venster
        open={vraagt}
        titel={t.gebeurdTitel(wacht.naam)}
        onSluiten={() => setVraagt(false)}
        acties={
          <>
            <Button variant="default" onClick={() => setVraagt(false)}>
              {t.annuleren}
            </Button>
            <Button data-autofocus loading={signaleer.isPending} onClick={() => signaleer.mutate()}>
              {t.gebeurdKnop}
            </Button>
          </>
        }
      >
        <p>{t.gebeurdUitleg}</p>
      </Venster>
    </>
  )
}
