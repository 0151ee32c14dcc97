import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { FieldValues } from 'react-hook-form'
import { ConflictDialoog } from '#kit/ConflictDialoog.tsx'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { Venster } from '#kit/Venster.tsx'
import { useVerlaatwacht } from '#kit/Verlaatwacht.tsx'
import { focusOp } from '../focusOp.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import css from './Bewerkvenster.module.css'
import type { Bewerking } from './usePartijFormulier.ts'

type Props<In extends FieldValues, Out> = {
  titel: string
  bewerking: Bewerking<In, Out>
  /** How the fields are called on screen. */
  namen: Partial<Record<keyof In & string, string>>
  toon?: (veld: keyof In & string, waarde: unknown) => string
  isNieuw?: boolean
  /** Something was typed beside the fields of the form. */
  getypt?: boolean
  /** Ends the part; it stays in the history. */
  onEinde?: (() => void) | undefined
  onSluiten: () => void
  children: ReactNode
}

/** The side window in which one thing of a klant is edited: errors, conflict and keys around the fields. */
export function Bewerkvenster<In extends FieldValues, Out>(props: Props<In, Out>) {
  const { titel, bewerking, namen, toon, isNieuw, getypt = false, onEinde, onSluiten, children } = props
  const { formulier, conflict } = bewerking
  const { isDirty, isSubmitting } = formulier.formState
  const wacht = useVerlaatwacht((isDirty || getypt) && !isSubmitting, onSluiten)
  const sluit = () => wacht.eerst(onSluiten)
  const t = useRelatieTeksten()
  const id = useId()
  const bewaar = isNieuw ? t.toevoegen : t.bewaren
  useSneltoets('mod+enter', bewaar, () => formulier.verstuur(), conflict === undefined && !wacht.vraagt)
  return (
    <>
      <Venster
        open
        plaats="rechts"
        titel={titel}
        onSluiten={sluit}
        acties={
          <>
            {onEinde && (
              <Button variant="subtle" color="red" className={css['einde']} onClick={() => wacht.eerst(onEinde)}>
                {t.beeindigen}
              </Button>
            )}
            <Button variant="default" onClick={sluit}>
              {t.annuleren}
            </Button>
            <Button type="submit" form={id} loading={isSubmitting} rightSection={<Toets toets="mod+enter" />}>
              {bewaar}
            </Button>
          </>
        }
      >
        <form id={id} noValidate onSubmit={formulier.verstuur} className={css['velden']} aria-label={titel}>
          <Foutenoverzicht
            formulier={{ ...formulier, setFocus: (naam) => focusOp(String(naam)) }}
            namen={namen as Record<string, string>}
          />
          {children}
        </form>
      </Venster>
      {wacht.vraag}
      {conflict && (
        <ConflictDialoog<In>
          begin={conflict.begin}
          mijn={formulier.getValues()}
          huidig={conflict.huidig}
          velden={namen}
          {...(toon && { toon })}
          onKies={bewerking.kies}
          onSluiten={bewerking.sluitConflict}
        />
      )}
    </>
  )
}
