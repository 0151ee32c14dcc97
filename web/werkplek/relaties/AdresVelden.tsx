import { Alert, Button, Checkbox, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Adresantwoord, type GevondenAdres, zoekAdres } from '#contract/adressen.ts'
import { formatAdres } from '#contract/regels/adresweergave.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { detailOf } from '#kit/probleem.ts'
import { lees } from '#kit/queries.ts'
import { Adreskeuze } from './Adreskeuze.tsx'
import css from './AdresVelden.module.css'
import { leegAdres, type AdresVelden as Velden } from './nieuw/nieuweKlant.ts'
import { useRelatieTeksten } from './relatieTeksten.ts'

type Props = {
  waarde: Velden
  onWijzig: (adres: Velden) => void
  fouten?: Partial<Record<keyof Velden, string | undefined>>
}

/** Quick entry: `1234AB56a` fills street and town when the field is left; a choice, or the fields, when it cannot. */
export function AdresVelden({ waarde, onWijzig, fouten = {} }: Props) {
  const t = useRelatieTeksten()
  const client = useQueryClient()
  const [antwoord, setAntwoord] = useState<Adresantwoord>()
  const [bezig, setBezig] = useState(false)
  const [zelf, setZelf] = useState(
    waarde.invoer === '' && waarde.nummeraanduidingId === null && waarde.woonplaats !== '',
  )
  const gevonden = waarde.nummeraanduidingId !== null
  const fout = fouten.postcode ?? fouten.huisnummer ?? fouten.nummeraanduidingId

  async function zoek() {
    const invoer = waarde.invoer.trim()
    if (invoer === '' || gevonden) return
    setBezig(true)
    try {
      const found = await client.fetchQuery(lees(zoekAdres, { query: { invoer } }))
      setAntwoord(found)
      const [enige] = found.adressen
      if (found.soort === 'gevonden' && enige) neem(enige)
      else if (found.gelezen) onWijzig({ ...leegAdres, invoer, ...found.gelezen, handmatig: waarde.handmatig })
    } catch (error) {
      setAntwoord({ soort: 'onbereikbaar', adressen: [], gelezen: null, melding: detailOf(error) })
    } finally {
      setBezig(false)
    }
  }

  function neem({ weergave: _, ...adres }: GevondenAdres) {
    onWijzig({ ...leegAdres, invoer: waarde.invoer, ...adres })
  }

  if (gevonden) {
    return (
      <div className={css['gevonden']} role="status">
        <Icoon naam="vink" />
        <span>{formatAdres({ ...waarde, straat: waarde.straatnaam })}</span>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            setAntwoord(undefined)
            onWijzig({ ...leegAdres, invoer: waarde.invoer })
          }}
        >
          {t.adresWijzig}
        </Button>
      </div>
    )
  }
  const set = (changes: Partial<Velden>) => onWijzig({ ...waarde, ...changes, nummeraanduidingId: null })
  return (
    <div className={css['adres']}>
      <TextInput
        label={t.adresSnel}
        description={t.adresSnelUitleg}
        name="adressen.0.postcode"
        value={waarde.invoer}
        autoComplete="off"
        error={zelf ? undefined : fout}
        onChange={(event) => {
          setAntwoord(undefined)
          onWijzig({ ...leegAdres, invoer: event.currentTarget.value, handmatig: waarde.handmatig })
        }}
        onBlur={() => void zoek()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          void zoek()
        }}
      />
      <div aria-live="polite">
        {bezig && <p className={css['zacht']}>{t.adresZoekt}</p>}
        {antwoord?.melding && (
          <Alert color={antwoord.soort === 'onleesbaar' ? 'red' : 'yellow'} p="xs">
            {antwoord.melding}
          </Alert>
        )}
      </div>
      {antwoord && <Adreskeuze adressen={antwoord.adressen} onKies={neem} />}
      {!zelf && (
        <Button variant="subtle" size="compact-xs" className={css['zelf']} onClick={() => setZelf(true)}>
          {antwoord && antwoord.soort !== 'onleesbaar' ? t.adresToch : t.adresZelf}
        </Button>
      )}
      {zelf && (
        <div className={css['velden']}>
          <TextInput
            label={t.straatnaam}
            value={waarde.straatnaam}
            error={fouten.straatnaam}
            onChange={(event) => set({ straatnaam: event.currentTarget.value })}
          />
          <TextInput
            label={t.huisnummer}
            inputMode="numeric"
            value={waarde.huisnummer ?? ''}
            error={fouten.huisnummer}
            onChange={(event) => {
              const cijfers = event.currentTarget.value.replace(/\D/g, '')
              set({ huisnummer: cijfers ? Number(cijfers) : null })
            }}
          />
          <TextInput
            label={t.huisletter}
            value={waarde.huisletter}
            error={fouten.huisletter}
            maxLength={1}
            onChange={(event) => set({ huisletter: event.currentTarget.value })}
          />
          <TextInput
            label={t.toevoeging}
            value={waarde.toevoeging}
            error={fouten.toevoeging}
            onChange={(event) => set({ toevoeging: event.currentTarget.value })}
          />
          <TextInput
            label={t.postcode}
            value={waarde.postcode}
            error={fouten.postcode}
            onChange={(event) => set({ postcode: event.currentTarget.value })}
          />
          <TextInput
            label={t.woonplaats}
            value={waarde.woonplaats}
            error={fouten.woonplaats}
            onChange={(event) => set({ woonplaats: event.currentTarget.value })}
          />
          <TextInput
            label={t.land}
            description={t.landUitleg}
            value={waarde.land}
            error={fouten.land}
            maxLength={2}
            onChange={(event) => set({ land: event.currentTarget.value.toUpperCase() })}
          />
          <Checkbox
            size="xs"
            className={css['breed']}
            label={t.adresKlopt}
            checked={waarde.handmatig}
            onChange={(event) => set({ handmatig: event.currentTarget.checked })}
          />
        </div>
      )}
    </div>
  )
}
