import { CloseButton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { getTaak, type Taak } from '#contract/taken.ts'
import { Aanwezigen } from '#kit/Aanwezigen.tsx'
import { useAanwezigheid } from '#kit/aanwezigheid.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { useIk, useRecht } from '#kit/ik.ts'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { ververs } from '#kit/queries.ts'
import { onthoudRecent } from '#kit/recent.ts'
import { Lading } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { Historie } from './Historie.tsx'
import { Notities } from './Notities.tsx'
import css from './Taak.module.css'
import { Taakacties } from './Taakacties.tsx'
import { Status, Termijn } from './Termijn.tsx'
import { taakQuery } from './taken.queries.ts'
import { useTakenTeksten } from './takenTeksten.ts'
import { Vraagkaart } from './Vraagkaart.tsx'

type Props = {
  taakId: string
  onSluiten?: () => void
  alsPagina?: boolean
  /** Opened by keyboard, or in the place of the list: the title takes the focus. */
  neemFocus?: boolean
  /** In the place of the list, whose title cannot be seen then. */
  alleen?: boolean
}

/** One taak: what is asked and by whom, what was done, and what I may do now. Beside a list or as a page. */
export function Taakdetail({ taakId, ...rest }: Props) {
  const client = useQueryClient()
  const query = useQuery(taakQuery(taakId))
  useGebeurtenis(['taak.*', 'klantcontact.*'], ({ soort, gegevens }) => {
    if (soort === 'opnieuw' || gegevens['taakId'] === taakId) void ververs(client, getTaak)
  })
  return (
    <Lading query={query} regels={8} pagina={rest.alsPagina === true}>
      {(taak) => <Inhoud taak={taak} {...rest} />}
    </Lading>
  )
}

function Inhoud({
  taak,
  onSluiten,
  alsPagina = false,
  neemFocus = false,
  alleen = false,
}: Omit<Props, 'taakId'> & { taak: Taak }) {
  const t = useTakenTeksten()
  const titel = useRef<HTMLHeadingElement>(null)
  const Kop = alleen ? 'h1' : 'h2'
  const Sectiekop = alsPagina || alleen ? 'h2' : 'h3'
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (neemFocus) titel.current?.focus({ preventScroll: true })
  }, [])
  const ik = useIk()
  const magZaken = useRecht('zaak.lezen')
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
          {alsPagina ? (
            <span>{t.nummer(taak.nummer)}</span>
          ) : (
            <Link to={paden.taak(taak.id)} title={t.opPagina}>
              {t.nummer(taak.nummer)}
            </Link>
          )}
          <Aanwezigen aanwezig={aanwezig} />
          {onSluiten && <CloseButton aria-label={t.sluit} onClick={onSluiten} />}
        </div>
        {alsPagina ? (
          <Paginatitel titel={taak.onderwerp} />
        ) : (
          <Kop ref={titel} tabIndex={-1} className={css['titelkop']}>
            {taak.onderwerp}
          </Kop>
        )}
        <div className={css['merken']}>
          <Status taak={taak} />
          {(taak.status === 'niet_gestart' || taak.status === 'in_uitvoering' || taak.status === 'wacht_op_derden') && (
            <Termijn taak={taak} voluit />
          )}
          {taak.prioriteit === 'hoog' && (
            <StatusBadge toon="fout" icoon="uitroep">
              {t.prioriteit.hoog}
            </StatusBadge>
          )}
          {taak.vertrouwelijk && <StatusBadge icoon="slot">{t.vertrouwelijk}</StatusBadge>}
          {taak.belofte && (
            <StatusBadge
              toon={taak.belofteIngelostOp ? 'goed' : 'let-op'}
              icoon={taak.belofteIngelostOp ? 'vink' : 'vlag'}
            >
              {taak.belofteIngelostOp ? t.ingelost : t.belofteOpen}
            </StatusBadge>
          )}
        </div>
        <dl className={css['feiten']}>
          {taak.partij && (
            <div>
              <dt>{t.kolom.klant}</dt>
              <dd>
                <Link to={paden.klant(taak.partij.id)}>{taak.partij.naam}</Link>
              </dd>
            </div>
          )}
          {taak.eenheid && (
            <div>
              <dt>{t.woning}</dt>
              <dd>
                <Link to={paden.eenheid(taak.eenheid.id)}>{taak.eenheid.omschrijving}</Link>
              </dd>
            </div>
          )}
          {taak.zaakId && magZaken && (
            <div>
              <dt>{t.zaak}</dt>
              <dd>
                <Link to={paden.zaak(taak.zaakId)}>{t.naarZaak}</Link>
              </dd>
            </div>
          )}
          <div>
            <dt>{t.kolom.team}</dt>
            <dd>
              <Link to={paden.team(taak.team.id)}>{taak.team.naam}</Link>
            </dd>
          </div>
          <div>
            <dt>{t.bij}</dt>
            <dd>{taak.medewerker ? (mine ? t.uzelf : taak.medewerker.naam) : t.niemandNog}</dd>
          </div>
          <div>
            <dt>{t.aangemaakt}</dt>
            <dd>
              <Tijdstip moment={taak.aangemaaktOp} /> · <Medewerkernaam medewerker={taak.aangemaaktDoor} />
            </dd>
          </div>
        </dl>
        <Taakacties taak={taak} />
      </header>
      <Vraagkaart taak={taak} Kop={Sectiekop} />
      {taak.toelichting && taak.toelichting !== taak.klantcontact?.vraag && (
        <section>
          <Sectiekop className={css['sectiekop']}>{t.toelichting}</Sectiekop>
          <Tekst>{taak.toelichting}</Tekst>
        </section>
      )}
      {taak.uitkomst && (
        <section className={css['uitkomst']}>
          <Sectiekop className={css['sectiekop']}>{t.uitkomst}</Sectiekop>
          <Tekst>{taak.uitkomst}</Tekst>
        </section>
      )}
      <Notities taak={taak} Kop={Sectiekop} />
      <Historie taak={taak} />
    </article>
  )
}
