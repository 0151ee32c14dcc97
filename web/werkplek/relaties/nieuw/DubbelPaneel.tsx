import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type HalfGetypt, type MogelijkDubbel, zoekDubbelen } from '#contract/samenvoegen.ts'
import { call } from '#kit/api.ts'
import { datum } from '#kit/format.ts'
import { paden } from '#kit/paden.ts'
import { houdVorige } from '#kit/queries.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { halfGetypt } from './halfGetypt.ts'
import type { NieuweKlant } from './nieuweKlant.ts'
import css from './Zijkant.module.css'

/** Who is known already and looks like what is typed so far; asked when one pauses. */
export function useDubbelen(klant: NieuweKlant): MogelijkDubbel[] {
  const [getypt] = useDebouncedValue(JSON.stringify(halfGetypt(klant)), 300)
  const { data } = useQuery({
    queryKey: [zoekDubbelen.path, getypt],
    queryFn: ({ signal }) => call(zoekDubbelen, { body: JSON.parse(getypt) as HalfGetypt, signal }),
    enabled: getypt !== leeg,
    placeholderData: houdVorige,
    staleTime: 60_000,
  })
  return getypt === leeg ? [] : (data?.mogelijk ?? [])
}

/** The look-alikes: appear by themselves, before anything is saved. */
export function DubbelPaneel({ mogelijk, onHerkend }: { mogelijk: MogelijkDubbel[]; onHerkend: () => void }) {
  const t = useRelatieTeksten()
  const navigate = useNavigate()
  return (
    <section className={css['kaart']} aria-labelledby="dubbelen" data-let-op={mogelijk.length > 0 || undefined}>
      <h2 id="dubbelen">{t.dubbelTitel}</h2>
      <p className={css['zacht']} role="status">
        {mogelijk.length > 0 ? t.dubbelAantal(mogelijk.length) : t.dubbelGeen}
      </p>
      <ul className={css['dubbelen']}>
        {mogelijk.map((each) => (
          <Kandidaat
            key={each.partij.id}
            kandidaat={each}
            onKies={() => {
              onHerkend()
              void navigate({ to: paden.klant(each.partij.id) })
            }}
          />
        ))}
      </ul>
    </section>
  )
}

const leeg = JSON.stringify(halfGetypt(undefined))

function Kandidaat({ kandidaat, onKies }: { kandidaat: MogelijkDubbel; onKies: () => void }) {
  const t = useRelatieTeksten()
  const { partij, geboortedatum, adres, telefoons, emails, redenen, tegen, waarschijnlijk } = kandidaat
  const feiten = [
    geboortedatum && t.geboren(datum(geboortedatum)),
    adres,
    ...telefoons.slice(0, 2),
    ...emails.slice(0, 1),
  ]
  return (
    <li>
      <div className={css['kop']}>
        <strong>{partij.naam}</strong>
        {waarschijnlijk && (
          <StatusBadge toon="let-op" icoon="let_op">
            {t.dubbelWaarschijnlijk}
          </StatusBadge>
        )}
      </div>
      <p className={css['zacht']}>{feiten.filter(Boolean).join(' · ')}</p>
      <p>{redenen.join(' · ')}</p>
      {tegen.length > 0 && <p className={css['zacht']}>{t.maar(tegen.join(', '))}</p>}
      <Button size="compact-xs" variant="default" onClick={onKies} aria-label={`${t.ditIsHem}: ${partij.naam}`}>
        {t.ditIsHem}
      </Button>
    </li>
  )
}
