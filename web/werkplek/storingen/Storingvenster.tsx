import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { eindigStoring, listStoringen, type Storing, updateStoring } from '#contract/storingen.ts'
import { call } from '#kit/api.ts'
import { verouderdVan } from '#kit/ConflictDialoog.tsx'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { meld } from '#kit/melding.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { Venster } from '#kit/Venster.tsx'
import css from './Storingen.module.css'
import { useStoringTeksten } from './storingTeksten.ts'

/** What everybody tells the tenants, and until when. */
export function Storingvenster({ storing, onSluiten }: { storing: Storing; onSluiten: () => void }) {
  const t = useStoringTeksten()
  const client = useQueryClient()
  const [tekst, setTekst] = useState(storing.tekst)
  const [dag, setDag] = useState(storing.verwachtKlaarOp)
  const klaar = (melding: string) => {
    void ververs(client, listStoringen)
    meld(melding)
    onSluiten()
  }
  const vers = () => void ververs(client, listStoringen)
  const params = { id: storing.id }
  const bewaar = useMutation({
    mutationFn: () =>
      call(updateStoring, { params, ifMatch: storing.versie, body: { tekst, verwachtKlaarOp: dag || null } }),
    onSuccess: () => klaar(t.bewaard),
    onError: vers,
  })
  const eindig = useMutation({
    mutationFn: () => call(eindigStoring, { params, ifMatch: storing.versie }),
    onSuccess: () => klaar(t.geeindigd),
    onError: vers,
  })
  const fout = bewaar.error ?? eindig.error
  const velden = fout instanceof ApiProblem ? fout.invalidParams : []
  const foutVan = (veld: string) => velden.find(({ name }) => name === veld)?.reason
  return (
    <Venster
      open
      titel={t.venster}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="subtle" loading={eindig.isPending} onClick={() => eindig.mutate()}>
            {t.einde}
          </Button>
          <Button variant="default" onClick={onSluiten}>
            {t.terug}
          </Button>
          <Button loading={bewaar.isPending} onClick={() => bewaar.mutate()}>
            {t.bewaar}
          </Button>
        </>
      }
    >
      <div className={css['velden']}>
        {fout && velden.length === 0 && <p role="alert">{verouderdVan(fout) ? t.intussen : detailOf(fout)}</p>}
        <Textarea
          data-autofocus
          label={t.tekst}
          description={t.tekstUitleg}
          autosize
          minRows={3}
          maxLength={500}
          value={tekst}
          error={foutVan('tekst')}
          onChange={({ currentTarget }) => setTekst(currentTarget.value)}
        />
        <DatumVeld label={t.verwachtVeld} waarde={dag} onWijzig={setDag} fout={foutVan('verwachtKlaarOp')} korteJaren />
      </div>
    </Venster>
  )
}
