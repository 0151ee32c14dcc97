import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { getZaakProces, type ZaakProces } from '#contract/processen.ts'
import { getZaak } from '#contract/zaken.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { later } from '#kit/later.tsx'
import { ApiProblem } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Laadskelet, Lading, LegeStaat } from '#kit/Staten.tsx'
import { StatusBadge, type Toon } from '#kit/StatusBadge.tsx'
import { useMigreerTeksten } from '../migreren/migreerTeksten.ts'
import { GemisteStappen } from './GemisteStappen.tsx'
import { Stappen } from './Stappen.tsx'
import { stappenlijst } from './stappenlijst.ts'
import css from './Voortgang.module.css'
import { useVoortgangTeksten } from './voortgangTeksten.ts'

const ZaakOverzetten = later(() => import('../migreren/ZaakOverzetten.tsx').then((module) => module.ZaakOverzetten))
const Schema = lazy(() => import('../schema/Schema.tsx').then((module) => ({ default: module.Schema })))

const tonen: Record<ZaakProces['status'], Toon> = {
  loopt: 'info',
  wacht: 'info',
  klaar: 'goed',
  gestopt: 'neutraal',
  fout: 'fout',
}

/** Where a zaak stands in its process: what was done and decided, what one can do now, and what comes next. */
export function Voortgang({ zaakId }: { zaakId: string }) {
  const t = useVoortgangTeksten()
  const client = useQueryClient()
  const query = useQuery(lees(getZaakProces, { params: { id: zaakId } }))
  useGebeurtenis(['proces.gewijzigd', 'zaak.*'], ({ soort, gegevens }) => {
    if (soort === 'opnieuw' || gegevens['zaakId'] === zaakId) void ververs(client, getZaakProces, getZaak)
  })
  if (query.error instanceof ApiProblem && query.error.status === 404 && !query.data) {
    return (
      <LegeStaat titel={t.geenProces} icoon="taak">
        {t.geenProcesUitleg}
      </LegeStaat>
    )
  }
  return <Lading query={query}>{(proces) => <Inhoud zaakId={zaakId} proces={proces} />}</Lading>
}

function Inhoud({ zaakId, proces }: { zaakId: string; proces: ZaakProces }) {
  const t = useVoortgangTeksten()
  const migreer = useMigreerTeksten()
  const mayOverzetten = useRecht('beheer.processen')
  const [schema, setSchema] = useState(false)
  const [overzetten, setOverzetten] = useState(false)
  const lijst = useMemo(() => stappenlijst(proces), [proces])
  const nu = useMemo(() => lijst.nu.map(({ wacht }) => wacht.element), [lijst])
  const gedaan = useMemo(
    () => proces.stappen.filter(({ eindOp }) => eindOp !== null).map(({ element }) => element),
    [proces],
  )
  return (
    <section className={css['voortgang']} aria-labelledby="voortgang">
      <header className={css['kop']}>
        <h2 id="voortgang">{t.titel}</h2>
        <StatusBadge toon={tonen[proces.status]}>{t.stand[proces.status]}</StatusBadge>
        <span className={css['zacht']}>{t.proces(proces.naam, proces.versieNummer)}</span>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={schema}
          leftSection={<Icoon naam="proces" maat={14} />}
          onClick={() => setSchema(!schema)}
        >
          {schema ? t.schemaDicht : t.schemaOpen}
        </Button>
        {mayOverzetten && proces.wacht.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setOverzetten(true)}>
            {migreer.knop}
          </Button>
        )}
      </header>
      {overzetten && <ZaakOverzetten zaakId={zaakId} onSluiten={() => setOverzetten(false)} />}
      {schema && (
        <Suspense fallback={<Laadskelet />}>
          <Schema bpmn={proces.bpmn} naam={proces.naam} nu={nu} gedaan={gedaan} />
        </Suspense>
      )}
      <GemisteStappen zaakId={zaakId} proces={proces} />
      <Stappen zaakId={zaakId} proces={proces} lijst={lijst} />
    </section>
  )
}
