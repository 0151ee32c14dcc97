import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Gesprek, VoltooidGesprek } from '#contract/gesprekken.ts'
import { klantbeeld, tijdlijn } from '#contract/klantbeeld.ts'
import { countTaken, listTaken } from '#contract/taken.ts'
import { dagwoord } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useInvulwacht } from '#kit/Invulwacht.tsx'
import { nieuwId } from '#kit/id.ts'
import { later } from '#kit/later.tsx'
import { meld } from '#kit/melding.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { Laadskelet } from '#kit/Staten.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { Klantbeeld } from '../klantbeeld/beeld/Klantbeeld.tsx'
import { KlantActies } from '../relaties/panelen/KlantActies.tsx'
import { Bewaarstand } from './Bewaarstand.tsx'
import { Botsingen } from './Botsingen.tsx'
import css from './Gesprek.module.css'
import { gesprekkenQuery } from './gesprekken.queries.ts'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import { Kanaalkeuze } from './Kanaalkeuze.tsx'
import { KlantKiezen, KlantRegel } from './KlantKant.tsx'
import { stuurBijlage } from './stuurBijlage.ts'
import { useGesprek } from './useGesprek.ts'
import { Vraagblok } from './Vraagblok.tsx'

const KlantGegevens = later(
  () => import('../relaties/panelen/KlantGegevens.tsx').then((module) => module.KlantGegevens),
  () => <Laadskelet />,
)
const ProcesStarten = later(() => import('../processen/start/ProcesStarten.tsx').then((module) => module.ProcesStarten))
const ProcesPaneel = later(
  () => import('../processen/start/ProcesPaneel.tsx').then((module) => module.ProcesPaneel),
  () => <Laadskelet />,
)
const Zaakvervolg = later(
  () => import('../processen/start/Zaakvervolg.tsx').then((module) => module.Zaakvervolg),
  () => <Laadskelet />,
)
const route = getRouteApi('/gesprekken/$gesprekId')

/** The contact panel with the klant beside it. Everything typed here is on the server a moment later. */
export function Gesprekscherm({ gesprek }: { gesprek: Gesprek }) {
  const t = useGesprekTeksten()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { staat, doe, voltooi, bezig, fout } = useGesprek(gesprek)
  const { proces, vervolg } = route.useSearch()
  const scherm = useRef<HTMLDivElement>(null)
  const aantalFouten = Object.keys(staat.fouten).length
  useFoutFocus(scherm, staat.fouten)
  useBeginFocus(scherm, gesprek)

  const complete = async () => {
    const done = await voltooi()
    if (!done) return
    meldVoltooid(done)
    void ververs(client, klantbeeld, tijdlijn, listTaken, countTaken)
    await navigate(done.partijId ? { to: paden.klant(done.partijId) } : { to: paden.mijnWerk })
    await client.invalidateQueries({ queryKey: gesprekkenQuery.queryKey })
  }
  const teksten = staat.inhoud.vragen.flatMap(({ onderwerp, vraag, antwoord }) => [onderwerp, vraag, antwoord])
  const invul = useInvulwacht(teksten, () => void complete())
  const addVraag = () => doe({ soort: 'vraag-erbij', sleutel: nieuwId() })
  useSneltoets('mod+enter', t.voltooien, () => !bezig && invul.verstuur(), !proces && !vervolg)
  useSneltoets('alt+v', t.toetsVraag, addVraag, !proces && !vervolg)

  function meldVoltooid(done: VoltooidGesprek) {
    const taken = done.klantcontacten.flatMap(({ taak }) => taak ?? [])
    const [first] = done.klantcontacten
    const [taak] = taken
    const dag = taak?.deadline ? `, ${t.uiterlijk(dagwoord(taak.deadline))}` : ''
    const tekst =
      done.klantcontacten.length > 1
        ? t.geluktMeer(done.klantcontacten.length, taken.length)
        : taak
          ? t.geluktTaak(taak.team.naam, dag)
          : t.gelukt
    meld(tekst, {
      ...(first && {
        actie: { naam: t.bekijk, run: () => void navigate({ to: paden.klantcontact(first.id) }) },
      }),
    })
  }

  const naam = staat.partij?.naam || staat.inhoud.naam
  const vraag = staat.inhoud.vragen.find(({ sleutel }) => sleutel === staat.open) ?? staat.inhoud.vragen[0]
  const paneel = vervolg ? (
    <Zaakvervolg key={vervolg} zaakId={vervolg} gesprek />
  ) : proces ? (
    <ProcesPaneel
      key={`${proces}.${staat.partij?.id}`}
      proces={proces}
      partijId={staat.partij?.id}
      gesprek={{
        kanaalCode: staat.inhoud.kanaalCode,
        tekst: vraag?.vraag ?? '',
        // A photo in the form is an attachment of the contact too: there it is kept, and found.
        ...(vraag && {
          laadOp: async (bestand) => {
            const bijlage = await stuurBijlage(staat.id, bestand)
            doe({ soort: 'bijlage-erbij', sleutel: vraag.sleutel, bijlage })
            return { id: bijlage.id, naam: bijlage.bestandsnaam }
          },
        }),
      }}
      onGestart={({ zaakId, nummer, naam: procesnaam }) =>
        vraag &&
        doe({
          soort: 'koppel',
          sleutel: vraag.sleutel,
          koppeling: { soort: 'zaak', objectId: zaakId, omschrijving: `${nummer} · ${procesnaam}` },
        })
      }
    />
  ) : (
    <section
      className={css['paneel']}
      aria-label={t.titel}
      onKeyDownCapture={(event) => {
        // Before a drop-down sees it: Enter would open the list under the field instead.
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        event.stopPropagation()
        if (!bezig) invul.verstuur()
      }}
    >
      <div className={css['kop']}>
        <KlantRegel staat={staat} doe={doe} />
        <Kanaalkeuze staat={staat} doe={doe} />
      </div>
      <div className={css['vragen']}>
        {staat.botsingen.length > 0 && <Botsingen staat={staat} doe={doe} />}
        {aantalFouten > 0 && (
          <p className={css['fouten']} role="alert">
            <Icoon naam="let_op" maat={14} /> {t.fouten(aantalFouten)}
          </p>
        )}
        {fout !== undefined && (
          <p className={css['fouten']} role="alert">
            <Icoon naam="let_op" maat={14} /> {detailOf(fout)}
          </p>
        )}
        {staat.inhoud.vragen.map((each, index) => (
          <Vraagblok key={each.sleutel} staat={staat} doe={doe} vraag={each} index={index} />
        ))}
        <div className={css['knoppen']}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icoon naam="plus" maat={14} />}
            onClick={addVraag}
            disabled={staat.inhoud.vragen.length >= 12}
            aria-keyshortcuts="Alt+V"
          >
            {t.vraagErbij}
          </Button>
          <ProcesStarten />
        </div>
      </div>
      <footer className={css['voet']}>
        <Bewaarstand staat={staat} />
        <Button
          onClick={invul.verstuur}
          loading={bezig}
          aria-keyshortcuts="Control+Enter"
          rightSection={<Toets toets="mod+enter" />}
        >
          {t.voltooien}
        </Button>
      </footer>
    </section>
  )
  return (
    <div ref={scherm}>
      {invul.vraag}
      <Paginatitel titel={naam ? t.gesprekMet(naam) : t.nieuwGesprek} verborgen />
      {staat.partij ? (
        <Klantbeeld
          partijId={staat.partij.id}
          paneel={paneel}
          acties={<KlantActies partijId={staat.partij.id} />}
          gegevens={<KlantGegevens partijId={staat.partij.id} />}
          bezig
        />
      ) : (
        <div className={css['scherm']}>
          <Veld naam="partijId" fout={staat.fouten['partijId']}>
            <KlantKiezen staat={staat} doe={doe} />
          </Veld>
          {paneel}
        </div>
      )}
    </div>
  )
}

