import { Button, Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icoon, type IcoonNaam } from './Icoon.tsx'
import { useKitTeksten } from './kitTeksten.ts'
import { usePaginatitel } from './Paginatitel.tsx'
import { paden } from './paden.ts'
import { ApiProblem, detailOf } from './probleem.ts'
import css from './Staten.module.css'

/**
 * Nothing here, and what one can do about it.
 * @param pagina there is nothing else on the page: this is its title, and the way out is here
 */
export function LegeStaat({
  titel,
  icoon = 'info',
  children,
  actie,
  pagina,
}: {
  titel: string
  icoon?: IcoonNaam
  children?: ReactNode
  actie?: ReactNode
  pagina?: boolean
}) {
  return (
    <div className={css['staat']}>
      <span className={css['beeld']}>
        <Icoon naam={icoon} maat={24} />
      </span>
      {pagina ? <Titel titel={titel} /> : <p className={css['titel']}>{titel}</p>}
      {children && <div className={css['uitleg']}>{children}</div>}
      {actie ?? (pagina && <NaarVandaag />)}
    </div>
  )
}

function Titel({ titel }: { titel: string }) {
  return (
    <h1 ref={usePaginatitel(titel)} tabIndex={-1} className={css['titel']}>
      {titel}
    </h1>
  )
}

function NaarVandaag() {
  const t = useKitTeksten()
  return (
    <Button variant="default" renderRoot={(props) => <Link to={paden.vandaag} {...props} />}>
      {t.terugNaarVandaag}
    </Button>
  )
}

/** For a page that this employee may not see; the server would refuse all that it asks. */
export function GeenToegang() {
  const t = useKitTeksten()
  return (
    <LegeStaat pagina titel={t.geenRecht} icoon="slot">
      {t.geenRechtUitleg}
    </LegeStaat>
  )
}

/**
 * Something failed: what, what one can do, and a number to quote.
 * @param pagina there is nothing else on the page
 */
export function FoutStaat({ fout, opnieuw, pagina }: { fout: unknown; opnieuw?: () => void; pagina?: boolean }) {
  const t = useKitTeksten()
  const problem = fout instanceof ApiProblem ? fout : undefined
  const titel = problem?.status === 404 ? t.nietGevonden : problem?.status === 403 ? t.geenRecht : t.foutTitel
  const mayRetry = opnieuw && problem?.status !== 404 && problem?.status !== 403
  return (
    <div className={css['staat']} role="alert">
      <span className={css['beeld']} data-fout>
        <Icoon naam="let_op" maat={24} />
      </span>
      {pagina ? <Titel titel={titel} /> : <p className={css['titel']}>{titel}</p>}
      <div className={css['uitleg']}>
        <p>{problem?.detail ?? detailOf(fout)}</p>
        {problem && problem.status >= 500 && problem.verzoek && <p>{t.foutNummer(problem.verzoek)}</p>}
      </div>
      {mayRetry && (
        <Button variant="default" onClick={opnieuw}>
          {t.opnieuw}
        </Button>
      )}
      {pagina && !mayRetry && <NaarVandaag />}
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
  pagina,
  children,
}: {
  query: Query<T>
  regels?: number
  /** The title of the page comes with the data. */
  pagina?: boolean
  children: (data: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) {
    return <FoutStaat fout={query.error} opnieuw={() => void query.refetch()} {...(pagina && { pagina })} />
  }
  return <Laadskelet {...(regels !== undefined && { regels })} />
}
