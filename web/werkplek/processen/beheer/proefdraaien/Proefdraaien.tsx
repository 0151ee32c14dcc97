import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import { getProef } from '#contract/procesproef.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { detailOf } from '#kit/probleem.ts'
import { lees } from '#kit/queries.ts'
import { Laadskelet, LegeStaat } from '#kit/Staten.tsx'
import { useConcept } from '../concept.ts'
import { Begin } from './Begin.tsx'
import css from './Proef.module.css'
import { useProefTeksten } from './proefTeksten.ts'
import { Stand } from './Stand.tsx'
import { useProef } from './useProef.ts'

/** Play an example of the process step by step, with the clock in hand. */
export function Proefdraaien({ versie }: { versie: ProcesVersie }) {
  const t = useProefTeksten()
  const { gewijzigd, versie: bewaard } = useConcept()
  // Kept again: perhaps with another form. The number of the draft makes it another question.
  const begin = useQuery({
    ...lees(getProef, { params: { id: versie.id } }),
    queryKey: [getProef.path, versie.id, bewaard.versie],
    retry: false,
  })
  const proef = useProef(bewaard)
  return (
    <section className={css['proef']} aria-labelledby="proef">
      <div>
        <h2 id="proef">{t.titel}</h2>
        <p className={css['zacht']}>{t.uitleg}</p>
      </div>
      {gewijzigd && (
        <p className={css['let-op']}>
          <Icoon naam="info" maat={14} /> {t.nietBewaard}
        </p>
      )}
      {begin.isError && (
        <LegeStaat titel={t.kan} icoon="let_op">
          {detailOf(begin.error)}
        </LegeStaat>
      )}
      {begin.isPending && <Laadskelet />}
      {begin.data && !proef.verloop && <Begin versie={bewaard} gegeven={begin.data} proef={proef} />}
      {begin.data && proef.verloop && proef.stand && (
        <Stand
          versie={bewaard}
          scenarios={begin.data.scenarios}
          proef={proef}
          verloop={proef.verloop}
          stand={proef.stand}
        />
      )}
      {proef.verloop && !proef.stand && !proef.fout && <Laadskelet />}
      {proef.verloop && proef.fout !== null && (
        <p role="alert" className={css['fout']}>
          <Icoon naam="let_op" maat={14} /> {detailOf(proef.fout)}{' '}
          <Button variant="default" size="xs" onClick={proef.stop}>
            {t.opnieuw}
          </Button>
        </p>
      )}
    </section>
  )
}
