import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { listKanalen } from '#contract/beheer.ts'
import type { TijdlijnItem } from '#contract/klantbeeld.ts'
import { type TaakStatus, taakStatusNamen } from '#contract/taken.ts'
import { dagVan, dagwoord, maandVan } from '#kit/format.ts'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import { kanaalIcoon } from '#kit/kanaalIcoon.ts'
import { Markering } from '#kit/Markering.tsx'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { paden } from '#kit/paden.ts'
import { lees } from '#kit/queries.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip, useMinute } from '#kit/Tijdstip.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import { Detail } from './Detail.tsx'
import css from './Tijdlijn.module.css'

type Props = {
  item: TijdlijnItem
  /** The one above it: a new month gets a line of its own. */
  vorige: TijdlijnItem | undefined
  plaats: number
  totaal: number
  actief: boolean
  open: boolean
  woorden: readonly string[]
  onActief: () => void
  onWissel: () => void
}

/** One thing that happened: by which channel, from whom, about what, and what became of it. */
export const Item = memo(function Item(props: Props) {
  const { item, vorige, plaats, totaal, actief, open, woorden, onActief, onWissel } = props
  const { tijdlijn: t } = useKlantbeeldTeksten()
  const now = useMinute()
  const maand = maandVan(item.moment)
  const nieuweMaand = !vorige || maandVan(vorige.moment) !== maand
  const [antwoord] = item.antwoorden
  return (
    <>
      {nieuweMaand && <div className={css['maand']}>{maand}</div>}
      <article
        className={css['item']}
        data-item={item.id}
        data-soort={item.soort}
        aria-posinset={plaats}
        aria-setsize={totaal}
        aria-labelledby={`item-${item.id}`}
        tabIndex={actief ? 0 : -1}
        onFocus={onActief}
      >
        <Beeld item={item} />
        <div className={css['kern']}>
          <div className={css['regel']}>
            <Link id={`item-${item.id}`} to={padVan(item)} className={css['titel']} tabIndex={actief ? 0 : -1}>
              <Markering tekst={item.titel} woorden={woorden} />
            </Link>
            <Kenmerken item={item} />
          </div>
          {item.antwoordOp && (
            <p className={css['draad']}>
              <Icoon naam="koppeling" maat={12} />
              <Link to={paden.klantcontact(item.antwoordOp.verwijzingId)} tabIndex={actief ? 0 : -1}>
                {t.antwoordOp(item.antwoordOp.titel)}
              </Link>
            </p>
          )}
          {open && item.soort === 'klantcontact' ? (
            <Detail klantcontactId={item.verwijzingId} />
          ) : (
            item.samenvatting && (
              <p className={css['samenvatting']}>
                <Markering tekst={item.samenvatting} woorden={woorden} />
              </p>
            )
          )}
          <p className={css['onder']}>
            <Tijdstip moment={item.moment} />
            {item.richting && <span>{item.richting === 'inkomend' ? t.inkomend : t.uitgaand}</span>}
            {item.medewerker && (
              <span>
                <Medewerkernaam medewerker={item.medewerker} />
              </span>
            )}
            {item.via && <span>{t.via(item.via.naam)}</span>}
            {item.gegevens['nummer'] !== undefined && <span>{t.nummer(String(item.gegevens['nummer']))}</span>}
            {antwoord && (
              <Link
                to={paden.klantcontact(antwoord.verwijzingId)}
                tabIndex={actief ? 0 : -1}
                className={css['beantwoord']}
              >
                <Icoon naam="vink" maat={12} /> {t.beantwoord(dagwoord(dagVan(antwoord.moment), now))}
              </Link>
            )}
            {item.soort === 'klantcontact' && (
              <button
                type="button"
                className={css['meer']}
                aria-expanded={open}
                onClick={onWissel}
                tabIndex={actief ? 0 : -1}
              >
                {open ? t.toonMinder : t.toonMeer}
              </button>
            )}
          </p>
        </div>
      </article>
    </>
  )
})

function Beeld({ item }: { item: TijdlijnItem }) {
  const { data } = useQuery({ ...lees(listKanalen), staleTime: 300_000 })
  const kanaal = data?.rijen.find(({ code }) => code === item.kanaal)
  const eigen: Partial<Record<string, IcoonNaam>> = {
    taak: 'taak',
    zaak: 'map',
    enquete: 'ster',
    bericht: item.kanaal === 'brief' ? 'document' : 'mail',
  }
  const naam = eigen[item.soort] ?? (kanaal ? kanaalIcoon[kanaal.icoon] : 'bericht')
  return (
    <span className={css['beeld']} data-richting={item.richting ?? undefined} title={kanaal?.naam}>
      <Icoon naam={naam} maat={14} {...(kanaal && { label: kanaal.naam })} />
    </span>
  )
}

function Kenmerken({ item }: { item: TijdlijnItem }) {
  const { tijdlijn: t } = useKlantbeeldTeksten()
  const type = String(item.gegevens['type'] ?? '')
  const status = item.gegevens['status']
  return (
    <span className={css['kenmerken']}>
      {type === 'klacht' && <StatusBadge toon="fout">{t.soorten.klacht}</StatusBadge>}
      {item.soort === 'taak' && typeof status === 'string' && status in taakStatusNamen && (
        <StatusBadge toon={status === 'afgerond' ? 'goed' : 'info'} icoon={status === 'afgerond' ? 'vink' : 'taak'}>
          {taakStatusNamen[status as TaakStatus]}
        </StatusBadge>
      )}
      {item.soort === 'zaak' && typeof item.gegevens['statusNaam'] === 'string' && (
        <StatusBadge toon={isZaakKlaar(status) ? 'goed' : 'info'} icoon={isZaakKlaar(status) ? 'vink' : 'map'}>
          {item.gegevens['statusNaam']}
        </StatusBadge>
      )}
      {item.soort === 'bericht' && status === 'mislukt' && <StatusBadge toon="fout">{t.berichtMislukt}</StatusBadge>}
      {item.gegevens['directBeantwoord'] === true && <StatusBadge toon="goed">{t.direct}</StatusBadge>}
      {item.vertrouwelijk && (
        <StatusBadge toon="let-op" icoon="slot">
          {t.vertrouwelijk}
        </StatusBadge>
      )}
      {item.zichtbaarInPortaal && (
        <span className={css['portaal']} title={t.portaal}>
          <Icoon naam="oog" maat={14} label={t.portaal} />
        </span>
      )}
    </span>
  )
}

const isZaakKlaar = (status: unknown) => status === 'AFG' || status === 'GES'

function padVan(item: TijdlijnItem): string {
  switch (item.soort) {
    case 'taak':
      return paden.taak(item.verwijzingId)
    case 'zaak':
      return paden.zaak(item.verwijzingId)
    case 'enquete':
      return paden.zaak(String(item.gegevens['zaakId']))
    case 'bericht':
      return paden.bericht(item.verwijzingId)
    default:
      return paden.klantcontact(item.verwijzingId)
  }
}
