import { Alert } from '../../nlds/Alert.tsx'
import { CheckboxGroup, RadioGroup } from '../../nlds/Choice.tsx'
import { Select } from '../../nlds/Select.tsx'
import { useFormulierTeksten } from '../formulierTeksten.ts'
import { alsTekst, deelVan, type VeldProps } from '../veld.ts'

/** All that can be chosen is in view, up to what one thumb scrolls past. */
const MAX_RONDJES = 12

export function Keuzeveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { veld, waarde, opties } = props.getoond
  const lijst =
    veld.soort === 'keuze' && (opties.length > MAX_RONDJES || (veld.weergave === 'lijst' && opties.length > 6))
  if (opties.length === 0) return <Alert soort="warning">{t.geenOpties}</Alert>
  if (lijst) return <Select {...deelVan(props)} opties={opties} waarde={alsTekst(waarde)} onKies={props.onWijzig} />
  return (
    <RadioGroup
      {...deelVan(props)}
      opties={opties}
      waarde={typeof waarde === 'string' ? waarde : null}
      onKies={props.onWijzig}
    />
  )
}

export function JaNeeVeld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { waarde } = props.getoond
  return (
    <RadioGroup
      {...deelVan(props)}
      naast
      opties={[
        { waarde: 'ja', label: t.ja },
        { waarde: 'nee', label: t.nee },
      ]}
      waarde={typeof waarde === 'boolean' ? (waarde ? 'ja' : 'nee') : null}
      onKies={(keuze) => props.onWijzig(keuze === 'ja')}
    />
  )
}

export function Meerkeuzeveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { waarde, opties } = props.getoond
  if (opties.length === 0) return <Alert soort="warning">{t.geenOpties}</Alert>
  return (
    <CheckboxGroup
      {...deelVan(props)}
      opties={opties}
      waarden={Array.isArray(waarde) ? waarde.filter((each) => typeof each === 'string') : []}
      onKies={props.onWijzig}
    />
  )
}

/** One of his own homes. */
export function Eenheidveld(props: VeldProps) {
  const t = useFormulierTeksten()
  const { waarde } = props.getoond
  if (props.woningen.length === 0) return <Alert soort="warning">{t.geenWoningen}</Alert>
  return (
    <RadioGroup
      {...deelVan(props)}
      opties={props.woningen.map(({ id, adres }) => ({ waarde: id, label: adres }))}
      waarde={typeof waarde === 'string' ? waarde : null}
      onKies={props.onWijzig}
    />
  )
}
