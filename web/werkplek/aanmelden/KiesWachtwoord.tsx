import { Button, PasswordInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { openUitnodiging, takeUitnodiging } from '#contract/aanmelden/uitnodigingen.ts'
import { WachtwoordInvoer } from '#contract/aanmelden.ts'
import { call } from '#kit/api.ts'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useFormulier } from '#kit/formulier.ts'
import { Laadskelet, LegeStaat } from '#kit/Staten.tsx'
import css from './Aanmelden.module.css'
import { useAanmeldTeksten } from './aanmeldTeksten.ts'
import { useEersteFocus } from './useEersteFocus.ts'

/** Where a link of the administrator leads. The token is behind the #: it reaches the server in a body only. */
export function KiesWachtwoord({ onGekozen }: { onGekozen: (email: string) => void }) {
  const t = useAanmeldTeksten()
  const [token] = useState(() => window.location.hash.slice(1))
  const uitnodiging = useQuery({
    queryKey: [openUitnodiging.path, token],
    // Without its signal: calls with the same body share one request, and an abort would end it for the next one too.
    queryFn: () => call(openUitnodiging, { body: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => {
    document.title = `${t.link.titel} · Rondom`
  }, [t])
  if (uitnodiging.isPending) return <Laadskelet regels={4} />
  if (!uitnodiging.data) {
    return (
      <>
        <h1 className="alleen-voorlezen">{t.link.titel}</h1>
        <LegeStaat titel={t.link.ongeldigTitel} icoon="slot" actie={<a href="/werkplek/">{t.link.naarAanmelden}</a>}>
          {t.link.ongeldig}
        </LegeStaat>
      </>
    )
  }
  const { naam, email, organisatie } = uitnodiging.data
  return (
    <>
      <h1>{t.link.titel}</h1>
      <p>{t.link.voorWie(naam, organisatie)}</p>
      <NieuwWachtwoord
        email={email}
        verstuur={async (wachtwoord) => {
          const answer = await call(takeUitnodiging, { body: { token, wachtwoord } })
          onGekozen(answer.email)
        }}
      />
    </>
  )
}

const Invoer = z.object({ wachtwoord: WachtwoordInvoer })

function NieuwWachtwoord({ email, verstuur }: { email: string; verstuur: (wachtwoord: string) => Promise<void> }) {
  const t = useAanmeldTeksten()
  const formulier = useFormulier(Invoer, {
    begin: { wachtwoord: '' },
    verstuur: ({ wachtwoord }) => verstuur(wachtwoord),
  })
  useEersteFocus(() => formulier.setFocus('wachtwoord'))
  const { errors, isSubmitting } = formulier.formState
  return (
    <form className={css['formulier']} onSubmit={formulier.verstuur} noValidate>
      <Foutenoverzicht formulier={formulier} namen={{ wachtwoord: t.link.nieuw }} />
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
        {...formulier.register('wachtwoord')}
        size="md"
        label={t.link.nieuw}
        description={t.link.uitleg}
        autoComplete="new-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t.toonWachtwoord }}
        error={errors.wachtwoord?.message}
      />
      <Button type="submit" size="md" fullWidth loading={isSubmitting}>
        {t.link.instellen}
      </Button>
    </form>
  )
}
