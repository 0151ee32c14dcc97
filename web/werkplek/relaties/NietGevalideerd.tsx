import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type Adresantwoord,
  lijstNietGevalideerd,
  type TeValideren,
  valideerAdres,
  zoekAdres,
} from '#contract/adressen.ts'
import { call } from '#kit/api.ts'
import { dagwoord } from '#kit/format.ts'
import { useRecht } from '#kit/ik.ts'
import { meld } from '#kit/melding.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { detailOf } from '#kit/probleem.ts'
import { FoutStaat, Laadskelet, LegeStaat } from '#kit/Staten.tsx'
import { Adreskeuze } from './Adreskeuze.tsx'
import css from './NietGevalideerd.module.css'
import { useNaWijziging } from './relaties.queries.ts'
import { useRelatieTeksten } from './relatieTeksten.ts'

/** Addresses that were saved while the BAG was out of reach or did not know them: look up again, or say it is right. */
export function NietGevalideerd() {
  const t = useRelatieTeksten()
  const query = useInfiniteQuery({
    queryKey: [lijstNietGevalideerd.path],
    queryFn: ({ pageParam, signal }) =>
      call(lijstNietGevalideerd, { query: { aantal: 25, ...(pageParam && { na: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.volgende,
  })
  const rijen = query.data?.pages.flatMap((page) => page.rijen)
  return (
    <>
      <Paginatitel titel={t.controleTitel} onder={t.controleUitleg} />
      {query.error && <FoutStaat fout={query.error} opnieuw={() => void query.refetch()} />}
      {!rijen && !query.error && <Laadskelet />}
      {rijen?.length === 0 && <LegeStaat titel={t.controleLeeg} icoon="vink" />}
      {rijen && rijen.length > 0 && (
        <ul className={css['lijst']}>
          {rijen.map((rij) => (
            <Adresrij key={rij.id} rij={rij} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.meerLaden}
        </Button>
      )}
    </>
  )
}

function Adresrij({ rij }: { rij: TeValideren }) {
  const t = useRelatieTeksten()
  const client = useQueryClient()
  const naWijziging = useNaWijziging()
  const magWijzigen = useRecht('partij.schrijven')
  const [antwoord, setAntwoord] = useState<Adresantwoord>()
  const zoek = useMutation({
    mutationFn: () => call(zoekAdres, { query: { invoer: rij.invoer } }),
    onSuccess: setAntwoord,
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
  })
  const valideer = useMutation({
    mutationFn: (body: { nummeraanduidingId: string } | { handmatig: true }) =>
      call(valideerAdres, { params: { id: rij.id }, body }),
    onSuccess: (partij) => {
      meld(t.gecontroleerd)
      naWijziging(partij)
      void client.invalidateQueries({ queryKey: [lijstNietGevalideerd.path] })
    },
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
  })
  return (
    <li>
      <div className={css['kop']}>
        <span className={css['adres']}>{rij.weergave}</span>
        <Link to={paden.klant(rij.partij.id)}>{rij.partij.naam}</Link>
        {rij.sinds && <span className={css['zacht']}>{dagwoord(rij.sinds)}</span>}
        {magWijzigen && (
          <span className={css['knoppen']}>
            <Button size="compact-xs" variant="default" loading={zoek.isPending} onClick={() => zoek.mutate()}>
              {t.controleer}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              loading={valideer.isPending}
              onClick={() => valideer.mutate({ handmatig: true })}
            >
              {t.kloptZo}
            </Button>
          </span>
        )}
      </div>
      {antwoord && (
        <div className={css['antwoord']} role="status">
          {antwoord.melding && <p>{antwoord.melding}</p>}
          <Adreskeuze
            adressen={antwoord.adressen}
            onKies={({ nummeraanduidingId }) => valideer.mutate({ nummeraanduidingId })}
          />
        </div>
      )}
    </li>
  )
}
