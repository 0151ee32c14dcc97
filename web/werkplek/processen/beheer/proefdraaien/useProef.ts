import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import { draaiProef, maxProefstappen, type Proefstand, type Proefstap, type Proefstart } from '#contract/procesproef.ts'
import { call } from '#kit/api.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { leegBegin } from './proefstap.ts'

/** An example, the steps that were done in it, and those that a scenario still has in store. */
export type Verloop = { start: Proefstart; stappen: Proefstap[]; straks: Proefstap[] }

export type Proef = {
  verloop: Verloop | null
  stand: Proefstand | undefined
  laadt: boolean
  fout: unknown
  /** @throws ApiProblem with the fields of the form that were refused */
  begin: (start: Proefstart, straks: Proefstap[]) => Promise<void>
  /** @throws ApiProblem when it is refused: then nothing was done */
  doe: (stap: Proefstap) => Promise<void>
  terug: () => void
  /** Leaves out what cannot be done any more since the process was changed. */
  hierVerder: () => void
  stop: () => void
  /** What the one before began with. */
  vorige: Proefstart | undefined
}

/** A rehearsal is a list of steps: the server plays all of them at each question, so that going back costs nothing. */
export function useProef(versie: ProcesVersie): Proef {
  const client = useQueryClient()
  const [verloop, zet, wis] = useTabwaarde<Verloop | null>(`proef.${versie.id}`, null)
  const [vorige, setVorige] = useState<Proefstart>()
  const vraag = (start: Proefstart, stappen: Proefstap[]) => ({
    // Another version of the draft may answer otherwise.
    queryKey: [draaiProef.path, versie.id, versie.versie, start, stappen],
    queryFn: () => call(draaiProef, { params: { id: versie.id }, body: { start, stappen } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const query = useQuery({
    ...vraag(verloop?.start ?? leegBegin, verloop?.stappen ?? []),
    enabled: verloop !== null,
    placeholderData: keepPreviousData,
  })
  const speel = async (next: Verloop) => {
    const stand = await client.fetchQuery(vraag(next.start, next.stappen))
    if (stand.fout) throw geweigerd(stand.fout)
    zet(next)
  }
  return {
    verloop,
    stand: verloop ? query.data : undefined,
    laadt: query.isFetching,
    fout: query.error,
    begin: (start, straks) => speel({ start, stappen: [], straks }),
    async doe(stap) {
      if (!verloop) return
      if (verloop.stappen.length >= maxProefstappen) throw geweigerd({ melding: tevaak, velden: [] })
      const [eerst, ...rest] = verloop.straks
      // Another step than the scenario has: from here on one goes a way of one's own.
      const straks = JSON.stringify(eerst) === JSON.stringify(stap) ? rest : []
      await speel({ start: verloop.start, stappen: [...verloop.stappen, stap], straks })
    },
    terug() {
      const laatste = verloop?.stappen.at(-1)
      if (verloop && laatste)
        zet({ ...verloop, stappen: verloop.stappen.slice(0, -1), straks: [laatste, ...verloop.straks] })
    },
    hierVerder() {
      if (verloop && query.data) zet({ ...verloop, stappen: verloop.stappen.slice(0, query.data.gedaan), straks: [] })
    },
    stop() {
      setVorige(verloop?.start)
      wis()
    },
    vorige,
  }
}

const tevaak = `Een proef heeft hoogstens ${maxProefstappen} stappen.`

const geweigerd = ({ melding, velden }: NonNullable<Proefstand['fout']>) =>
  new ApiProblem({
    status: 400,
    code: velden.length > 0 ? 'ongeldig' : 'proef',
    detail: melding,
    invalidParams: velden.map(({ naam, melding: reason }) => ({ name: naam, code: 'proef', reason })),
  })
