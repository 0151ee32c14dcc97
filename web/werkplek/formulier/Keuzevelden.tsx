import { Checkbox, MultiSelect, Radio, Select } from '@mantine/core'
import css from './Formuliervelden.module.css'
import { useFormulierTeksten } from './formulierTeksten.ts'
import { Groep } from './Groep.tsx'
import { invoerVan, type VeldProps } from './veld.ts'

/** More than this is easier to find by typing than by reading. */
const MAX_RONDJES = 6
const MAX_VAKJES = 14

export function Keuzeveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { veld, waarde, opties, verplicht } = props.getoond
  const weergave = veld.soort === 'keuze' ? veld.weergave : undefined
  if ((weergave ?? (opties.length > MAX_RONDJES ? 'lijst' : 'rondjes')) === 'lijst') {
    return (
      <Select
        {...invoerVan(props)}
        placeholder={t.kies}
        searchable
        clearable={!verplicht}
        nothingFoundMessage={t.nietsGevonden}
        data={opties.map((optie) => ({ value: optie.waarde, label: optie.label }))}
        value={typeof waarde === 'string' ? waarde : null}
        onChange={props.onWijzig}
      />
    )
  }
  return (
    <Groep {...props}>
      {opties.length === 0 && <p className={css['uitleg']}>{t.geenOpties}</p>}
      <div className={css['keuzes']}>
        {opties.map((optie, i) => (
          <Radio
            key={optie.waarde}
            id={i === 0 ? props.id : `${props.id}-${optie.waarde}`}
            name={props.id}
            label={optie.label}
            description={optie.uitleg}
            value={optie.waarde}
            checked={waarde === optie.waarde}
            required={verplicht}
            onChange={() => props.onWijzig(optie.waarde)}
          />
        ))}
      </div>
    </Groep>
  )
}

export function JaNeeVeld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { waarde, verplicht } = props.getoond
  return (
    <Groep {...props}>
      <div className={css['naast']}>
        {[true, false].map((keuze) => (
          <Radio
            key={String(keuze)}
            id={keuze ? props.id : `${props.id}-nee`}
            name={props.id}
            label={keuze ? t.ja : t.nee}
            value={String(keuze)}
            checked={waarde === keuze}
            required={verplicht}
            onChange={() => props.onWijzig(keuze)}
          />
        ))}
      </div>
    </Groep>
  )
}

export function Meerkeuzeveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { waarde, opties } = props.getoond
  const gekozen = Array.isArray(waarde) ? waarde.filter((each) => typeof each === 'string') : []
  if (opties.length > MAX_VAKJES) {
    return (
      <MultiSelect
        {...invoerVan(props)}
        searchable
        nothingFoundMessage={t.nietsGevonden}
        data={opties.map((optie) => ({ value: optie.waarde, label: optie.label }))}
        value={gekozen}
        onChange={props.onWijzig}
      />
    )
  }
  return (
    <Groep {...props}>
      {opties.length === 0 && <p className={css['uitleg']}>{t.geenOpties}</p>}
      <div className={css['keuzes']}>
        {opties.map((optie, i) => (
          <Checkbox
            key={optie.waarde}
            id={i === 0 ? props.id : `${props.id}-${optie.waarde}`}
            label={optie.label}
            description={optie.uitleg}
            checked={gekozen.includes(optie.waarde)}
            onChange={(event) =>
              props.onWijzig(
                event.currentTarget.checked
                  ? [...gekozen, optie.waarde]
                  : gekozen.filter((each) => each !== optie.waarde),
              )
            }
          />
        ))}
      </div>
    </Groep>
  )
}
