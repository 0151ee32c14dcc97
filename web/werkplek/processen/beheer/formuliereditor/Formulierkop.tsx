import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import { Icoon } from '#kit/Icoon.tsx'
import { delenVan, type RuwFormulier, verwijderDeel, voegDeelToe, zet, zetDeel } from './bewerkFormulier.ts'
import { useFormuliereditorTeksten } from './editorTeksten.ts'
import css from './Formuliereditor.module.css'

type Props = {
  form: RuwFormulier
  fouten: Readonly<Record<string, string>>
  onWijzig: (form: RuwFormulier) => void
}

/** What is said of the form as a whole, and its parts. */
export function Formulierkop({ form, fouten, onWijzig }: Props) {
  const t = useFormuliereditorTeksten()
  const delen = delenVan(form) ?? []
  const tekst = (naam: string) => String(form[naam] ?? '')
  const schrijf = (naam: string, waarde: string) => onWijzig(zet(form, naam, waarde === '' ? undefined : waarde))
  return (
    <section className={css['eigenschappen']} aria-label={t.kaal}>
      <TextInput
        label={t.titel}
        maxLength={200}
        value={tekst('titel')}
        error={fouten['titel']}
        onChange={({ currentTarget }) => onWijzig(zet(form, 'titel', currentTarget.value))}
      />
      <Textarea
        label={t.uitleg}
        autosize
        minRows={2}
        maxLength={2000}
        value={tekst('uitleg')}
        error={fouten['uitleg']}
        onChange={({ currentTarget }) => schrijf('uitleg', currentTarget.value)}
      />
      <TextInput
        label={t.verstuurtekst}
        maxLength={60}
        value={tekst('verstuurtekst')}
        error={fouten['verstuurtekst']}
        onChange={({ currentTarget }) => schrijf('verstuurtekst', currentTarget.value)}
      />
      <fieldset className={css['groep']}>
        <legend>{t.delen}</legend>
        <p className={css['zacht']}>{t.delenUitleg}</p>
        {delen.map((deel, plek) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what one types may not move the focus
          <div key={plek} className={css['rij']}>
            <TextInput
              aria-label={t.deelTitel(plek + 1)}
              value={String(deel['titel'] ?? '')}
              error={fouten[`delen.${plek}.titel`]}
              onChange={({ currentTarget }) => onWijzig(zetDeel(form, plek, 'titel', currentTarget.value))}
            />
            <ActionIcon
              variant="default"
              aria-label={t.deelWeg(plek + 1)}
              onClick={() => onWijzig(verwijderDeel(form, plek))}
            >
              <Icoon naam="prullenbak" maat={14} />
            </ActionIcon>
          </div>
        ))}
        {fouten['delen'] && <p className={css['rood']}>{fouten['delen']}</p>}
        <Button size="xs" variant="default" onClick={() => onWijzig(voegDeelToe(form, t.nieuwDeel))}>
          {t.deelErbij}
        </Button>
      </fieldset>
    </section>
  )
}
