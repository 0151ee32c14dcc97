import { Button, Select, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { Formulierdefinitie } from '#contract/formulieren.ts'
import { klantbeeld, tijdlijn } from '#contract/klantbeeld.ts'
import { getStartformulier, startProces } from '#contract/processen.ts'
import { countTaken, listTaken } from '#contract/taken.ts'
import { listZaken } from '#contract/zaken.ts'
import { call } from '#kit/api.ts'
import { postcode } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import type { LaadOp } from '../../formulier/veld.ts'
import { Storingen } from '../../storingen/Storingen.tsx'
import { Invulformulier } from '../Invulformulier.tsx'
import { useInvulling } from '../invulling.ts'
import { stuurStartbestand } from '../stuurBestand.ts'
import css from './ProcesPaneel.module.css'

import { useStartTeksten } from './startTeksten.ts'
import { useOpenProces } from './useOpenProces.ts'

export type GestarteZaak = { zaakId: string; nummer: string; naam: string }

type Props = {
  proces: string
  partijId?: string | undefined
  /** In a running contact: its channel, and what was told so far. */
  gesprek?: { kanaalCode: string | null; tekst: string; laadOp?: LaadOp }
  onGestart?: (zaak: GestarteZaak) => void
}

/** In the place of the contact panel: the form that starts a process, filled in with what is known. */
export function ProcesPaneel(props: Props) {
  const { proces, partijId } = props
  const t = useStartTeksten()
  const open = useOpenProces()
  const woningen = useWoningen(partijId)
  const concept = `proces.${proces}.${partijId ?? 'onbekend'}`
  // One home is meant unless somebody says otherwise; with more of them he is asked.
  const [gekozen, kies] = useTabwaarde<string | null>(`${concept}.woning`, null)
  const woning = gekozen === geen ? undefined : (woningen?.find(({ id }) => id === gekozen) ?? woningen?.[0])
  const query = useQuery({
    ...lees(getStartformulier, {
      params: { proces },
      query: {
        ...(partijId && { partijId }),
        ...(woning && { eenheidId: woning.id, overeenkomstId: woning.overeenkomstId }),
      },
    }),
    enabled: woningen !== undefined,
    placeholderData: (vorige) => (vorige?.proces === proces ? vorige : undefined),
  })
  const kop = useRef<HTMLHeadingElement>(null)
  useEffect(() => kop.current?.focus(), [])
  const weg = query.error instanceof ApiProblem && query.error.status === 404
  return (
    <section className={css['paneel']} aria-labelledby="proces-titel">
      <header className={css['kop']}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icoon naam="pijl_links" maat={14} />}
          onClick={() => open(undefined)}
        >
          {props.gesprek ? t.terugGesprek : t.terug}
        </Button>
        <h2 id="proces-titel" ref={kop} tabIndex={-1}>
          {query.data?.naam ?? t.knop}
        </h2>
      </header>
      <div className={css['romp']}>
        <Storingen {...(woning ? { eenheidId: woning.id } : { partijId })} />
        {woningen && woningen.length > 1 && (
          <Select
            label={t.woning}
            allowDeselect={false}
            value={gekozen ?? woning?.id ?? geen}
            onChange={(id) => kies(id ?? geen)}
            data={[
              ...woningen.map(({ id, adres }) => ({ value: id, label: adres })),
              { value: geen, label: t.geenWoning },
            ]}
          />
        )}
        {weg ? (
          <LegeStaat titel={t.weg} icoon="proces">
            {t.wegUitleg}
          </LegeStaat>
        ) : (
          <Lading query={query}>
            {(start) => <Startformulier key={concept} {...props} concept={concept} start={start} woning={woning} />}
          </Lading>
        )}
      </div>
    </section>
  )
}

const geen = 'geen'
type Woning = { id: string; adres: string; overeenkomstId: string }
type Start = {
  naam: string
  formulier: Formulierdefinitie | null
  context: Record<string, unknown>
  antwoorden: Record<string, unknown>
}

function Startformulier({
  proces,
  partijId,
  gesprek,
  onGestart,
  concept,
  start,
  woning,
}: Props & { concept: string; start: Start; woning: Woning | undefined }) {
  const t = useStartTeksten()
  const client = useQueryClient()
  const open = useOpenProces()
  const { formulier } = start
  // What was told so far is on this screen: a form can begin with those words.
  const gegevens = useMemo(
    () =>
      gesprek
        ? { ...start.context, contact: { onderwerp: '', tekst: gesprek.tekst, kanaal: gesprek.kanaalCode } }
        : start.context,
    [start.context, gesprek],
  )
  const [toelichting, zetToelichting, wisToelichting] = useTabwaarde(`${concept}.toelichting`, gesprek?.tekst ?? '')
  const invulling = useInvulling({
    sleutel: concept,
    formulier,
    gegevens,
    begin: start.antwoorden,
    async verzend(antwoorden) {
      const { zaakId, nummer } = await call(startProces, {
        params: { proces },
        body: {
          partijId: partijId ?? null,
          eenheidId: woning?.id ?? null,
          overeenkomstId: woning?.overeenkomstId ?? null,
          kanaal: gesprek?.kanaalCode ?? null,
          toelichting,
          antwoorden,
        },
      })
      wisToelichting()
      onGestart?.({ zaakId, nummer, naam: start.naam })
      meld(t.gestart(nummer))
      void ververs(client, klantbeeld, tijdlijn, listZaken, listTaken, countTaken)
      // The klant is still there: what was decided, and the next step, come in the place of the form.
      open(undefined, zaakId)
    },
  })
  useSneltoets('mod+enter', t.verstuur, () => void invulling.verstuur(), !invulling.bezig)
  const begonnen =
    Object.entries(invulling.antwoorden).some(([naam, waarde]) => waarde !== start.antwoorden[naam]) ||
    toelichting !== (gesprek?.tekst ?? '')
  return (
    <Invulformulier
      naam={start.naam}
      invulling={invulling}
      formulier={formulier}
      partijId={partijId}
      laadOp={gesprek?.laadOp ?? ((bestand) => stuurStartbestand(proces, bestand))}
      knoppen={
        <>
          {begonnen && (
            <Button
              variant="subtle"
              onClick={() => {
                invulling.wis()
                wisToelichting()
              }}
            >
              {t.leegmaken}
            </Button>
          )}
          <Button type="submit" loading={invulling.bezig} rightSection={<Toets toets="mod+enter" />}>
            {formulier?.verstuurtekst ?? t.verstuur}
          </Button>
        </>
      }
    >
      <Textarea
        label={t.toelichting}
        description={t.toelichtingUitleg}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={4000}
        value={toelichting}
        onChange={({ currentTarget }) => zetToelichting(currentTarget.value)}
      />
    </Invulformulier>
  )
}

/** The homes that this klant rents now; undefined as long as that is not known. */
function useWoningen(partijId: string | undefined): Woning[] | undefined {
  const { data, isError } = useQuery({
    ...lees(klantbeeld, { params: { id: partijId ?? '' } }),
    enabled: partijId !== undefined,
  })
  return useMemo(() => {
    if (partijId === undefined || isError) return []
    return data?.wonen
      .filter(({ lopend }) => lopend)
      .flatMap(({ id, eenheid }) =>
        eenheid
          ? [
              {
                id: eenheid.id,
                adres: `${eenheid.adres}, ${postcode(eenheid.postcode)} ${eenheid.woonplaats}`,
                overeenkomstId: id,
              },
            ]
          : [],
      )
  }, [data, isError, partijId])
}
