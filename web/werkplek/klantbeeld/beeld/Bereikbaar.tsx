import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { herstelAdres } from '#contract/berichten.ts'
import { klantbeeld } from '#contract/klantbeeld.ts'
import type { Partij } from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { dagVan, telefoonLink } from '#kit/format.ts'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { meld } from '#kit/melding.ts'
import { ververs } from '#kit/queries.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import css from './Kop.module.css'

type Regel = {
  icoon: IcoonNaam
  naam: string
  waarde: string
  href?: string
  extra?: string | undefined
  werktNiet?: boolean
}

/** Address, telephone and e-mail on one line: to read aloud, to click, to copy. */
export function Bereikbaar({ partij, onbestelbaar }: { partij: Partij; onbestelbaar: readonly string[] }) {
  const { kop: t } = useKlantbeeldTeksten()
  const vandaag = dagVan(new Date())
  const nu = <T extends { einddatum: string | null }>(rijen: readonly T[]) =>
    rijen.filter(({ einddatum }) => einddatum === null || einddatum >= vandaag)
  const digitaal = [...nu(partij.digitaleAdressen)].sort((a, b) => rang(b) - rang(a))
  const [adres] = nu(partij.adressen)
  const telefoons = digitaal.filter(({ soort }) => soort === 'telefoonnummer')
  const emails = digitaal.filter(({ soort }) => soort === 'email')
  const regels: Regel[] = [
    ...(adres ? [{ icoon: 'huis' as const, naam: t.adres, waarde: adres.weergave }] : []),
    ...telefoons.slice(0, 2).map((each) => ({
      icoon: 'telefoon' as const,
      naam: t.telefoon,
      waarde: each.weergave,
      href: telefoonLink(each.genormaliseerd),
      extra: each.omschrijving,
    })),
    ...emails.slice(0, 1).map((each) => ({
      icoon: 'mail' as const,
      naam: t.email,
      waarde: each.adres,
      href: `mailto:${each.adres}`,
      extra: each.omschrijving,
      werktNiet: onbestelbaar.includes(each.genormaliseerd),
    })),
  ]
  return (
    <ul className={css['bereikbaar']}>
      {regels.map((regel) => (
        <li key={regel.icoon + regel.waarde}>
          <Icoon naam={regel.icoon} maat={14} label={regel.naam} />
          {regel.href ? <a href={regel.href}>{regel.waarde}</a> : <span>{regel.waarde}</span>}
          {regel.extra && <span className={css['extra']}>({regel.extra})</span>}
          {regel.icoon === 'huis' && adres?.validatie === 'niet_gevalideerd' && (
            <StatusBadge toon="let-op">{t.nietGevalideerd}</StatusBadge>
          )}
          {regel.werktNiet && (
            <>
              <StatusBadge toon="fout">{t.komtNietAan}</StatusBadge>
              <WerktWeer partijId={partij.id} adres={regel.waarde} />
            </>
          )}
          <Kopieer naam={regel.naam.toLowerCase()} waarde={regel.waarde} />
        </li>
      ))}
      {!adres && <Ontbreekt icoon="huis" tekst={t.geenAdres} />}
      {telefoons.length === 0 && <Ontbreekt icoon="telefoon" tekst={t.geenTelefoon} />}
      {emails.length === 0 && <Ontbreekt icoon="mail" tekst={t.geenEmail} />}
    </ul>
  )
}

function Ontbreekt({ icoon, tekst }: { icoon: IcoonNaam; tekst: string }) {
  return (
    <li className={css['ontbreekt']}>
      <Icoon naam={icoon} maat={14} /> {tekst}
    </li>
  )
}

/** He was asked, and it was something that passed. */
function WerktWeer({ partijId, adres }: { partijId: string; adres: string }) {
  const { kop: t } = useKlantbeeldTeksten()
  const client = useQueryClient()
  const mag = useRecht('klantcontact.registreren')
  const herstel = useMutation({
    mutationFn: () => call(herstelAdres, { params: { id: partijId }, body: { adres } }),
    onSuccess: () => ververs(client, klantbeeld),
  })
  if (!mag) return null
  return (
    <Button size="compact-xs" variant="subtle" loading={herstel.isPending} onClick={() => herstel.mutate()}>
      {t.werktWeer}
    </Button>
  )
}

function Kopieer({ naam, waarde }: { naam: string; waarde: string }) {
  const { kop: t } = useKlantbeeldTeksten()
  return (
    <button
      type="button"
      className={css['kopieer']}
      aria-label={t.kopieer(naam)}
      title={t.kopieer(naam)}
      onClick={() => void navigator.clipboard.writeText(waarde).then(() => meld(t.gekopieerd))}
    >
      <Icoon naam="document" maat={12} />
    </button>
  )
}

function rang({ voorkeur, isStandaard }: { voorkeur: boolean; isStandaard: boolean }): number {
  return Number(voorkeur) * 2 + Number(isStandaard)
}
