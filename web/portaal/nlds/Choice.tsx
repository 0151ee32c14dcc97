import type { ReactNode } from 'react'
import css from './FormField.module.css'
import { Fieldset, type VeldDeel } from './FormField.tsx'

export type Keuze = { waarde: string; label: string; uitleg?: string | undefined }
type Deel = VeldDeel & { id: string; opties: readonly Keuze[]; naast?: boolean }

/** One of some options; each is a row as high as a thumb. */
export function RadioGroup({
  opties,
  waarde,
  onKies,
  naast = false,
  ...groep
}: Deel & { waarde: string | null; onKies: (waarde: string) => void }) {
  return (
    <Fieldset {...groep} rol="radiogroup">
      <div className={`${css['keuzes']} ${naast ? css['naast'] : ''}`}>
        {opties.map((optie, plek) => (
          <Rij key={optie.waarde} optie={optie}>
            <input
              type="radio"
              className="utrecht-radio-button utrecht-radio-button--html-input"
              id={plek === 0 ? groep.id : `${groep.id}-${plek}`}
              name={groep.id}
              value={optie.waarde}
              checked={waarde === optie.waarde}
              onChange={() => onKies(optie.waarde)}
            />
          </Rij>
        ))}
      </div>
    </Fieldset>
  )
}

/** Any of some options. */
export function CheckboxGroup({
  opties,
  waarden,
  onKies,
  ...groep
}: Deel & { waarden: readonly string[]; onKies: (waarden: string[]) => void }) {
  return (
    <Fieldset {...groep}>
      <div className={css['keuzes']}>
        {opties.map((optie, plek) => (
          <Rij key={optie.waarde} optie={optie}>
            <input
              type="checkbox"
              className="utrecht-checkbox utrecht-checkbox--html-input"
              id={plek === 0 ? groep.id : `${groep.id}-${plek}`}
              checked={waarden.includes(optie.waarde)}
              onChange={(event) =>
                onKies(
                  event.currentTarget.checked
                    ? [...waarden, optie.waarde]
                    : waarden.filter((waarde) => waarde !== optie.waarde),
                )
              }
            />
          </Rij>
        ))}
      </div>
    </Fieldset>
  )
}

function Rij({ optie: { label, uitleg }, children }: { optie: Keuze; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={css['keuze']}>
      {children}
      <span>
        <span>{label}</span>
        {uitleg && <span className={css['uitleg']}>{uitleg}</span>}
      </span>
    </label>
  )
}
