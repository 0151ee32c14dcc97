import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { endAndereSessies, endSessie, getToegang, type Sessie } from '#contract/aanmelden/account.ts'
import { call } from '#kit/api.ts'
import { wanneer } from '#kit/format.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { useAanmeldTeksten } from '../aanmeldTeksten.ts'
import css from './Account.module.css'
import { apparaatNaam } from './apparaatNaam.ts'

export function Sessies({ sessies }: { sessies: readonly Sessie[] }) {
  const t = useAanmeldTeksten().account
  const client = useQueryClient()

  async function end(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
      meld(t.beeindigd)
      await ververs(client, getToegang)
    } catch (error) {
      meld(detailOf(error), { toon: 'fout' })
    }
  }

  return (
    <section className={css['kaart']} aria-labelledby="account-sessies">
      <h2 id="account-sessies">{t.sessiesTitel}</h2>
      <ul className={css['lijst']}>
        {sessies.map(({ id, browser, adres, laatstActiefOp, huidige }) => {
          const naam = apparaatNaam(browser) ?? t.onbekend
          return (
            <li key={id}>
              <span>
                <span className={css['naam']}>{naam}</span>
                <br />
                <span className={css['zacht']}>
                  {[adres, t.actief(wanneer(laatstActiefOp))].filter(Boolean).join(', ')}
                </span>
              </span>
              {huidige ? (
                <StatusBadge toon="goed">{t.hier}</StatusBadge>
              ) : (
                <Button
                  variant="default"
                  aria-label={t.beeindig(naam)}
                  onClick={() => void end(() => call(endSessie, { params: { id } }))}
                >
                  {t.afmelden}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {sessies.length > 1 && (
        <div className={css['knoppen']}>
          <Button variant="default" onClick={() => void end(() => call(endAndereSessies))}>
            {t.beeindigAndere}
          </Button>
        </div>
      )}
    </section>
  )
}
