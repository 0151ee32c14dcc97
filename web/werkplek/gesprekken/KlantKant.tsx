import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { PartijKiezer } from '#kit/PartijKiezer.tsx'
import { paden } from '#kit/paden.ts'
import css from './Gesprek.module.css'
import { klantbeeldQuery } from './gesprekken.queries.ts'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import type { Actie, Staat } from './staat.ts'

type Props = { staat: Staat; doe: (actie: Actie) => void }

/** Nobody known yet: found by whatever he says first, or kept as just a name until he is. */
export function KlantKiezen({ staat, doe }: Props) {
  const t = useGesprekTeksten()
  const client = useQueryClient()
  return (
    <div className={css['kiezen']}>
      <h2>{t.geenKlant}</h2>
      <PartijKiezer
        alleen
        autoFocus
        verplicht={false}
        label={t.klant}
        plaats={t.kiesKlant}
        niets={t.niemandGevonden}
        gekozen={null}
        onKies={(partij) => {
          if (!partij) return
          void client.prefetchQuery(klantbeeldQuery(partij.id))
          doe({ soort: 'klant', partij })
        }}
      />
      <Beller staat={staat} doe={doe} />
      <Button
        variant="default"
        leftSection={<Icoon naam="plus" maat={14} />}
        renderRoot={(props) => <Link to={paden.nieuweKlant} {...props} />}
      >
        {t.nieuweKlant}
      </Button>
    </div>
  )
}

/** At the top of the panel: with whom, and who speaks for him. */
export function KlantRegel({ staat, doe }: Props) {
  const t = useGesprekTeksten()
  if (!staat.partij) return null
  return (
    <div className={css['klantregel']}>
      <span className={css['klantnaam']}>
        <Icoon naam={staat.partij.soort === 'persoon' ? 'persoon' : 'mensen'} /> {staat.partij.naam}
      </span>
      <Button variant="subtle" size="compact-xs" onClick={() => doe({ soort: 'klant', partij: null })}>
        {t.andereKlant}
      </Button>
      <Beller staat={staat} doe={doe} />
    </div>
  )
}

function Beller({ staat, doe }: Props) {
  const t = useGesprekTeksten()
  const { naam, digitaalAdres } = staat.inhoud
  const known = staat.partij !== null
  const [open, setOpen] = useState(!known || naam !== '' || digitaalAdres !== '')
  if (known && !open) {
    return (
      <button type="button" className={css['tekstknop']} onClick={() => setOpen(true)}>
        <Icoon naam="persoon" maat={14} /> {t.naam}
      </button>
    )
  }
  return (
    <div className={css['rij']}>
      <TextInput
        label={t.naam}
        {...(known && { description: t.naamUitleg })}
        value={naam}
        maxLength={300}
        onChange={({ currentTarget }) => doe({ soort: 'gesprek', velden: { naam: currentTarget.value } })}
      />
      <TextInput
        label={t.bereikbaar}
        {...(known && { description: ' ' })}
        value={digitaalAdres}
        maxLength={300}
        onChange={({ currentTarget }) => doe({ soort: 'gesprek', velden: { digitaalAdres: currentTarget.value } })}
      />
    </div>
  )
}
