import { Button, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { changeWachtwoord, getToegang } from '#contract/aanmelden/account.ts'
import { call } from '#kit/api.ts'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useFormulier } from '#kit/formulier.ts'
import { meld } from '#kit/melding.ts'
import { ververs } from '#kit/queries.ts'
import { useAanmeldTeksten } from '../aanmeldTeksten.ts'
import css from './Account.module.css'

export function WachtwoordKaart({ heeft, email }: { heeft: boolean; email: string }) {
  const t = useAanmeldTeksten().account
  return (
    <section className={css['kaart']} aria-labelledby="account-wachtwoord">
      <h2 id="account-wachtwoord">{t.wachtwoordTitel}</h2>
      {heeft ? <WijzigWachtwoord email={email} /> : <p className={css['zacht']}>{t.geenWachtwoord}</p>}
    </section>
  )
}

function WijzigWachtwoord({ email }: { email: string }) {
  const teksten = useAanmeldTeksten()
  const t = teksten.account
  const client = useQueryClient()
  const formulier = useFormulier(changeWachtwoord.body, {
    begin: { huidig: '', nieuw: '' },
    verstuur: async (body) => {
      await call(changeWachtwoord, { body })
      formulier.reset()
      meld(t.gewijzigd)
      await ververs(client, getToegang)
    },
  })
  const { errors, isSubmitting } = formulier.formState
  return (
    <form onSubmit={formulier.verstuur} noValidate>
      <Foutenoverzicht formulier={formulier} namen={{ huidig: t.huidig, nieuw: t.nieuw }} />
      {/* A password manager must know whose password this is. */}
      <input
        className="alleen-voorlezen"
        type="email"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordInput
        {...formulier.register('huidig')}
        label={t.huidig}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': teksten.toonWachtwoord }}
        error={errors.huidig?.message}
      />
      <PasswordInput
        {...formulier.register('nieuw')}
        label={t.nieuw}
        description={teksten.link.uitleg}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': teksten.toonWachtwoord }}
        error={errors.nieuw?.message}
      />
      <div className={css['knoppen']}>
        <Button type="submit" loading={isSubmitting}>
          {t.wijzigen}
        </Button>
      </div>
    </form>
  )
}
