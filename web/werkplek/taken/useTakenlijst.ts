import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RequestOf } from '#contract/endpoint.ts'
import { listBeloften, listTaken, type TaakRij } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { lees, ververs } from '#kit/queries.ts'
import { type Lijst, toon, voegToe, volg } from './levendeLijst.ts'

export type Lijstvraag =
  | { soort: 'taken'; query: RequestOf<typeof listTaken>['query'] }
  | { soort: 'beloften'; query: RequestOf<typeof listBeloften>['query'] }

const perBladzijde = 50

/** One page from the server, whichever of the two lists it is. */
function bladzijde(vraag: Lijstvraag, na?: string) {
  const query = { ...vraag.query, aantal: perBladzijde, ...(na && { na }) }
  return vraag.soort === 'taken' ? lees(listTaken, { query }) : lees(listBeloften, { query })
}

/** A list that stays in step with what colleagues do, without moving under the pointer. */
export function useTakenlijst(vraag: Lijstvraag) {
  const client = useQueryClient()
  const key = JSON.stringify(vraag)
  const query = useQuery(bladzijde(vraag))
  const fresh = query.data
  const [lijst, setLijst] = useState<Lijst & { key: string }>({ key: '', regels: [], nieuw: 0 })
  const [verder, setVerder] = useState<{ extra: TaakRij[]; na: string | undefined }>()

  useEffect(() => {
    if (!fresh) return
    setLijst((shown) => {
      if (shown.key !== key || shown.regels.length === 0) return { key, regels: toon(fresh.rijen), nieuw: 0 }
      return { key, ...volg(shown.regels, [...fresh.rijen, ...(verder?.extra ?? [])]) }
    })
  }, [fresh, key, verder])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts with its first page
  useEffect(() => setVerder(undefined), [key])

  useGebeurtenis(['taak.*'], () => void ververs(client, listTaken, listBeloften))

  const na = verder ? verder.na : fresh?.volgende
  return {
    query,
    lijst: lijst.key === key ? lijst : undefined,
    /** Shows the list as it is now: new rows in, gone rows out. */
    bijwerken: () => {
      setVerder(undefined)
      if (fresh) setLijst({ key, regels: toon(fresh.rijen), nieuw: 0 })
    },
    meer:
      na === undefined
        ? undefined
        : async () => {
            const next =
              vraag.soort === 'taken'
                ? await call(listTaken, { query: { ...vraag.query, aantal: perBladzijde, na } })
                : await call(listBeloften, { query: { ...vraag.query, aantal: perBladzijde, na } })
            setLijst((shown) => ({ ...shown, regels: voegToe(shown.regels, next.rijen) }))
            setVerder({ extra: [...(verder?.extra ?? []), ...next.rijen], na: next.volgende })
          },
  }
}
