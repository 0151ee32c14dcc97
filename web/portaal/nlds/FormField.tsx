import type { ReactNode } from 'react'
import css from './FormField.module.css'
import { useNldsTeksten } from './nldsTeksten.ts'

export type VeldDeel = {
  label: ReactNode
  /** Under the label. */
  uitleg?: ReactNode
  fout?: string | undefined
  /** What may be left empty says so; what is required needs no mark. */
  verplicht?: boolean
}

/** Ids of explanation and error, for `aria-describedby` of the control. */
export function beschreven(id: string, { uitleg, fout }: Pick<VeldDeel, 'uitleg' | 'fout'>): string | undefined {
  return [uitleg && `${id}-uitleg`, fout && `${id}-fout`].filter(Boolean).join(' ') || undefined
}

/** A label with its control: explanation above it, the error between them, as NL Design System orders them. */
export function FormField({
  id,
  label,
  uitleg,
  fout,
  verplicht = true,
  groot = false,
  children,
}: VeldDeel & { id: string; groot?: boolean; children: ReactNode }) {
  return (
    <div className={`utrecht-form-field ${fout ? 'utrecht-form-field--invalid' : ''}`}>
      <label className={`utrecht-form-label ${groot ? css['groot'] : ''}`} htmlFor={id}>
        {label} {!verplicht && <NietVerplicht />}
      </label>
      <Toelichting id={id} uitleg={uitleg} fout={fout} />
      {children}
    </div>
  )
}

/** Several controls that answer one question: the question is the legend. */
export function Fieldset({
  id,
  label,
  uitleg,
  fout,
  verplicht = true,
  groot = false,
  rol,
  children,
}: VeldDeel & { id: string; groot?: boolean; rol?: 'radiogroup'; children: ReactNode }) {
  return (
    <fieldset
      className={`utrecht-form-field ${css['groep']} ${fout ? 'utrecht-form-field--invalid' : ''}`}
      aria-describedby={beschreven(id, { uitleg, fout })}
      role={rol}
    >
      <legend className={`utrecht-form-label ${groot ? css['groot'] : ''}`}>
        {label} {!verplicht && <NietVerplicht />}
      </legend>
      <Toelichting id={id} uitleg={uitleg} fout={fout} />
      {children}
    </fieldset>
  )
}

function Toelichting({ id, uitleg, fout }: Pick<VeldDeel, 'uitleg' | 'fout'> & { id: string }) {
  const t = useNldsTeksten()
  return (
    <>
      {uitleg && (
        <div id={`${id}-uitleg`} className="utrecht-form-field-description">
          {uitleg}
        </div>
      )}
      {fout && (
        <div id={`${id}-fout`} className="utrecht-form-field-error-message">
          <span className="alleen-voorlezen">{t.fout}</span> {fout}
        </div>
      )}
    </>
  )
}

function NietVerplicht() {
  return <span className={css['vrij']}>{useNldsTeksten().nietVerplicht}</span>
}
