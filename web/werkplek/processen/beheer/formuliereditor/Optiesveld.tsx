import { ActionIcon, Button, Radio, Select, TextInput } from '@mantine/core'
import { Icoon } from '#kit/Icoon.tsx'
import { useFormuliereditorTeksten } from './editorTeksten.ts'
import { Feelveld } from './Feelveld.tsx'
import css from './Formuliereditor.module.css'

type Optie = Record<string, unknown>
type Props = {
  /** `velden.3.opties`: where what is wrong with it is said. */
  pad: string
  waarde: unknown
  fouten: Readonly<Record<string, string>>
  lijsten: readonly string[]
  onWijzig: (waarde: unknown) => void
}

/** Where the choices come from: written here, a list that the server knows, or worked out. */
export function Optiesveld({ pad, waarde, fouten, lijsten, onWijzig }: Props) {
  const t = useFormuliereditorTeksten()
  const soort = Array.isArray(waarde) ? 'vast' : typeof waarde === 'string' ? 'feel' : 'lijst'
  const opties = Array.isArray(waarde) ? (waarde as Optie[]) : []
  const lijst = soort === 'lijst' && typeof waarde === 'object' ? (waarde as Optie) : {}
  const kies = (next: string) => {
    if (next === soort) return
    if (next === 'vast') onWijzig([{ waarde: 'een', label: t.optieLabel(1) }])
    else onWijzig(next === 'feel' ? '[]' : { lijst: lijsten[0] ?? 'vera:DEFECTSOORT' })
  }
  const zet = (plek: number, naam: string, tekst: string) =>
    onWijzig(opties.with(plek, { ...opties[plek], [naam]: tekst }))
  return (
    <fieldset className={css['groep']}>
      <legend>{t.opties}</legend>
      <Radio.Group label={t.optiesuit} value={soort} onChange={kies}>
        <div className={css['knoppen']}>
          {(['vast', 'lijst', 'feel'] as const).map((each) => (
            <Radio key={each} value={each} label={t.optiesSoorten[each]} />
          ))}
        </div>
      </Radio.Group>
      {soort === 'vast' &&
        opties.map((optie, plek) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what one types may not move the focus
          <div key={plek} className={css['rij']}>
            <TextInput
              aria-label={t.optieWaarde(plek + 1)}
              classNames={{ input: css['code'] ?? '' }}
              value={String(optie['waarde'] ?? '')}
              error={fouten[`${pad}.${plek}.waarde`]}
              onChange={({ currentTarget }) => zet(plek, 'waarde', currentTarget.value)}
            />
            <TextInput
              aria-label={t.optieLabel(plek + 1)}
              value={String(optie['label'] ?? '')}
              error={fouten[`${pad}.${plek}.label`]}
              onChange={({ currentTarget }) => zet(plek, 'label', currentTarget.value)}
            />
            <ActionIcon
              variant="default"
              aria-label={t.optieWeg(plek + 1)}
              disabled={opties.length < 2}
              onClick={() => onWijzig(opties.toSpliced(plek, 1))}
            >
              <Icoon naam="prullenbak" maat={14} />
            </ActionIcon>
          </div>
        ))}
      {soort === 'vast' && (
        <Button
          size="xs"
          variant="default"
          onClick={() =>
            onWijzig([...opties, { waarde: `keuze${opties.length + 1}`, label: t.optieLabel(opties.length + 1) }])
          }
        >
          {t.optieErbij}
        </Button>
      )}
      {soort === 'lijst' && (
        <>
          <Select
            label={t.lijst}
            searchable
            allowDeselect={false}
            data={[...lijsten]}
            limit={50}
            value={String(lijst['lijst'] ?? '')}
            error={fouten[`${pad}.lijst`]}
            onChange={(next) => next && onWijzig({ ...lijst, lijst: next })}
          />
          <Feelveld
            label={t.alleen}
            waarde={lijst['alleen']}
            fout={fouten[`${pad}.alleen`]}
            onWijzig={(alleen) => {
              const { alleen: _, ...rest } = lijst
              onWijzig(alleen === undefined ? rest : { ...rest, alleen })
            }}
          />
        </>
      )}
      {soort === 'feel' && (
        <Feelveld
          label={t.feelOpties}
          waarde={waarde}
          fout={fouten[pad]}
          leegMag={false}
          onWijzig={(next) => onWijzig(next ?? '')}
        />
      )}
      {soort !== 'feel' && fouten[pad] && <p className={css['rood']}>{fouten[pad]}</p>}
    </fieldset>
  )
}
