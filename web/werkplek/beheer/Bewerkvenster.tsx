import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { FieldValues } from 'react-hook-form'
import { ConflictDialoog } from '#kit/ConflictDialoog.tsx'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { Venster } from '#kit/Venster.tsx'
import { Verlaatwacht } from '#kit/Verlaatwacht.tsx'
import css from './Bewerkvenster.module.css'
import { useBeheerTeksten } from './beheerTeksten.ts'
import type { Bewerking } from './useBewerken.ts'

type Props<In extends FieldValues, Out> = {
  titel: string
  bewerking: Bewerking<In, Out>
  /** How the fields are called on screen. */
  namen: Partial<Record<keyof In & string, string>>
  /** How a value is shown when somebody else saved first. */
  toon?: (veld: keyof In & string, waarde: unknown) => string
  isNieuw?: boolean
  breed?: boolean
  /** Another button, at the left. */
  links?: ReactNode
  onSluiten: () => void
  /** The fields. */
  children: ReactNode
  /** What is saved on its own, below the form. */
  onder?: ReactNode
}

/** The side window in which one thing is edited, with everything around it: errors, conflict, unsaved work, keys. */
export function Bewerkvenster<In extends FieldValues, Out>(props: Props<In, Out>) {
  const { titel, bewerking, namen, toon, isNieuw, breed, links, onSluiten, children, onder } = props
  const { formulier, conflict } = bewerking
  const { isDirty, isSubmitting } = formulier.formState
  const t = useBeheerTeksten()
  const id = useId()
  const bewaar = isNieuw ? t.toevoegen : t.bewaren
  useSneltoets('mod+enter', bewaar, () => formulier.verstuur(), conflict === undefined)
  return (
    <>
      <Venster
        open
        plaats="rechts"
        {...(breed && { breed })}
        titel={titel}
        onSluiten={onSluiten}
        acties={
          <>
            {links && <span className={css['links']}>{links}</span>}
            <Button variant="default" onClick={onSluiten}>
              {t.annuleren}
            </Button>
            <Button type="submit" form={id} loading={isSubmitting} rightSection={<Toets toets="mod+enter" />}>
              {bewaar}
            </Button>
          </>
        }
      >
        <form
          // React does not write the attribute, and a dialog looks for it when it opens: type at once.
          ref={(form) => (isNieuw ? form?.querySelector('input')?.setAttribute('autofocus', '') : undefined)}
          id={id}
          noValidate
          onSubmit={formulier.verstuur}
          className={css['velden']}
          aria-label={titel}
        >
          <Foutenoverzicht formulier={formulier} namen={namen as Record<string, string>} />
          {children}
        </form>
        {onder && <div className={css['onder']}>{onder}</div>}
      </Venster>
      <Verlaatwacht actief={isDirty && !isSubmitting} />
      {conflict && (
        <ConflictDialoog<In>
          begin={conflict.begin}
          mijn={formulier.getValues()}
          huidig={conflict.huidig}
          velden={namen as Partial<Record<keyof In & string, string>>}
          {...(toon && { toon })}
          onKies={bewerking.kies}
          onSluiten={bewerking.sluitConflict}
        />
      )}
    </>
  )
}