/** The place of one field, with what is wrong with it. Focus finds it by `data-veld` after a refusal. */
export function Veld({ naam, fout, children }: { naam: string; fout: string | undefined; children: ReactNode }) {
  return (
    <div data-veld={naam} data-fout={fout !== undefined || undefined} className={css['veld']}>
      {children}
      {fout && (
        <p className={css['foutregel']} id={`fout-${naam}`}>
          {fout}
        </p>
      )}
    </div>
  )
}

/**
 * A contact that was just begun starts at the template: one types on without the mouse. Not on a phone, where the
 * keyboard would cover the klant.
 */
function useBeginFocus(scherm: React.RefObject<HTMLElement | null>, gesprek: Gesprek): void {
  // As it was when the screen opened: afterwards the cursor is the employee's.
  const begin = useRef(gesprek)
  useEffect(() => {
    const { partij, inhoud } = begin.current
    const [first, ...more] = inhoud.vragen
    const isNew = partij !== null && more.length === 0 && first?.sjabloonId === null && first.vraag === ''
    if (!isNew || !matchMedia('(min-width: 62em)').matches) return
    scherm.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [scherm])
}

/** After a refusal the first field with an objection gets the focus, in the order of the screen. */
function useFoutFocus(scherm: React.RefObject<HTMLElement | null>, fouten: Readonly<Record<string, string>>): void {
  const seen = useRef<Readonly<Record<string, string>>>({})
  useEffect(() => {
    const isNew = Object.keys(fouten).some((name) => !(name in seen.current))
    seen.current = fouten
    if (!isNew) return
    const first = [...(scherm.current?.querySelectorAll<HTMLElement>('[data-veld]') ?? [])].find((element) =>
      Object.keys(fouten).some((name) => matches(name, element.dataset['veld'] ?? '')),
    )
    first?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button')?.focus()
    first?.scrollIntoView({ block: 'nearest' })
  }, [fouten, scherm])
}

const matches = (name: string, veld: string) => name === veld || name.startsWith(`${veld}.`)
