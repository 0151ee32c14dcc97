import { Button, PasswordInput } from '@mantine/core'
import { stopTotp } from '#contract/aanmelden/account.ts'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useFormulier } from '#kit/formulier.ts'
import { useAanmeldTeksten } from '../aanmeldTeksten.ts'
import { useEersteFocus } from '../useEersteFocus.ts'
import css from './Account.module.css'

type Props = { verstuur: (body: { wachtwoord: string }) => Promise<void>; onAnnuleren: () => void }

/** The password once more, before something that weakens or changes the way in. */
export function BevestigWachtwoord({ verstuur, onAnnuleren }: Props) {
  const teksten = useAanmeldTeksten()
  const t = teksten.account
  const formulier = useFormulier(stopTotp.body, { begin: { wachtwoord: '' }, verstuur })
  useEersteFocus(() => formulier.setFocus('wachtwoord'))
  const { errors, isSubmitting } = formulier.formState
  return (
    <form onSubmit={formulier.verstuur} noValidate>
      <Foutenoverzicht formulier={formulier} namen={{ wachtwoord: teksten.wachtwoord }} />
      <PasswordInput
        {...formulier.register('wachtwoord')}
        label={t.bevestigMetWachtwoord}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': teksten.toonWachtwoord }}
        error={errors.wachtwoord?.message}
      />
      <div className={css['knoppen']}>
        <Button type="submit" loading={isSubmitting}>
          {teksten.verder}
        </Button>
        <Button variant="default" onClick={onAnnuleren}>
          {t.annuleren}
        </Button>
      </div>
    </form>
  )
}
