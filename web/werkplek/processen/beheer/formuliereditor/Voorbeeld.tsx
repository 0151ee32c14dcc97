import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Formulierdefinitie } from '#contract/formulieren.ts'
import { controleerFormulier } from '#contract/regels/formulier/controleerFormulier.ts'
import { type Formuliercontext, toonFormulier } from '#contract/regels/formulier/toonFormulier.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Formuliervelden } from '../../../formulier/Formuliervelden.tsx'
import { useFormuliercontext } from '../../../formulier/useFormuliercontext.ts'
import { leesbaar, toonWaarde } from '../../waarde.ts'
import beheercss from '../Beheer.module.css'
import { useProcesbeheerTeksten } from '../procesbeheerTeksten.ts'
import { useFormuliereditorTeksten } from './editorTeksten.ts'
import css from './Formuliereditor.module.css'

type Props = {
  definitie: Formulierdefinitie
  gegevens: Record<string, unknown>
  look: 'werkplek' | 'portaal'
}

/** The form as it is filled in, to try out: all at once for an employee, one question at a time for a klant. */
export function Voorbeeld({ definitie, gegevens, look }: Props) {
  const t = useProcesbeheerTeksten()
  const [antwoorden, setAntwoorden] = useState<Record<string, unknown>>({})
  const [nagekeken, setNagekeken] = useState(false)
  const context = useFormuliercontext(gegevens)
  const uitslag = useMemo(
    () => (nagekeken ? controleerFormulier(definitie, antwoorden, context) : undefined),
    [nagekeken, definitie, antwoorden, context],
  )
  const fouten = Object.fromEntries((uitslag?.fouten ?? []).map(({ naam, melding }) => [naam, melding]))
  const zet = (next: Record<string, unknown>) => {
    setAntwoorden(next)
    setNagekeken(false)
  }
  if (look === 'portaal')
    return <PerVraag definitie={definitie} antwoorden={antwoorden} context={context} onWijzig={zet} />
  return (
    <form
      noValidate
      aria-label={definitie.titel}
      className={beheercss['voorbeeld']}
      onSubmit={(event) => {
        event.preventDefault()
        setNagekeken(true)
      }}
    >
      <div>
        <h2>{definitie.titel}</h2>
        <p className={css['zacht']}>{t.voorbeeldUitleg}</p>
      </div>
      <Formuliervelden definitie={definitie} antwoorden={antwoorden} context={context} fouten={fouten} onWijzig={zet} />
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
            <dl className={beheercss['waarden']}>
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

type VraagProps = {
  definitie: Formulierdefinitie
  antwoorden: Record<string, unknown>
  context: Formuliercontext
  onWijzig: (antwoorden: Record<string, unknown>) => void
}

/** As on a telephone: one question on a screen, and on only when it is answered well. */
function PerVraag({ definitie, antwoorden, context, onWijzig }: VraagProps) {
  const t = useFormuliereditorTeksten()
  const [plek, setPlek] = useState(0)
  const [fouten, setFouten] = useState<Record<string, string>>({})
  const vragen = toonFormulier(definitie, antwoorden, context)
  const nu = Math.min(plek, vragen.length - 1)
  const veld = vragen[nu]?.veld
  if (!veld) return <p className={css['zacht']}>{t.geenVelden}</p>
  const ga = () => {
    const fout = controleerFormulier(definitie, antwoorden, context).fouten.find(({ naam }) => naam === veld.naam)
    setFouten(fout ? { [fout.naam]: fout.melding } : {})
    if (!fout) setPlek(Math.min(nu + 1, vragen.length - 1))
  }
  return (
    <form
      noValidate
      aria-label={definitie.titel}
      className={css['telefoon']}
      onSubmit={(event) => {
        event.preventDefault()
        ga()
      }}
    >
      <p className={css['zacht']}>{t.portaalVraag(nu + 1, vragen.length)}</p>
      <Formuliervelden
        // Only this one is drawn; the others are there for its conditions.
        definitie={{ ...definitie, uitleg: undefined, delen: [{ titel: definitie.titel, velden: [veld.naam] }] }}
        antwoorden={antwoorden}
        context={context}
        fouten={fouten}
        onWijzig={onWijzig}
      />
      <div className={css['knoppen']}>
        <Button variant="default" disabled={nu === 0} onClick={() => setPlek(nu - 1)}>
          {t.vorige}
        </Button>
        <Button type="submit">
          {nu === vragen.length - 1 ? (definitie.verstuurtekst ?? t.controleren) : t.volgende}
        </Button>
      </div>
    </form>
  )
}
