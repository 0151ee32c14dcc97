import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Formulierdefinitie } from '#contract/formulieren.ts'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import { controleerFormulier } from '#contract/regels/formulier/controleerFormulier.ts'
import { LegeStaat } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Formuliervelden } from '../../formulier/Formuliervelden.tsx'
import { useFormuliercontext } from '../../formulier/useFormuliercontext.ts'
import { leesbaar, toonWaarde } from '../waarde.ts'
import css from './Beheer.module.css'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'
import { Stukkeuze } from './Stukkeuze.tsx'

const route = getRouteApi('/beheer/processen/$proces')

/** Each form as an employee sees it, to try out. */
export function Formulieren({ versie }: { versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  const { stuk } = route.useSearch()
  const paden = Object.keys(versie.bestanden)
    .toSorted()
    .filter((pad) => pad.startsWith('formulieren/'))
  const pad = paden.find((each) => each === stuk) ?? paden[0]
  const definitie = useMemo(() => lees(versie.bestanden[pad ?? '']), [versie, pad])
  if (!pad) return <LegeStaat titel={t.geenFormulieren} icoon="document" />
  return (
    <div className={css['tweeluik']}>
      <Stukkeuze naam={t.blad.formulieren} stukken={paden} gekozen={pad} />
      {definitie ? (
        <Voorbeeld key={`${versie.id}${pad}`} definitie={definitie} />
      ) : (
        <LegeStaat titel={t.formulierFout} icoon="let_op" />
      )}
    </div>
  )
}

/** Nothing is known of nobody: conditions on the klant hide nothing. */
const geenGegevens = {}

function Voorbeeld({ definitie }: { definitie: Formulierdefinitie }) {
  const t = useProcesbeheerTeksten()
  const [antwoorden, setAntwoorden] = useState<Record<string, unknown>>({})
  const [uitslag, setUitslag] = useState<ReturnType<typeof controleerFormulier>>()
  const context = useFormuliercontext(geenGegevens)
  const fouten = Object.fromEntries((uitslag?.fouten ?? []).map(({ naam, melding }) => [naam, melding]))
  return (
    <form
      noValidate
      aria-label={definitie.titel}
      className={css['voorbeeld']}
      onSubmit={(event) => {
        event.preventDefault()
        setUitslag(controleerFormulier(definitie, antwoorden, context))
      }}
    >
      <div>
        <h2>{definitie.titel}</h2>
        <p className={css['zacht']}>{t.voorbeeldUitleg}</p>
      </div>
      <Formuliervelden
        definitie={definitie}
        antwoorden={antwoorden}
        context={context}
        fouten={fouten}
        onWijzig={(next) => {
          setAntwoorden(next)
          setUitslag(undefined)
        }}
      />
      <div className={css['knoppen']}>
        <Button type="submit" variant="default">
          {t.controleren}
        </Button>
      </div>
      <div role="status">
        {uitslag && uitslag.fouten.length > 0 && (
          <StatusBadge toon="fout">{t.foutjes(uitslag.fouten.length)}</StatusBadge>
        )}
        {uitslag && uitslag.fouten.length === 0 && (
          <>
            <StatusBadge toon="goed">{t.goed}</StatusBadge>
            <dl className={css['waarden']}>
              {Object.entries(uitslag.antwoorden).map(([naam, waarde]) => (
                <div key={naam}>
                  <dt>{leesbaar(naam)}</dt>
                  <dd>{toonWaarde(waarde, { ja: t.ja, nee: t.nee, leeg: t.leegVeld })}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
    </form>
  )
}

function lees(tekst: string | undefined): Formulierdefinitie | undefined {
  try {
    return Formulierdefinitie.safeParse(JSON.parse(tekst ?? '')).data
  } catch {
    return undefined
  }
}
