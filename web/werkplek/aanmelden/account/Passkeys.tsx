import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { addPasskey, getToegang, type Passkey, removePasskey } from '#contract/aanmelden/account.ts'
import { call } from '#kit/api.ts'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { dagVan, dagwoord } from '#kit/format.ts'
import { useFormulier } from '#kit/formulier.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { wachtOpAanmelden } from '#kit/sessie.ts'
import { useAanmeldTeksten } from '../aanmeldTeksten.ts'
import { kanPasskey, voegPasskeyToe } from '../passkey.ts'
import css from './Account.module.css'

const Invoer = addPasskey.body.pick({ naam: true })

export function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const teksten = useAanmeldTeksten()
  const t = teksten.account
  const client = useQueryClient()
  const formulier = useFormulier(Invoer, {
    begin: { naam: '' },
    verstuur: async ({ naam }) => {
      if ((await naRecenteAanmelding(() => voegPasskeyToe(naam))) === 'afgebroken') {
        return meld(t.passkeyMislukt, { toon: 'let-op' })
      }
      formulier.reset()
      meld(t.passkeyToegevoegd)
      await ververs(client, getToegang)
    },
  })

  async function remove(id: string): Promise<void> {
    try {
      await call(removePasskey, { params: { id } })
      meld(t.passkeyVerwijderd)
      await ververs(client, getToegang)
    } catch (error) {
      meld(detailOf(error), { toon: 'fout' })
    }
  }

  const { errors, isSubmitting } = formulier.formState
  return (
    <section className={css['kaart']} aria-labelledby="account-passkeys">
      <h2 id="account-passkeys">{t.passkeyTitel}</h2>
      <p className={css['zacht']}>{kanPasskey() ? t.passkeyUitleg : teksten.passkeyKanNiet}</p>
      {passkeys.length > 0 && (
        <ul className={css['lijst']}>
          {passkeys.map(({ id, naam, toegevoegdOp }) => (
            <li key={id}>
              <span>
                <span className={css['naam']}>{naam}</span>{' '}
                <span className={css['zacht']}>{t.passkeySinds(dagwoord(dagVan(toegevoegdOp)))}</span>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.passkeyVerwijder(naam)}
                onClick={() => void remove(id)}
              >
                <Icoon naam="prullenbak" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {kanPasskey() && (
        <form onSubmit={formulier.verstuur} noValidate>
          <Foutenoverzicht formulier={formulier} namen={{ naam: t.passkeyNaam }} />
          <TextInput
            {...formulier.register('naam')}
            label={t.passkeyNaam}
            placeholder={t.passkeyNaamVoorbeeld}
            autoComplete="off"
            error={errors.naam?.message}
          />
          <div className={css['knoppen']}>
            <Button type="submit" variant="default" loading={isSubmitting}>
              {t.passkeyToevoegen}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}

/** The server wants a sign-in of the last minutes; it is asked over this screen, and then we go on. */
async function naRecenteAanmelding<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'opnieuw-aanmelden') throw error
    await wachtOpAanmelden(undefined)
    return await work()
  }
}
