import { Checkbox, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Icoon } from '#kit/Icoon.tsx'
import { kanaalIcoon } from '#kit/kanaalIcoon.ts'
import css from './Gesprek.module.css'
import { Veld } from './Gesprekscherm.tsx'
import { kanalenQuery } from './gesprekken.queries.ts'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import type { Actie, Staat } from './staat.ts'

/** How we are in contact, and who started it. */
export function Kanaalkeuze({ staat, doe }: { staat: Staat; doe: (actie: Actie) => void }) {
  const t = useGesprekTeksten()
  const { data } = useQuery(kanalenQuery)
  const { inhoud } = staat
  const kanalen = (data?.rijen ?? []).filter((kanaal) => kanaal.actief || kanaal.code === inhoud.kanaalCode)
  const gekozen = kanalen.find(({ code }) => code === inhoud.kanaalCode)
  return (
    <div className={css['kanaal']}>
      <Veld naam="kanaalCode" fout={staat.fouten['kanaalCode']}>
        <Select
          aria-label={t.kanaal}
          placeholder={t.kiesKanaal}
          data={kanalen.map(({ code, naam }) => ({ value: code, label: naam }))}
          value={inhoud.kanaalCode}
          onChange={(kanaalCode) => doe({ soort: 'gesprek', velden: { kanaalCode } })}
          allowDeselect={false}
          error={staat.fouten['kanaalCode'] !== undefined}
          renderOption={({ option }) => {
            const kanaal = kanalen.find(({ code }) => code === option.value)
            return (
              <span className={css['optie']}>
                <Icoon naam={kanaal ? kanaalIcoon[kanaal.icoon] : 'bericht'} maat={14} /> {option.label}
              </span>
            )
          }}
          leftSection={gekozen && <Icoon naam={kanaalIcoon[gekozen.icoon]} maat={14} />}
        />
      </Veld>
      <SegmentedControl
        aria-label={t.richting}
        data={[
          { value: 'inkomend', label: t.inkomend },
          { value: 'uitgaand', label: t.uitgaand },
        ]}
        value={inhoud.richting}
        onChange={(richting) =>
          doe({ soort: 'gesprek', velden: { richting: richting as 'inkomend' | 'uitgaand', contactGelukt: null } })
        }
      />
      {inhoud.richting === 'uitgaand' && (
        <Checkbox
          label={t.nietBereikt}
          checked={inhoud.contactGelukt === false}
          onChange={({ currentTarget }) =>
            doe({ soort: 'gesprek', velden: { contactGelukt: currentTarget.checked ? false : null } })
          }
        />
      )}
    </div>
  )
}
