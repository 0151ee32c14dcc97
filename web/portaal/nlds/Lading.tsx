import type { ReactNode } from 'react'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { useShellTeksten } from '../shell/shellTeksten.ts'
import { Alert } from './Alert.tsx'
import css from './Lading.module.css'
import { Paragraph } from './Tekst.tsx'

type Query<T> = { data: T | undefined; error: unknown; refetch: () => unknown }

/** The three states of one read: waiting, failed, there. What is on screen stays when a refresh fails. */
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
  if (query.error) return <Fout fout={query.error} opnieuw={() => void query.refetch()} />
  return <Skelet {...(regels && { regels })} />
}

/** What went wrong, what one can do, and a number to quote. */
export function Fout({ fout, opnieuw }: { fout: unknown; opnieuw?: () => void }) {
  const t = useShellTeksten()
  const problem = fout instanceof ApiProblem ? fout : undefined
  const weg = problem?.status === 404 || problem?.status === 403
  return (
    <Alert soort="error" titel={weg ? t.nietGevonden : t.foutTitel} kondigAan>
      <Paragraph>{weg ? t.nietGevondenUitleg : detailOf(fout)}</Paragraph>
      {problem && problem.status >= 500 && problem.verzoek && <Paragraph>{t.foutNummer(problem.verzoek)}</Paragraph>}
      {opnieuw && !weg && (
        <div>
          <button type="button" className="nl-button nl-button--secondary" onClick={opnieuw}>
            {t.opnieuw}
          </button>
        </div>
      )}
    </Alert>
  )
}

/** There is nothing: say so, and what one can do. */
export function Leeg({ icoon = 'vink', titel, children }: { icoon?: IcoonNaam; titel: string; children?: ReactNode }) {
  return (
    <div className={`kaart ${css['leeg']}`}>
      <span className={css['beeld']}>
        <Icoon naam={icoon} maat={24} />
      </span>
      <p className={css['titel']}>{titel}</p>
      {children}
    </div>
  )
}

const breedtes = [60, 92, 78, 85, 70, 95]

/** The shape of what is coming. */
export function Skelet({ regels = 4 }: { regels?: number }) {
  const t = useShellTeksten()
  return (
    <div className={`kaart ${css['skelet']}`} role="status">
      <span className="alleen-voorlezen">{t.laden}</span>
      {breedtes.slice(0, regels).map((breedte) => (
        <span key={breedte} style={{ width: `${breedte}%` }} />
      ))}
    </div>
  )
}
