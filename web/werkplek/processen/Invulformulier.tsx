import type { ReactNode } from 'react'
import type { Formulierdefinitie } from '#contract/formulieren.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Formuliervelden } from '../formulier/Formuliervelden.tsx'
import type { LaadOp } from '../formulier/veld.ts'
import css from './Invulformulier.module.css'
import type { Invulling } from './invulling.ts'

type Props = {
  /** For screen readers. */
  naam: string
  invulling: Invulling
  formulier: Formulierdefinitie | null
  partijId?: string | undefined
  /** Where its files go. */
  laadOp?: LaadOp | undefined
  knoppen: ReactNode
  /** Fields that are not of the form. */
  children?: ReactNode
}

/** A form of a process on screen, wherever it is filled in: in the contact panel or on the page of a zaak. */
export function Invulformulier({ naam, invulling, formulier, partijId, laadOp, knoppen, children }: Props) {
  return (
    <form
      ref={invulling.kader}
      noValidate
      aria-label={naam}
      className={css['formulier']}
      onKeyDownCapture={(event) => {
        // Before a drop-down sees it: Enter would open the list under the field instead.
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        event.stopPropagation()
        void invulling.verstuur()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void invulling.verstuur()
      }}
    >
      {invulling.algemeen && (
        <p className={css['algemeen']} role="alert" tabIndex={-1}>
          <Icoon naam="let_op" maat={14} /> {invulling.algemeen}
        </p>
      )}
      {formulier && (
        <Formuliervelden
          definitie={formulier}
          antwoorden={invulling.antwoorden}
          context={invulling.context}
          fouten={invulling.fouten}
          onWijzig={invulling.zet}
          partijId={partijId}
          laadOp={laadOp}
        />
      )}
      {children}
      <div className={css['knoppen']}>{knoppen}</div>
    </form>
  )
}
