import { Button, TextInput } from '@mantine/core'
import { aanmeldenMetCode } from '#contract/aanmelden.ts'
import { call } from '#kit/api.ts'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useFormulier } from '#kit/formulier.ts'
import { ApiProblem } from '#kit/probleem.ts'
import css from './Aanmelden.module.css'
import { useAanmeldTeksten } from './aanmeldTeksten.ts'
import { useEersteFocus } from './useEersteFocus.ts'

/** The second step; a recovery code goes into the same field. */
export function Codestap({ onAangemeld, onTerug }: { onAangemeld: () => void; onTerug: () => void }) {
  const t = useAanmeldTeksten()
  const formulier = useFormulier(aanmeldenMetCode.body, {
    begin: { code: '' },
    verstuur: async (body) => {
      try {
        await call(aanmeldenMetCode, { body })
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'code-onjuist') formulier.resetField('code')
        throw error
      }
      onAangemeld()
    },
  })
  useEersteFocus(() => formulier.setFocus('code'))
  const { errors, isSubmitting } = formulier.formState
  return (
    <form className={css['formulier']} onSubmit={formulier.verstuur} noValidate>
      <h2>{t.codeTitel}</h2>
      <Foutenoverzicht formulier={formulier} namen={{ code: t.code }} />
      <TextInput
        {...formulier.register('code')}
        size="md"
        label={t.code}
        description={t.codeUitleg}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        error={errors.code?.message}
      />
      <Button type="submit" size="md" fullWidth loading={isSubmitting}>
        {t.verder}
      </Button>
      <p className={css['zacht']}>{t.herstelUitleg}</p>
      <Button variant="subtle" onClick={onTerug}>
        {t.terug}
      </Button>
    </form>
  )
}
