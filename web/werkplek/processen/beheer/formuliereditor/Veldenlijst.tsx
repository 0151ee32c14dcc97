import { ActionIcon, Button, Select } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Veldsoort } from '#contract/formulieren.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { type RuwFormulier, verdubbel, verplaats, verwijder, voegToe, zetTerug } from './bewerkFormulier.ts'
import { useFormuliereditorTeksten } from './editorTeksten.ts'
import css from './Formuliereditor.module.css'

type Props = {
  form: RuwFormulier
  /** The field that is open; -1 is the form itself. */
  gekozen: number
  fouten: Readonly<Record<string, string>>
  onKies: (plek: number) => void
  onWijzig: (form: RuwFormulier) => void
  /** On the form as it is by then. */
  pasAan: (werk: (nu: RuwFormulier) => RuwFormulier) => void
}

/** The fields in their order: by buttons for the keyboard, by dragging for the mouse. */
export function Veldenlijst({ form, gekozen, fouten, onKies, onWijzig, pasAan }: Props) {
  const t = useFormuliereditorTeksten()
  const [soort, setSoort] = useState<Veldsoort>('tekst')
  const [sleept, setSleept] = useState<number>()
  const lijst = useRef<HTMLOListElement>(null)
  const naam = (plek: number) => String(form.velden[plek]?.['label'] || form.velden[plek]?.['naam'] || plek + 1)
  const heeftFout = (plek: number) => Object.keys(fouten).some((pad) => pad.startsWith(`velden.${plek}.`))
  const schuif = (van: number, naar: number) => {
    if (naar < 0 || naar >= form.velden.length || van === naar) return
    onWijzig(verplaats(form, van, naar))
    onKies(naar)
    meld(t.verplaatst(naam(van), naar + 1))
  }
  const doe = ({ form: next, plek }: { form: RuwFormulier; plek: number }) => {
    onWijzig(next)
    onKies(plek)
  }
  return (
    <div className={css['lijst']}>
      <button type="button" className={css['veldknop']} aria-pressed={gekozen === -1} onClick={() => onKies(-1)}>
        {t.kaal}
      </button>
      {form.velden.length === 0 && <p className={css['zacht']}>{t.geenVelden}</p>}
      <ol ref={lijst}>
        {form.velden.map((veld, plek) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a name changes while one types it
            key={plek}
            draggable
            data-sleept={sleept === plek || undefined}
            onDragStart={() => setSleept(plek)}
            onDragEnd={() => setSleept(undefined)}
            onDragOver={(event) => sleept !== undefined && event.preventDefault()}
            onDrop={() => sleept !== undefined && schuif(sleept, plek)}
          >
            <button
              type="button"
              className={css['veldknop']}
              aria-pressed={gekozen === plek}
              onClick={() => onKies(plek)}
            >
              {heeftFout(plek) && <Icoon naam="let_op" maat={14} label={t.heeftFout} />}
              <span>{naam(plek)}</span>
              <span className={css['zacht']}>{t.soorten[String(veld['soort']) as Veldsoort] ?? ''}</span>
            </button>
            {gekozen === plek && (
              <span className={css['knoppen']}>
                <ActionIcon
                  variant="default"
                  aria-label={t.omhoog(naam(plek))}
                  disabled={plek === 0}
                  onClick={() => schuif(plek, plek - 1)}
                >
                  <span className={css['omhoog']}>
                    <Icoon naam="pijl_neer" maat={14} />
                  </span>
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={t.omlaag(naam(plek))}
                  disabled={plek === form.velden.length - 1}
                  onClick={() => schuif(plek, plek + 1)}
                >
                  <Icoon naam="pijl_neer" maat={14} />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={t.verdubbel(naam(plek))}
                  onClick={() => doe(verdubbel(form, plek))}
                >
                  <Icoon naam="plus" maat={14} />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={t.verwijder(naam(plek))}
                  onClick={() => {
                    onWijzig(verwijder(form, plek))
                    onKies(Math.min(plek, form.velden.length - 2))
                    lijst.current?.closest('div')?.querySelector('button')?.focus()
                    meld(t.verwijderd(naam(plek)), {
                      actie: { naam: t.ongedaan, run: () => pasAan((nu) => zetTerug(nu, form, plek)) },
                    })
                  }}
                >
                  <Icoon naam="prullenbak" maat={14} />
                </ActionIcon>
              </span>
            )}
          </li>
        ))}
      </ol>
      <div className={css['rij']}>
        <Select
          aria-label={t.soortToevoegen}
          allowDeselect={false}
          data={Object.entries(t.soorten).map(([value, label]) => ({ value, label }))}
          value={soort}
          onChange={(next) => next && setSoort(next as Veldsoort)}
        />
        <Button
          size="xs"
          variant="default"
          onClick={() => doe(voegToe(form, soort, t.nieuweVraag, gekozen === -1 ? undefined : gekozen))}
        >
          {t.toevoegen}
        </Button>
      </div>
    </div>
  )
}
