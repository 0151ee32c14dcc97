import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Icoon } from '#kit/Icoon.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import css from './Berichten.module.css'
import { postbusQuery } from './berichten.queries.ts'
import { useBerichtTeksten } from './berichtTeksten.ts'

/** What would have left the house, as the klant would read it. Looks again every few seconds: nobody tells of mail. */
export function Postbus() {
  const t = useBerichtTeksten()
  const query = useInfiniteQuery({ ...postbusQuery, refetchInterval: 5_000 })
  return (
    <>
      <Paginatitel titel={t.postbus.titel} onder={t.postbus.uitleg} />
      <Lading query={query}>
        {({ pages }) => {
          const rijen = pages.flatMap((page) => page.rijen)
          if (rijen.length === 0)
            return (
              <LegeStaat titel={t.postbus.leeg} icoon="mail">
                {t.postbus.leegUitleg}
              </LegeStaat>
            )
          return (
            <>
              <ul className={css['lijst']}>
                {rijen.map((bericht) => (
                  <li key={bericht.id}>
                    <article className={css['kaart']} aria-label={bericht.onderwerp}>
                      <header>
                        <Icoon
                          naam={bericht.kanaal === 'email' ? 'mail' : bericht.kanaal === 'sms' ? 'telefoon' : 'bericht'}
                          maat={14}
                        />
                        <strong className={css['titel']}>{bericht.onderwerp}</strong>
                        <StatusBadge>{t.kanaal[bericht.kanaal]}</StatusBadge>
                        {bericht.kanaal === 'sms' && <StatusBadge>{t.postbus.delen(bericht.delen)}</StatusBadge>}
                        <span className={css['zacht']}>
                          {t.postbus.van(bericht.van)} · {t.aan(bericht.aan)} · <Tijdstip moment={bericht.op} />
                        </span>
                      </header>
                      <div className={css['tekst']}>
                        <Tekst>{bericht.tekst}</Tekst>
                      </div>
                    </article>
                  </li>
                ))}
              </ul>
              {query.hasNextPage && (
                <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t.meer}
                </Button>
              )}
            </>
          )
        }}
      </Lading>
    </>
  )
}
