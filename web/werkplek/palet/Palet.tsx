import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { listRecent, onthoudRecent } from '#kit/recent.ts'
import { Toets } from '#kit/Toets.tsx'
import { Venster } from '#kit/Venster.tsx'
import { useNieuwContact } from '../shell/useNieuwContact.ts'
import { neemGetypt } from '../shell/voortypen.ts'
import { maakLijst, type Regel, splits } from './lijst.ts'
import css from './Palet.module.css'
import { PaletRegel } from './PaletRegel.tsx'
import { usePaletTeksten } from './paletTeksten.ts'
import { useActies } from './useActies.ts'
import { useNaAntwoord, useZoeken } from './useZoeken.ts'

/**
 * People, addresses, tasks and actions in one ranked list, by keyboard alone: the ARIA combobox pattern, where the
 * cursor stays in the field and `aria-activedescendant` tells which line is chosen.
 */
export function Palet({ onSluiten }: { onSluiten: () => void }) {
  const t = usePaletTeksten()
  const id = useId()
  const navigate = useNavigate()
  const acties = useActies()
  const mayContact = useRecht('klantcontact.registreren')
  const mayKlant = useRecht('partij.schrijven')
  const start = useNieuwContact()
  const [vraag, setVraag] = useState('')
  const [active, setActive] = useState(0)
  const [recent] = useState(listRecent)
  const zoeken = useZoeken(vraag)

  const found = maakLijst(vraag, zoeken.resultaten, acties, recent, t.soorten)
  const nothing = splits(vraag).length > 0 && found.length === 0 && zoeken.klaar && !zoeken.fout
  const regels = nothing ? nietsGevonden(vraag.trim()) : found
  const current = regels[Math.min(active, regels.length - 1)]

  const chooseLater = useNaAntwoord(vraag, zoeken.klaar, () => current && choose(current))

  function nietsGevonden(naam: string): Regel[] {
    const nieuw = { soort: 'actie' as const, ondertitel: '', kenmerk: '', raak: [], waarom: '' }
    return [
      ...(mayContact
        ? [
            {
              ...nieuw,
              id: 'nieuw-contact',
              titel: t.nieuwContactMet(naam),
              icoon: 'plus' as const,
              run: () => start.mutate({ naam }),
            },
          ]
        : []),
      ...(mayKlant
        ? [
            {
              ...nieuw,
              id: 'nieuwe-klant',
              titel: t.nieuweKlant(naam),
              icoon: 'persoon' as const,
              run: () => void navigate({ to: paden.nieuweKlant, search: { naam } as never }),
            },
          ]
        : []),
    ]
  }

  function choose(regel: Regel, newContact = false) {
    onSluiten()
    if (newContact && regel.partijId) return start.mutate({ partijId: regel.partijId })
    if (regel.run) return regel.run()
    if (!regel.pad) return
    if (regel.soort === 'resultaat') {
      onthoudRecent({ pad: regel.pad, titel: regel.titel, ondertitel: regel.ondertitel, icoon: regel.icoon })
    }
    void navigate({ to: regel.pad })
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const last = regels.length - 1
    const moves: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(active + 8, last),
      PageUp: Math.max(active - 8, 0),
    }
    const next = moves[event.key]
    if (next !== undefined) {
      event.preventDefault()
      setActive(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      const newContact = event.ctrlKey || event.metaKey
      if (!zoeken.klaar && !newContact) chooseLater(vraag)
      else if (current) choose(current, newContact)
    }
  }

  return (
    <Venster open titel={t.titel} titelVerborgen plaats="boven" onSluiten={onSluiten}>
      <div className={css['veld']}>
        <Icoon naam="zoek" />
        <input
          type="text"
          role="combobox"
          aria-label={t.veld}
          aria-expanded={regels.length > 0}
          aria-controls={`${id}-lijst`}
          aria-activedescendant={current ? `${id}-${regels.indexOf(current)}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={120}
          placeholder={t.voorbeeld}
          value={vraag}
          onChange={(event) => {
            setVraag(event.target.value)
            setActive(0)
          }}
          onFocus={() => {
            const { tekst, enter } = neemGetypt()
            if (tekst) setVraag(tekst)
            if (enter) chooseLater(tekst)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={`${id}-lijst`}
        role="listbox"
        aria-label={t.resultaten}
        aria-busy={!zoeken.klaar}
        className={css['lijst']}
        data-oud={!zoeken.klaar || undefined}
      >
        {regels.map((regel, index) => (
          <PaletRegel
            key={regel.id}
            id={`${id}-${index}`}
            regel={regel}
            kop={kopBoven(regels, index, t)}
            actief={regel === current}
            onKies={(event) => choose(regel, event.ctrlKey || event.metaKey)}
          />
        ))}
      </div>
      <p role="status" className={nothing || zoeken.fout ? css['melding'] : 'alleen-voorlezen'}>
        {zoeken.fout ?? (nothing ? `${t.niets(vraag.trim())} ${t.nietsTip}` : vraag && t.gevonden(regels.length))}
      </p>
      <p className={css['voet']}>
        {zoeken.meer && <span>{t.meer}</span>}
        <span className={css['hints']}>
          <Toets toets="enter" /> {t.kiezen}
          {mayContact && current?.partijId && (
            <>
              {' · '}
              <Toets toets="mod+enter" /> {t.contact}
            </>
          )}
        </span>
      </p>
    </Venster>
  )
}

/** A small heading where the kind of line changes; only with an empty field, where the list is not ranked. */
function kopBoven(regels: Regel[], index: number, t: { recent: string; acties: string }): string | undefined {
  const soort = regels[index]?.soort
  if (soort === regels[index - 1]?.soort || regels.some((each) => each.soort === 'resultaat')) return undefined
  return soort === 'recent' ? t.recent : regels.length > 3 ? t.acties : undefined
}
