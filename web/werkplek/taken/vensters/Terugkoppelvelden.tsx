import { Checkbox, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Terugkoppeling } from '#contract/taken.ts'
import { OpenVariabelen } from '#kit/Invulwacht.tsx'
import css from '../Taak.module.css'
import { kanalenQuery } from '../taken.queries.ts'
import { useTakenTeksten } from '../takenTeksten.ts'

export type Concept = Required<
  Pick<Terugkoppeling, 'kanaalCode' | 'onderwerp' | 'antwoord' | 'toonInPortaal' | 'contactGelukt'>
>

type Props = {
  waarde: Concept
  onWijzig: (next: Partial<Concept>) => void
  foutVan: (veld: string) => string | undefined
  vertrouwelijk: boolean
  autoFocus?: boolean
}

/** What the customer is told, and how: it starts from the channel and the title of his question. */
export function Terugkoppelvelden({ waarde, onWijzig, foutVan, vertrouwelijk, autoFocus = false }: Props) {
  const t = useTakenTeksten()
  const { data } = useQuery(kanalenQuery)
  const kanalen = (data?.rijen ?? []).filter((kanaal) => kanaal.actief)
  return (
    <>
      <div className={css['rij']}>
        <Select
          label={t.kanaal}
          data={kanalen.map(({ code, naam }) => ({ value: code, label: naam }))}
          value={waarde.kanaalCode}
          error={foutVan('kanaalCode')}
          allowDeselect={false}
          onChange={(kanaalCode) => kanaalCode && onWijzig({ kanaalCode })}
        />
        <TextInput
          label={t.onderwerp}
          value={waarde.onderwerp}
          error={foutVan('onderwerp')}
          onChange={({ currentTarget }) => onWijzig({ onderwerp: currentTarget.value })}
        />
      </div>
      <Textarea
        data-autofocus={autoFocus || undefined}
        required
        label={waarde.contactGelukt ? t.terugkoppeling : t.watGeprobeerd}
        autosize
        minRows={4}
        maxRows={16}
        value={waarde.antwoord}
        error={foutVan('antwoord')}
        onChange={({ currentTarget }) => onWijzig({ antwoord: currentTarget.value })}
      />
      <OpenVariabelen tekst={waarde.antwoord} />
      <div className={css['rij']}>
        <Switch
          label={t.portaal}
          checked={waarde.toonInPortaal}
          disabled={vertrouwelijk}
          {...(vertrouwelijk && { description: t.vertrouwelijkPortaal })}
          onChange={({ currentTarget }) => onWijzig({ toonInPortaal: currentTarget.checked })}
        />
        <Checkbox
          label={t.nietBereikt}
          checked={!waarde.contactGelukt}
          onChange={({ currentTarget }) => onWijzig({ contactGelukt: !currentTarget.checked })}
        />
      </div>
    </>
  )
}
