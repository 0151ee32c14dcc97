import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { getZaakProces, type ProcesWacht, type ZaakProces } from '#contract/processen.ts'
import { getTaak } from '#contract/taken.ts'
import { wanneer } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Laadskelet } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip, useMinute } from '#kit/Tijdstip.tsx'
import { Gebeurd } from './Gebeurd.tsx'
import type { Actie } from './stappenlijst.ts'
import css from './Voortgang.module.css'
import { useVoortgangTeksten } from './voortgangTeksten.ts'

const Stapformulier = lazy(() => import('./Stapformulier.tsx').then((module) => ({ default: module.Stapformulier })))

type Props = { zaakId: string; proces: ZaakProces; wacht: ProcesWacht; acties: readonly Actie[] }

/** What happens now: a form to fill in, somebody's taak, or what it waits for. */
export function LopendeStap({ zaakId, proces, wacht, acties }: Props) {
  const t = useVoortgangTeksten()
  const [open, setOpen] = useState(wacht.mag)
  const now = useMinute()
  return (
    <div className={css['lopend']}>
      <div className={css['regel']}>
        <strong>{wacht.naam}</strong>
        <span className={css['zacht']}>
          {t.sinds} <Tijdstip moment={wacht.sinds} />
        </span>
      </div>
      {wacht.soort === 'timer' && wacht.moment && (
        <StatusBadge toon="let-op">{t.wachtTot(wanneer(wacht.moment, now))}</StatusBadge>
      )}
      {wacht.soort === 'signaal' && <StatusBadge toon="let-op">{t.wachtOpSignaal}</StatusBadge>}
      {wacht.soort === 'bericht' && (
        <p className={css['wie']}>
          <StatusBadge toon="let-op">{t.wachtOp}</StatusBadge>
          <Gebeurd zaakId={zaakId} wacht={wacht} />
        </p>
      )}
      {wacht.soort === 'actie' && acties.length === 0 && <StatusBadge toon="info">{t.bezig}</StatusBadge>}
      <Actiefouten acties={acties} />
      {wacht.taakId && <Taakregel taakId={wacht.taakId} />}
      {wacht.mag && !open && (
        <Button size="xs" onClick={() => setOpen(true)}>
          {t.uitvoeren}
        </Button>
      )}
      {wacht.mag && open && (
        <Suspense fallback={<Laadskelet />}>
          <Stapformulier zaakId={zaakId} proces={proces} wacht={wacht} />
        </Suspense>
      )}
    </div>
  )
}

function Actiefouten({ acties }: { acties: readonly Actie[] }) {
  const t = useVoortgangTeksten()
  const mayActies = useRecht('proces.acties')
  return acties.map((actie) => (
    <div key={actie.id} className={css['fout']} data-toon={actie.status === 'mislukt' ? 'fout' : 'let-op'}>
      <Icoon naam={actie.status === 'mislukt' ? 'let_op' : 'klok'} maat={14} />
      <div>
        <p>{actie.status === 'mislukt' ? t.mislukt : t.opnieuw}</p>
        {actie.fout && <p className={css['zacht']}>{actie.fout}</p>}
        {mayActies && <Link to={paden.acties}>{t.naarActies}</Link>}
      </div>
    </div>
  ))
}

/** Who has it: the taak of this step, for who may see it. */
function Taakregel({ taakId }: { taakId: string }) {
  const t = useVoortgangTeksten()
  const client = useQueryClient()
  const { data } = useQuery({ ...lees(getTaak, { params: { id: taakId } }), enabled: useRecht('taak.lezen') })
  // Who has it decides who may do the step.
  useGebeurtenis(['taak.*'], ({ soort, gegevens }) => {
    if (soort === 'opnieuw' || gegevens['taakId'] === taakId) void ververs(client, getTaak, getZaakProces)
  })
  if (!data) return null
  return (
    <p className={css['wie']}>
      <Icoon naam="mensen" maat={14} />
      <span>
        {t.bij(data.team.naam)} · {data.medewerker?.naam ?? t.vrij} · <Link to={paden.taak(taakId)}>{t.openTaak}</Link>
      </span>
    </p>
  )
}
