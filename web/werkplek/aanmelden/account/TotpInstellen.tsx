import { Button, TextInput } from '@mantine/core'
import { encode } from 'uqr'
import { bevestigTotp } from '#contract/aanmelden/account.ts'
import { call } from '#kit/api.ts'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useFormulier } from '#kit/formulier.ts'
import { useAanmeldTeksten } from '../aanmeldTeksten.ts'
import css from './Account.module.css'
import { Herstelcodes } from './Herstelcodes.tsx'

type Props = {
  uri: string
  geheim: string
  herstelcodes: readonly string[]
  onGelukt: () => void
  onAnnuleren: () => void
}

export function TotpInstellen({ uri, geheim, herstelcodes, onGelukt, onAnnuleren }: Props) {
  const teksten = useAanmeldTeksten()
  const t = teksten.account
  const formulier = useFormulier(bevestigTotp.body, {
    begin: { code: '' },
    verstuur: async (body) => {
      await call(bevestigTotp, { body })
      onGelukt()
    },
  })
  const { errors, isSubmitting } = formulier.formState
  return (
    <form onSubmit={formulier.verstuur} noValidate>
      <p>{t.qrUitleg}</p>
      <QrCode tekst={uri} naam={t.qr} />
      <p>
        {t.sleutel} <span className={css['sleutel']}>{geheim.replace(/(.{4})/g, '$1 ').trim()}</span>
      </p>
      <Herstelcodes codes={herstelcodes} uitleg={t.herstelUitleg} />
      <Foutenoverzicht formulier={formulier} namen={{ code: teksten.code }} />
      <TextInput
        {...formulier.register('code')}
        label={t.codeVanApp}
        description={teksten.codeUitleg}
        inputMode="numeric"
        autoComplete="one-time-code"
        error={errors.code?.message}
      />
      <div className={css['knoppen']}>
        <Button type="submit" loading={isSubmitting}>
          {t.aanzetten}
        </Button>
        <Button variant="default" onClick={onAnnuleren}>
          {t.annuleren}
        </Button>
      </div>
    </form>
  )
}

/** Black on white in dark mode too: cameras do not read it the other way round. */
function QrCode({ tekst, naam }: { tekst: string; naam: string }) {
  const { data, size } = encode(tekst, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg className={css['qr']} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={naam} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  )
}
