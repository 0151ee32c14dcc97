import type { ReactNode } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import css from './Formuliervelden.module.css'
import type { VeldProps } from './veld.ts'

/** Several controls that answer one question: the question is the legend, explanation and error belong to the group. */
export function Groep({ getoond: { veld, verplicht }, id, fout, children }: VeldProps & { children: ReactNode }) {
  const beschrijving = [veld.uitleg && `${id}-uitleg`, fout && `${id}-fout`].filter(Boolean).join(' ')
  return (
    <fieldset
      className={css['groep']}
      data-fout={fout ? true : undefined}
      {...(beschrijving && { 'aria-describedby': beschrijving })}
    >
      <legend>
        {veld.label}
        {verplicht && (
          <span aria-hidden="true" className={css['ster']}>
            {' *'}
          </span>
        )}
      </legend>
      {veld.uitleg && (
        <p id={`${id}-uitleg`} className={css['uitleg']}>
          {veld.uitleg}
        </p>
      )}
      {children}
      {fout && (
        <p id={`${id}-fout`} className={css['fout']}>
          <Icoon naam="let_op" maat={14} /> {fout}
        </p>
      )}
    </fieldset>
  )
}
