import { forwardRef, type InputHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react'
import { beschreven, FormField, type VeldDeel } from './FormField.tsx'

type Eigen = VeldDeel & { onWijzig?: (waarde: string) => void }

/** One line of text with its label. */
export const TextField = forwardRef<HTMLInputElement, Omit<InputHTMLAttributes<HTMLInputElement>, keyof Eigen> & Eigen>(
  function TextField({ label, uitleg, fout, verplicht = true, kop, onWijzig, className, ...rest }, ref) {
    const eigenId = useId()
    const id = rest.id ?? eigenId
    return (
      <FormField id={id} label={label} uitleg={uitleg} fout={fout} verplicht={verplicht} kop={kop}>
        <input
          ref={ref}
          type="text"
          {...rest}
          id={id}
          className={`utrecht-textbox utrecht-textbox--html-input ${className ?? ''}`}
          aria-invalid={fout ? true : undefined}
          aria-describedby={beschreven(id, { uitleg, fout })}
          onChange={(event) => onWijzig?.(event.currentTarget.value)}
        />
      </FormField>
    )
  },
)

/** Text of several lines with its label. */
export const TextArea = forwardRef<
  HTMLTextAreaElement,
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Eigen> & Eigen
>(function TextArea({ label, uitleg, fout, verplicht = true, kop, onWijzig, className, ...rest }, ref) {
  const eigenId = useId()
  const id = rest.id ?? eigenId
  return (
    <FormField id={id} label={label} uitleg={uitleg} fout={fout} verplicht={verplicht} kop={kop}>
      <textarea
        ref={ref}
        rows={5}
        {...rest}
        id={id}
        className={`utrecht-textarea utrecht-textarea--html-textarea ${className ?? ''}`}
        aria-invalid={fout ? true : undefined}
        aria-describedby={beschreven(id, { uitleg, fout })}
        onChange={(event) => onWijzig?.(event.currentTarget.value)}
      />
    </FormField>
  )
})
