import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { downloadBrief } from '#contract/berichten.ts'
import {
  eindKlantsessiesVan,
  getKlanttoegang,
  type Klantaccount,
  type Klanttoegang,
  nodigKlantUit,
  stuurActiveringsbrief,
  wijzigKlanttoegang,
} from '#contract/klantaccounts.ts'
import { call, urlOf } from '#kit/api.ts'
import { dagVan, datum } from '#kit/format.ts'
import { useRecht } from '#kit/ik.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { useKlantaccountTeksten } from './klantaccountTeksten.ts'
import css from './Portaaltoegang.module.css'

/** Whether this customer can get into the portal, and what an employee can do about it. */
export function Portaaltoegang({ partijId }: { partijId: string }) {
  const t = useKlantaccountTeksten()
  const id = useId()
  const query = useQuery(lees(getKlanttoegang, { params: { id: partijId } }))
  if (query.data && !query.data.kan && !query.data.account) return null
  return (
    <section className={css['toegang']} aria-labelledby={id}>
      <h2 id={id}>{t.titel}</h2>
      <Lading query={query} regels={2}>
        {(toegang) => <Toegang partijId={partijId} toegang={toegang} />}
      </Lading>
    </section>
  )
}

function Toegang({ partijId, toegang }: { partijId: string; toegang: Klanttoegang }) {
  const t = useKlantaccountTeksten()
  const mag = useRecht('partij.schrijven')
  const { account, brief, email, kan } = toegang
  const params = { id: partijId }
  const nodigUit = useDoe(() => call(nodigKlantUit, { params, body: {} }), t.uitgenodigd)
  const maakBrief = useDoe(() => call(stuurActiveringsbrief, { params, body: {} }), t.briefGemaakt)
  return (
    <>
      {account ? <Account account={account} /> : <p className={css['zacht']}>{t.geen}</p>}
      {brief && (
        <p className={css['zacht']}>
          {t.brief} {datum(dagVan(brief.gemaaktOp))}, {t.geldigTot} {datum(dagVan(brief.geldigTot))}.{' '}
          {brief.berichtId && (
            <a href={urlOf(downloadBrief, { params: { id: brief.berichtId } })} target="_blank" rel="noopener">
              {t.printen}
            </a>
          )}
        </p>
      )}
      {mag && kan && (
        <>
          {!account && email && <p className={css['zacht']}>{t.uitnodigingNaar(email)}</p>}
          <div className={css['knoppen']}>
            {email && account?.status !== 'geblokkeerd' && (
              <Button
                variant="default"
                size="compact-sm"
                loading={nodigUit.isPending}
                onClick={() => nodigUit.mutate()}
              >
                {t.nodigUit}
              </Button>
            )}
            {account?.status !== 'geblokkeerd' && (
              <Button
                variant="default"
                size="compact-sm"
                title={t.briefUitleg}
                loading={maakBrief.isPending}
                onClick={() => maakBrief.mutate()}
              >
                {brief ? t.nieuweBrief : t.stuurBrief}
              </Button>
            )}
            {account && <Deur partijId={partijId} account={account} />}
          </div>
        </>
      )}
    </>
  )
}

function Account({ account }: { account: Klantaccount }) {
  const t = useKlantaccountTeksten()
  return (
    <>
      <p>
        <StatusBadge toon={account.status === 'actief' ? 'goed' : 'let-op'}>{t[account.status]}</StatusBadge>{' '}
        {account.email ? `${t.logtInMet} ${account.email}` : t.zonderEmail}
      </p>
      <p className={css['zacht']}>
        {account.laatstAangemeldOp ? (
          <>
            {t.laatst} <Tijdstip moment={account.laatstAangemeldOp} />
          </>
        ) : (
          t.nooit
        )}
        {account.sessies > 0 && ` · ${t.sessies(account.sessies)}`}
        {account.passkeys > 0 && ` · ${t.passkeys(account.passkeys)}`}
      </p>
    </>
  )
}

/** Shutting and opening; nothing is lost by it, so nothing is asked first. */
function Deur({ partijId, account }: { partijId: string; account: Klantaccount }) {
  const t = useKlantaccountTeksten()
  const params = { id: partijId }
  const dicht = account.status === 'geblokkeerd'
  const draai = useDoe(
    () =>
      call(wijzigKlanttoegang, {
        params,
        body: { status: dicht ? 'actief' : 'geblokkeerd' },
        ifMatch: account.versie,
      }),
    dicht ? t.geopend : t.gesloten,
  )
  const logUit = useDoe(() => call(eindKlantsessiesVan, { params }), t.uitgelogd)
  return (
    <>
      {account.sessies > 0 && (
        <Button variant="default" size="compact-sm" loading={logUit.isPending} onClick={() => logUit.mutate()}>
          {t.logUit}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" loading={draai.isPending} onClick={() => draai.mutate()}>
        {dicht ? t.open : t.sluit}
      </Button>
    </>
  )
}

function useDoe(doe: () => Promise<unknown>, klaar: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: doe,
    onSuccess: () => meld(klaar),
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
    onSettled: () => ververs(client, getKlanttoegang),
  })
}
