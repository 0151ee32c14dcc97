import { CloseButton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { getTaak, type Taak } from '#contract/taken.ts'
import { Aanwezigen } from '#kit/Aanwezigen.tsx'
import { useAanwezigheid } from '#kit/aanwezigheid.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useIk } from '#kit/ik.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { ververs } from '#kit/queries.ts'
import { onthoudRecent } from '#kit/recent.ts'
import { Lading } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tekst } from '#kit/Tekst.tsx'
import { Historie } from './Historie.tsx'
import { Notities } from './Notities.tsx'
import css from './Taak.module.css'
import { Taakacties } from './Taakacties.tsx'
import { Status, Termijn } from './Termijn.tsx'
import { taakQuery } from './taken.queries.ts'
import { useTakenTeksten } from './takenTeksten.ts'
import { Vraagkaart } from './Vraagkaart.tsx'

type Props = { taakId: string; onSluiten?: () => void; alsPagina?: boolean }

/** One taak: what is asked and by whom, what was done, and what I may do now. Beside a list or as a page. */
export function Taakdetail({ taakId, onSluiten, alsPagina = false }: Props) {
  const client = useQueryClient()
  const query = useQuery(taakQuery(taakId))
  useGebeurtenis(['taak.*', 'klantcontact.*'], ({ soort, gegevens }) => {
    if (soort === 'opnieuw' || gegevens['taakId'] === taakId) void ververs(client, getTaak)
  })
  return (
    <Lading query={query} regels={8}>
      {(taak) => <Inhoud taak={taak} alsPagina={alsPagina} {...(onSluiten && { onSluiten })} />}
    </Lading>
  )
}

function Inhoud({ taak, onSluiten, alsPagina }: { taak: Taak; onSluiten?: () => void; alsPagina: boolean }) {
  const t = useTakenTeksten()
  const ik = useIk()
  const mine = taak.medewerker?.id === ik.medewerker.id
  const aanwezig = useAanwezigheid('taak', taak.id, mine && taak.status === 'in_uitvoering')
  useEffect(() => {
    onthoudRecent({
      pad: paden.taak(taak.id),
      titel: taak.onderwerp,
      ondertitel: taak.partij?.naam ?? '',
      icoon: 'taak',
    })
  }, [taak.id, taak.onderwerp, taak.partij?.naam])
  return (
    <article className={css['taak']} aria-label={taak.onderwerp}>
      <header className={css['kop']}>
        <div className={css['nummer']}>
          <span>{t.nummer(taak.nummer)}</span>
          <Aanwezigen aanwezig={aanwezig} />
          {onSluiten && <CloseButton aria-label={t.sluit} onClick={onSluiten} />}
        </div>
        {alsPagina ? <Paginatitel titel={taak.onderwerp} /> : <h2>{taak.onderwerp}</h2>}
        <div className={css['merken']}>
          <Status taak={taak} />
          {(taak.status === 'niet_gestart' || taak.status === 'in_uitvoering' || taak.status === 'wacht_op_derden') && (
            <Termijn taak={taak} />
          )}
          {taak.prioriteit === 'hoog' && (
            <StatusBadge toon="fout" icoon="uitroep">
              {t.prioriteit.hoog}
            </StatusBadge>
          )}
          {taak.belofte && (
            <StatusBadge
              toon={taak.belofteIngelostOp ? 'goed' : 'let-op'}
              icoon={taak.belofteIngelostOp ? 'vink' : 'vlag'}
            >
              {taak.belofteIngelostOp ? t.ingelost : t.belofteOpen}
            </StatusBadge>
          )}
        </div>
        <p className={css['wie']}>
          <Icoon naam="mensen" maat={14} /> {taak.team.naam}
          {' · '}
          {taak.medewerker ? t.taakVan(taak.medewerker.naam) : t.voorTeam}
        </p>
        {taak.partij && (
          <p className={css['wie']}>
            <Icoon naam={taak.partij.soort === 'persoon' ? 'persoon' : 'mensen'} maat={14} />{' '}
            <Link to={paden.klant(taak.partij.id)}>{taak.partij.naam}</Link>
            {taak.eenheid && (
              <>
                {' · '}
                <Link to={paden.eenheid(taak.eenheid.id)}>{taak.eenheid.omschrijving}</Link>
              </>
            )}
          </p>
        )}
        <Taakacties taak={taak} />
      </header>
      <Vraagkaart taak={taak} />
      {taak.toelichting && taak.toelichting !== taak.klantcontact?.vraag && (
        <section>
          <h3>{t.toelichting}</h3>
          <Tekst>{taak.toelichting}</Tekst>
        </section>
      )}
      {taak.uitkomst && (
        <section className={css['uitkomst']}>
          <h3>{t.uitkomst}</h3>
          <Tekst>{taak.uitkomst}</Tekst>
        </section>
      )}
      <Notities taak={taak} />
      <Historie taak={taak} />
    </article>
  )
}
