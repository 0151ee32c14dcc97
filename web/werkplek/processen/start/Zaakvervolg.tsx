import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { klantbeeld, tijdlijn } from '#contract/klantbeeld.ts'
import { getZaakProces, type ZaakProces } from '#contract/processen.ts'
import { getZaak } from '#contract/zaken.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { paden } from '#kit/paden.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Beslissingen } from '../voortgang/Beslissingen.tsx'
import { LopendeStap } from '../voortgang/LopendeStap.tsx'
import { stappenlijst } from '../voortgang/stappenlijst.ts'
import css from './ProcesPaneel.module.css'
import { useStartTeksten } from './startTeksten.ts'
import { useOpenProces } from './useOpenProces.ts'

/**
 * In the place of the contact panel, after a process was started: what the tables decided and the step that waits for
 * this employee, while he still speaks the klant.
 */
export function Zaakvervolg({ zaakId, gesprek = false }: { zaakId: string; gesprek?: boolean }) {
  const t = useStartTeksten()
  const open = useOpenProces()
  const client = useQueryClient()
  const params = { id: zaakId }
  const zaak = useQuery(lees(getZaak, { params }))
  const query = useQuery(lees(getZaakProces, { params }))
  useGebeurtenis(['proces.gewijzigd', 'zaak.*'], ({ soort, gegevens }) => {
    if (soort === 'opnieuw' || gegevens['zaakId'] === zaakId)
      void ververs(client, getZaakProces, getZaak, klantbeeld, tijdlijn)
  })
  const kop = useRef<HTMLHeadingElement>(null)
  useEffect(() => kop.current?.focus(), [])
  return (
    <section className={css['paneel']} aria-labelledby="vervolg-titel">
      <header className={css['kop']}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icoon naam="pijl_links" maat={14} />}
          onClick={() => open(undefined)}
        >
          {gesprek ? t.terugGesprek : t.terug}
        </Button>
        <h2 id="vervolg-titel" ref={kop} tabIndex={-1}>
          {zaak.data?.omschrijving ?? t.knop}
        </h2>
        {zaak.data && <Link to={paden.zaak(zaakId)}>{t.openZaak(zaak.data.nummer)}</Link>}
      </header>
      <div className={css['romp']} aria-live="polite">
        <Lading query={query}>{(proces) => <Stand zaakId={zaakId} proces={proces} />}</Lading>
      </div>
    </section>
  )
}

function Stand({ zaakId, proces }: { zaakId: string; proces: ZaakProces }) {
  const t = useStartTeksten()
  const { gedaan, nu } = useMemo(() => stappenlijst(proces), [proces])
  const beslist = gedaan.findLast(({ beslissingen }) => beslissingen.some(({ regels }) => regels.length > 0))
  const klaar = proces.status === 'klaar' || proces.status === 'gestopt'
  return (
    <>
      {beslist && <Beslissingen beslissingen={beslist.beslissingen} />}
      {klaar && (
        <StatusBadge toon="goed" icoon="vink">
          {t.vervolgKlaar}
        </StatusBadge>
      )}
      {!klaar && !nu.some(({ wacht }) => wacht.mag || wacht.soort === 'actie') && (
        <p className={css['zacht']}>{t.vervolgElders}</p>
      )}
      {nu.map(({ wacht, acties }) => (
        <LopendeStap key={wacht.id} zaakId={zaakId} proces={proces} wacht={wacht} acties={acties} />
      ))}
    </>
  )
}
