import { Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icoon, type IcoonNaam } from './Icoon.tsx'
import { useKitTeksten } from './kitTeksten.ts'
import { ApiProblem, detailOf } from './probleem.ts'
import css from './Staten.module.css'

/** Nothing here, and what one can do about it. */
export function LegeStaat({
  titel,
  icoon = 'info',
  children,
  actie,
}: {
  titel: string
  icoon?: IcoonNaam
  children?: ReactNode
  actie?: ReactNode
}) {
  return (
    <div className={css['staat']}>
      <span className={css['beeld']}>
        <Icoon naam={icoon} maat={24} />
      </span>
      <p className={css['titel']}>{titel}</p>
      {children && <div className={css['uitleg']}>{children}</div>}
      {actie}
    </div>
  )
}

/** Something failed: what, what one can do, and a number to quote. */
export function FoutStaat({ fout, opnieuw }: { fout: unknown; opnieuw?: () => void }) {
  const t = useKitTeksten()
  const problem = fout instanceof ApiProblem ? fout : undefined
  const titel = problem?.status === 404 ? t.nietGevonden : problem?.status === 403 ? t.geenRecht : t.foutTitel
  const mayRetry = opnieuw && problem?.status !== 404 && problem?.status !== 403
  return (
    <div className={css['staat']} role="alert">
      <span className={css['beeld']} data-fout>
        <Icoon naam="let_op" maat={24} />
      </span>
      <p className={css['titel']}>{titel}</p>
      <div className={css['uitleg']}>
        <p>{problem?.detail ?? detailOf(fout)}</p>
        {problem && problem.status >= 500 && problem.verzoek && <p>{t.foutNummer(problem.verzoek)}</p>}
      </div>
      {mayRetry && (
        <Button variant="default" onClick={opnieuw}>
          {t.opnieuw}
        </Button>
      )}
    </div>
  )
}

const widths = ['40%', '92%', '78%', '85%', '60%', '88%', '70%', '95%']

/** The shape of what is coming; announced once, and only seen when loading takes longer than a blink. */
export function Laadskelet({ regels = 5 }: { regels?: number }) {
  const t = useKitTeksten()
  return (
    <div className={css['skelet']} role="status">
      <span className="alleen-voorlezen">{t.laden}</span>
      {widths.slice(0, regels).map((width) => (
        <Skeleton key={width} height={width === widths[0] ? 20 : 12} width={width} />
      ))}
    </div>
  )
}

type Query<T> = { data: T | undefined; error: unknown; refetch: () => unknown }

/** The three states of one read: waiting, failed, there. Data on screen stays when a refresh fails. */
export function Lading<T>({
  query,
  regels,
  children,
}: {
  query: Query<T>
  regels?: number
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <FoutStaat fout={query.error} opnieuw={() => void query.refetch()} />
  return <Laadskelet {...(regels !== undefined && { regels })} />
}
