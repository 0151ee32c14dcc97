import { Radio, TextInput } from '@mantine/core'
import type { Antwoordhandtekening } from '#contract/formulieren.ts'
import css from './Formuliervelden.module.css'
import { useFormulierTeksten } from './formulierTeksten.ts'
import { Groep } from './Groep.tsx'
import { Tekenvlak } from './Tekenvlak.tsx'
import { alsTekst, type VeldProps } from './veld.ts'

/** Drawn, or typed: who cannot draw signs by typing a name, with the same effect. */
export function Handtekeningveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { id, onWijzig } = props
  const handtekening = alsHandtekening(props.getoond.waarde)
  const { naam, wijze } = handtekening
  const kies = (volgende: Antwoordhandtekening['wijze']) =>
    onWijzig(volgende === 'getypt' ? { wijze: 'getypt', naam } : { wijze: 'getekend', afbeelding: '', naam })
  return (
    <Groep {...props}>
      <div className={css['naast']} role="radiogroup" aria-label={t.handtekeningHoe}>
        <Radio
          id={id}
          name={`${id}-wijze`}
          label={t.typen}
          checked={wijze === 'getypt'}
          onChange={() => kies('getypt')}
        />
        <Radio
          name={`${id}-wijze`}
          label={t.tekenen}
          checked={wijze === 'getekend'}
          onChange={() => kies('getekend')}
        />
      </div>
      {handtekening.wijze === 'getekend' && (
        <Tekenvlak
          naam={t.tekenvlak}
          wissen={t.tekenWissen}
          afbeelding={handtekening.afbeelding}
          onTeken={(afbeelding) => onWijzig({ wijze: 'getekend', afbeelding, naam })}
        />
      )}
      <TextInput
        label={t.naam}
        description={wijze === 'getypt' ? t.typenUitleg : undefined}
        autoComplete="name"
        value={naam}
        onChange={(event) => onWijzig({ ...handtekening, naam: event.currentTarget.value })}
      />
    </Groep>
  )
}

function alsHandtekening(waarde: unknown): Antwoordhandtekening {
  const delen = (typeof waarde === 'object' && waarde !== null ? waarde : {}) as Record<string, unknown>
  const naam = alsTekst(delen['naam'])
  return delen['wijze'] === 'getekend'
    ? { wijze: 'getekend', afbeelding: alsTekst(delen['afbeelding']), naam }
    : { wijze: 'getypt', naam }
}
