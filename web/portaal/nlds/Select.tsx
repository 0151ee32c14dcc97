import { forwardRef, type SelectHTMLAttributes, useId } from 'react'
import type { Keuze } from './Choice.tsx'
import { beschreven, FormField, type VeldDeel } from './FormField.tsx'
import { useNldsTeksten } from './nldsTeksten.ts'

type Eigen = VeldDeel & { opties: readonly Keuze[]; waarde: string; onKies: (waarde: string) => void }

/** The browser's own list: on a phone nothing works better. For many options; of a few, show them all. */
export const Select = forwardRef<HTMLSelectElement, Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof Eigen> & Eigen>(
  function Select({ label, uitleg, fout, verplicht = true, kop, opties, waarde, onKies, ...rest }, ref) {
    const t = useNldsTeksten()
    const eigenId = useId()
    const id = rest.id ?? eigenId
    return (
      <FormField id={id} label={label} uitleg={uitleg} fout={fout} verplicht={verplicht} kop={kop}>
        <select
          ref={ref}
          {...rest}
          id={id}
          className="utrecht-select utrecht-select--html-select"
          aria-invalid={fout ? true : undefined}
          aria-describedby={beschreven(id, { uitleg, fout })}
          value={waarde}
          onChange={(event) => onKies(event.currentTarget.value)}
        >
          <option value="">{t.kies}</option>
          {opties.map((optie) => (
            <option key={optie.waarde} value={optie.waarde}>
              {optie.label}
            </option>
          ))}
        </select>
      </FormField>
    )
  },
)
