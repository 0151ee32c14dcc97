import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { aanmeldenMetWachtwoord } from '#contract/aanmelden.ts'
import { call } from '#kit/api.ts'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useFormulier } from '#kit/formulier.ts'
import css from './Aanmelden.module.css'
import { useAanmeldTeksten } from './aanmeldTeksten.ts'
import { Codestap } from './Codestap.tsx'
import { useEersteFocus } from './useEersteFocus.ts'

type Props = {
  onAangemeld: () => void
  /** Known already: only the password is asked. */
  email?: string
  /** False where something else is the first thing to do. */
  focus?: boolean
  /** Other ways in, below the form. */
  children?: ReactNode
}

/** E-mail address and password, and then a code when the account asks for one. */
export function Aanmeldformulier({ onAangemeld, email, focus = true, children }: Props) {
  const t = useAanmeldTeksten()
  const [stap, setStap] = useState<'wachtwoord' | 'code'>('wachtwoord')
  const formulier = useFormulier(aanmeldenMetWachtwoord.body, {
    begin: { email: email ?? '', wachtwoord: '' },
    verstuur: async (body) => {
      const next = await call(aanmeldenMetWachtwoord, { body })
      if (next.stap === 'klaar') return onAangemeld()
      setStap('code')
    },
  })
  useEersteFocus(() => formulier.setFocus(email === undefined ? 'email' : 'wachtwoord'), focus)
  const { errors, isSubmitting } = formulier.formState
  if (stap === 'code') return <Codestap onAangemeld={onAangemeld} onTerug={() => setStap('wachtwoord')} />
  return (
    <>
      <form className={css['formulier']} onSubmit={formulier.verstuur} noValidate>
        <Foutenoverzicht formulier={formulier} namen={{ email: t.email, wachtwoord: t.wachtwoord }} />
        <TextInput
          {...formulier.register('email')}
          size="md"
          type="email"
          label={t.email}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          readOnly={email !== undefined}
          error={errors.email?.message}
        />
        <PasswordInput
          {...formulier.register('wachtwoord')}
          size="md"
          label={t.wachtwoord}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t.toonWachtwoord }}
          error={errors.wachtwoord?.message}
        />
        <Button type="submit" size="md" fullWidth loading={isSubmitting}>
          {t.aanmelden}
        </Button>
      </form>
      {children}
    </>
  )
}
