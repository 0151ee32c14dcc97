import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { verwerkingenlogControle } from '#contract/klantbeeld.ts'
import { call } from '#kit/api.ts'
import { getal, precies } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { detailOf } from '#kit/probleem.ts'
import { lees } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './Verwerkingenlog.module.css'

const snel = lees(verwerkingenlogControle)

/** Whether the chain over the log is whole, and if not, where it is broken. The newest part at once, all of it on request. */
export function Ketenstatus() {
  const { log: t } = useKlantbeeldTeksten()
  const client = useQueryClient()
  const query = useQuery({ ...snel, refetchOnWindowFocus: false })
  const alles = useMutation({
    mutationFn: () => call(verwerkingenlogControle, { query: { alles: 'true' } }),
    onSuccess: (controle) => client.setQueryData(snel.queryKey, controle),
  })
  return (
    <section className={css['keten']} aria-label={t.keten} aria-live="polite">
      <Lading query={query} regels={1}>
        {({ ok, gecontroleerd, openstaand, breuk }) => (
          <>
            <span className={css['ketenbeeld']} data-ok={ok || undefined}>
              <Icoon naam={ok ? 'schild' : 'let_op'} maat={20} />
            </span>
            <div>
              <p className={css['ketentitel']}>{breuk ? t.breuk(getal(breuk.volgnummer)) : t.heel}</p>
              <p className={css['zacht']}>
                {breuk
                  ? [breuk.uitleg, breuk.op && precies(breuk.op), breuk.verwerkingId && `#${breuk.verwerkingId}`]
                      .filter(Boolean)
                      .join(' · ')
                  : t.heelUitleg(getal(gecontroleerd), getal(openstaand))}
              </p>
              {alles.error && <p role="alert">{detailOf(alles.error)}</p>}
            </div>
            <Button variant="default" loading={alles.isPending} onClick={() => alles.mutate()}>
              {t.controleer}
            </Button>
          </>
        )}
      </Lading>
    </section>
  )
}
