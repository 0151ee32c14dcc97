import { useId } from 'react'
import type { Antwoordhandtekening } from '#contract/formulieren.ts'
import { useTekenen } from '#kit/useTekenen.ts'
import { Button } from '../../nlds/Button.tsx'
import { RadioGroup } from '../../nlds/Choice.tsx'
import { Fieldset } from '../../nlds/FormField.tsx'
import { TextField } from '../../nlds/TextField.tsx'
import { useFormulierTeksten } from '../formulierTeksten.ts'
import { alsTekst, deelVan, type VeldProps } from '../veld.ts'
import css from './velden.module.css'

/** Typed, or drawn: who cannot draw signs by typing a name, with the same effect. */
export function Handtekeningveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const wijzeId = useId()
  const handtekening = alsHandtekening(props.getoond.waarde)
  const { naam, wijze } = handtekening
  return (
    <Fieldset {...deelVan(props)}>
      <RadioGroup
        id={wijzeId}
        label={t.handtekeningHoe}
        opties={[
          { waarde: 'getypt', label: t.typen },
          { waarde: 'getekend', label: t.tekenen },
        ]}
        waarde={wijze}
        onKies={(keuze) =>
          props.onWijzig(keuze === 'getypt' ? { wijze: keuze, naam } : { wijze: 'getekend', afbeelding: '', naam })
        }
      />
      {handtekening.wijze === 'getekend' && (
        <Tekenvlak
          afbeelding={handtekening.afbeelding}
          onTeken={(afbeelding) => props.onWijzig({ wijze: 'getekend', afbeelding, naam })}
        />
      )}
      <TextField
        id={props.id}
        label={t.naam}
        uitleg={wijze === 'getypt' ? t.typenUitleg : undefined}
        autoComplete="name"
        value={naam}
        onWijzig={(nieuw) => props.onWijzig({ ...handtekening, naam: nieuw })}
      />
    </Fieldset>
  )
}

function Tekenvlak({ afbeelding, onTeken }: { afbeelding: string; onTeken: (afbeelding: string) => void }) {
  const t = useFormulierTeksten()
  const { ref, ...vlak } = useTekenen(afbeelding, onTeken)
  return (
    <div className={css['tekening']}>
      <canvas ref={ref} {...vlak} role="img" aria-label={t.tekenvlak} />
      <Button purpose="subtle" onClick={() => onTeken('')}>
        {t.wissen}
      </Button>
    </div>
  )
}

export function alsHandtekening(waarde: unknown): Antwoordhandtekening {
  const delen = (typeof waarde === 'object' && waarde !== null ? waarde : {}) as Record<string, unknown>
  const naam = alsTekst(delen['naam'])
  return delen['wijze'] === 'getekend'
    ? { wijze: 'getekend', afbeelding: alsTekst(delen['afbeelding']), naam }
    : { wijze: 'getypt', naam }
}
