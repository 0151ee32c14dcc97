import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { TijdlijnItem } from '#contract/klantbeeld.ts'
import { tijdlijn } from '#contract/klantbeeld.ts'
import { call } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { houdVorige } from '#kit/queries.ts'
import { voegBijeen } from './voegBijeen.ts'

export type Filter = { kanaal?: string; soort?: string; van?: string; tot?: string; q?: string }
export type Bladzijde = { rijen: TijdlijnItem[]; volgende?: string | undefined }

const aantal = 30

/**
 * The pages of the tijdlijn. The first one came with the klantbeeld. News of colleagues is fetched at once, and shown at
 * once when the reader is at the top; else it waits behind a button, so that nothing moves under his eyes.
 * @param ids the klant and his huishoudens: whose news it is
 * @param bovenaan whether the reader is at the top
 */
export function useTijdlijn(id: string, ids: readonly string[], filter: Filter, eerste: Bladzijde, bovenaan: boolean) {
  const client = useQueryClient()
  const queryKey = [tijdlijn.path, id, filter]
  const zonderFilter = Object.values(filter).every((value) => value === undefined)
  const haal = (na: string | undefined, signal?: AbortSignal) =>
    call(tijdlijn, {
      params: { id },
      query: { ...filter, aantal, ...(na && { na }) },
      ...(signal && { signal }),
    }) as Promise<Bladzijde>
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => haal(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Bladzijde) => page.volgende,
    placeholderData: houdVorige,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    ...(zonderFilter && { initialData: { pages: [eerste], pageParams: [undefined] } }),
  })

  const [wachtend, setWachtend] = useState<Bladzijde>()
  const neem = (vers: Bladzijde) => {
    client.setQueryData<InfiniteData<Bladzijde, string | undefined>>(queryKey, (old) => old && voegBijeen(old, vers))
    setWachtend(undefined)
  }
  const boven = useRef(bovenaan)
  boven.current = bovenaan
  const bekend = new Set(query.data?.pages.flatMap((page) => page.rijen.map((rij) => rij.id)))
  const nieuw = wachtend?.rijen.filter((rij) => !bekend.has(rij.id)).length ?? 0

  useGebeurtenis(['klantcontact.*', 'taak.*', 'partij.samengevoegd'], async ({ soort, onderwerpen }) => {
    if (soort !== 'opnieuw' && !onderwerpen.some((onderwerp) => ids.some((each) => onderwerp === `partij:${each}`)))
      return
    const vers = await haal(undefined).catch(() => undefined)
    if (!vers) return
    const onbekend = vers.rijen.some((rij) => !bekend.has(rij.id))
    if (boven.current || !onbekend) neem(vers)
    else setWachtend(vers)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waited belongs to the old choice
  useEffect(() => setWachtend(undefined), [id, JSON.stringify(filter)])

  return {
    query,
    rijen: query.data?.pages.flatMap((page) => page.rijen) ?? [],
    /** How many new items wait. */
    nieuw,
    toonNieuw: () => wachtend && neem(wachtend),
  }
}
