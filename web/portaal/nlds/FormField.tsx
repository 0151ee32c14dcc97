import type { ReactNode, Ref } from 'react'
import css from './FormField.module.css'
import { useNldsTeksten } from './nldsTeksten.ts'
import { Heading } from './Tekst.tsx'

export type VeldDeel = {
  label: ReactNode
  /** Under the label. */
  uitleg?: ReactNode
  fout?: string | undefined
  /** What may be left empty says so; what is required needs no mark. */
  verplicht?: boolean
  /** The question is the title of the page: the label is its `h1`. */
  kop?: Ref<HTMLHeadingElement> | undefined
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
  kop,
  children,
}: VeldDeel & { id: string; children: ReactNode }) {
  return (
    <div className={`utrecht-form-field ${fout ? 'utrecht-form-field--invalid' : ''}`}>
      <Titel kop={kop}>
        <label className="utrecht-form-label" htmlFor={id}>
          {label} {!verplicht && <NietVerplicht />}
        </label>
      </Titel>
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
  kop,
  rol,
  children,
}: VeldDeel & { id: string; rol?: 'radiogroup'; children: ReactNode }) {
  return (
    <fieldset
      className={`utrecht-form-field ${css['groep']} ${fout ? 'utrecht-form-field--invalid' : ''}`}
      aria-describedby={beschreven(id, { uitleg, fout })}
      role={rol}
    >
      <legend className="utrecht-form-label">
        <Titel kop={kop}>
          {label} {!verplicht && <NietVerplicht />}
        </Titel>
      </legend>
      <Toelichting id={id} uitleg={uitleg} fout={fout} />
      {children}
    </fieldset>
  )
}

/** https://design-system.service.gov.uk/get-started/labels-legends-headings/: one question, and no title said twice. */
function Titel({ kop, children }: { kop: VeldDeel['kop']; children: ReactNode }) {
  if (!kop) return children
  return (
    <Heading level={1} ref={kop} tabIndex={-1} className={css['kop'] ?? ''}>
      {children}
    </Heading>
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
