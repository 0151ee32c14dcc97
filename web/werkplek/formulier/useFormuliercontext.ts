import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { getKalender } from '#contract/beheer.ts'
import type { Formuliercontext } from '#contract/regels/formulier/toonFormulier.ts'
import { dagVan } from '#kit/format.ts'
import { lees } from '#kit/queries.ts'

/** What the expressions of a form know in the browser: today, the free days of this year and the next, and these data. */
export function useFormuliercontext(gegevens: Record<string, unknown>): Formuliercontext {
  const [nu] = useState(() => new Date())
  const jaar = Number(dagVan(nu).slice(0, 4))
  const vrij = useQueries({
    queries: [jaar, jaar + 1].map((each) => lees(getKalender, { query: { jaar: each } })),
    // Until they are there, only weekends are free; the server judges in the end.
    combine: (antwoorden) => antwoorden.flatMap(({ data }) => data?.vrij.map(({ datum }) => datum) ?? []).join(),
  })
  return useMemo(() => {
    const dagen = new Set(vrij.split(','))
    return { nu, isVrij: (datum) => dagen.has(datum), gegevens }
  }, [nu, vrij, gegevens])
}
