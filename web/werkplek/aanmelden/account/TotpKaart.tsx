import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { beginTotp, getToegang, renewHerstelcodes, stopTotp } from '#contract/aanmelden/account.ts'
import type { ResponseOf } from '#contract/endpoint.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { ververs } from '#kit/queries.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useAanmeldTeksten } from '../aanmeldTeksten.ts'
import css from './Account.module.css'
import { BevestigWachtwoord } from './BevestigWachtwoord.tsx'
import { Herstelcodes } from './Herstelcodes.tsx'
import { TotpInstellen } from './TotpInstellen.tsx'

type Stand =
  | 'rust'
  | 'vraagt'
  | 'vraagt-codes'
  | { nieuw: ResponseOf<typeof beginTotp> }
  | { codes: ResponseOf<typeof renewHerstelcodes>['herstelcodes'] }

/** On: turning off and new recovery codes ask the password. Off: password, then the QR code, then a code that proves the app works. */
export function TotpKaart({ aan }: { aan: boolean }) {
  const t = useAanmeldTeksten().account
  const client = useQueryClient()
  const [stand, setStand] = useState<Stand>('rust')
  const rust = () => setStand('rust')
  const klaar = async (tekst: string) => {
    rust()
    meld(tekst)
    await ververs(client, getToegang)
  }
  return (
    <section className={css['kaart']} aria-labelledby="account-totp">
      <div className={css['kop']}>
        <h2 id="account-totp">{t.totpTitel}</h2>
        <StatusBadge toon={aan ? 'goed' : 'neutraal'}>{aan ? t.aan : t.uit}</StatusBadge>
      </div>
      <p className={css['zacht']}>{aan ? t.totpAan : t.totpUit}</p>
      {stand === 'rust' && (
        <div className={css['knoppen']}>
          <Button variant={aan ? 'default' : 'filled'} onClick={() => setStand('vraagt')}>
            {aan ? t.totpStop : t.totpBegin}
          </Button>
          {aan && (
            <Button variant="default" onClick={() => setStand('vraagt-codes')}>
              {t.herstelNieuw}
            </Button>
          )}
        </div>
      )}
      {stand === 'vraagt-codes' && <p>{t.herstelVraag}</p>}
      {(stand === 'vraagt' || stand === 'vraagt-codes') && (
        <BevestigWachtwoord
          onAnnuleren={rust}
          verstuur={async (body) => {
            if (!aan) return setStand({ nieuw: await call(beginTotp, { body }) })
            if (stand === 'vraagt-codes')
              return setStand({ codes: (await call(renewHerstelcodes, { body })).herstelcodes })
            await call(stopTotp, { body })
            await klaar(t.totpGestopt)
          }}
        />
      )}
      {typeof stand === 'object' && 'nieuw' in stand && (
        <TotpInstellen {...stand.nieuw} onAnnuleren={rust} onGelukt={() => void klaar(t.totpGelukt)} />
      )}
      {typeof stand === 'object' && 'codes' in stand && (
        <Herstelcodes kijk codes={stand.codes} uitleg={t.herstelVernieuwd}>
          <Button onClick={rust}>{t.herstelKlaar}</Button>
        </Herstelcodes>
      )}
    </section>
  )
}
