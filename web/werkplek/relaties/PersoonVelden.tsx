import { Select, TextInput } from '@mantine/core'
import { Geslacht } from '#contract/relatieinvoer.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import type { PersoonVelden as Velden } from './nieuw/nieuweKlant.ts'
import css from './PersoonVelden.module.css'
import { useRelatieTeksten } from './relatieTeksten.ts'

type Props = {
  waarde: Velden
  onWijzig: (persoon: Velden) => void
  fouten: Partial<Record<keyof Velden, string | undefined>>
  /** Where these fields are in the form: for the link in the error summary. */
  pad: string
}

/** The parts of a name and who it is; the name itself is composed from them. */
export function PersoonVelden({ waarde, onWijzig, fouten, pad }: Props) {
  const t = useRelatieTeksten()
  const veld = (naam: 'initialen' | 'voornaam' | 'tussenvoegsels' | 'achternaam' | 'geslachtsnaam', label: string) => (
    <TextInput
      label={label}
      name={`${pad}.${naam}`}
      value={waarde[naam]}
      error={fouten[naam]}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      required={naam === 'achternaam'}
      onChange={(event) => onWijzig({ ...waarde, [naam]: event.currentTarget.value })}
    />
  )
  return (
    <div className={css['velden']}>
      {veld('initialen', t.initialen)}
      {veld('tussenvoegsels', t.tussenvoegsels)}
      {veld('achternaam', t.achternaam)}
      {veld('voornaam', t.voornaam)}
      <DatumVeld
        label={t.geboortedatum}
        naam={`${pad}.geboortedatum`}
        waarde={waarde.geboortedatum}
        fout={fouten.geboortedatum}
        onWijzig={(geboortedatum) => onWijzig({ ...waarde, geboortedatum })}
      />
      <Select
        label={t.geslacht}
        data={Geslacht.options.map((value) => ({ value, label: t.geslachten[value] }))}
        value={waarde.geslacht}
        error={fouten.geslacht}
        clearable
        onChange={(geslacht) => onWijzig({ ...waarde, geslacht })}
      />
      <div className={css['breed']}>{veld('geslachtsnaam', t.geslachtsnaam)}</div>
    </div>
  )
}
