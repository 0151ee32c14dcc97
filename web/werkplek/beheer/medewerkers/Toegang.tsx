import { Button, CopyButton, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  dropTweedeStap,
  endMedewerkerSessies,
  getMedewerkerToegang,
  makeUitnodiging,
} from '#contract/aanmelden/uitnodigingen.ts'
import type { MedewerkerDetail } from '#contract/beheer/medewerkers.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { Venster } from '#kit/Venster.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import css from './Toegang.module.css'

/** How this employee signs in, and help for who cannot. Nobody but he ever knows his password. */
export function Toegang({ medewerker }: { medewerker: MedewerkerDetail }) {
  const t = useBeheerTeksten()
  const client = useQueryClient()
  const params = { id: medewerker.id }
  const toegang = useQuery(lees(getMedewerkerToegang, { params }))
  const [link, setLink] = useState<string>()
  const [vraagt, setVraagt] = useState(false)

  async function doe(work: () => Promise<unknown>, klaar?: string): Promise<void> {
    try {
      await work()
      await ververs(client, getMedewerkerToegang)
      if (klaar) meld(klaar)
    } catch (error) {
      meld(detailOf(error), { toon: 'fout' })
    }
  }

  return (
    <section className={css['toegang']} aria-label={t.toegang.kop}>
      <h3>{t.toegang.kop}</h3>
      <Lading query={toegang} regels={3}>
        {({ wachtwoord, totp, passkeys, oidc, sessies, uitnodigingGeldigTot }) => (
          <>
            <dl className={css['feiten']}>
              {[
                [t.toegang.wachtwoord, wachtwoord ? t.toegang.ja : t.toegang.nee],
                [t.toegang.tweedeStap, totp ? t.toegang.ja : t.toegang.nee],
                [t.toegang.passkeys, String(passkeys)],
                [t.toegang.organisatie, oidc ? t.toegang.ja : t.toegang.nee],
                [t.toegang.sessies, t.toegang.apparaten(sessies)],
              ].map(([naam, waarde]) => (
                <div key={naam}>
                  <dt>{naam}</dt>
                  <dd>{waarde}</dd>
                </div>
              ))}
            </dl>
            {link ? (
              <div className={css['link']}>
                <TextInput
                  readOnly
                  label={t.toegang.link}
                  description={t.toegang.uitnodigingUitleg}
                  value={link}
                  onFocus={(event) => event.currentTarget.select()}
                />
                <CopyButton value={link}>
                  {({ copied, copy }) => (
                    <Button variant="default" onClick={copy}>
                      {copied ? t.toegang.gekopieerd : t.toegang.kopieer}
                    </Button>
                  )}
                </CopyButton>
              </div>
            ) : (
              uitnodigingGeldigTot && <p className={css['zacht']}>{t.toegang.uitnodigingLoopt}</p>
            )}
            {medewerker.actief && (
              <div className={css['knoppen']}>
                <Button
                  variant="default"
                  onClick={() =>
                    void doe(async () => setLink((await call(makeUitnodiging, { params, body: {} })).link))
                  }
                >
                  {t.toegang.uitnodigen}
                </Button>
                {sessies > 0 && (
                  <Button
                    variant="default"
                    onClick={() => void doe(() => call(endMedewerkerSessies, { params }), t.toegang.afgemeld)}
                  >
                    {t.toegang.afmelden}
                  </Button>
                )}
                {(totp || passkeys > 0) && (
                  <Button variant="default" onClick={() => setVraagt(true)}>
                    {t.toegang.stapWeg}
                  </Button>
                )}
              </div>
            )}
          </>
        )}
      </Lading>
      <Venster
        open={vraagt}
        titel={t.toegang.stapWeg}
        onSluiten={() => setVraagt(false)}
        acties={
          <>
            <Button variant="default" onClick={() => setVraagt(false)}>
              {t.annuleren}
            </Button>
            <Button
              color="red"
              onClick={() => {
                setVraagt(false)
                void doe(() => call(dropTweedeStap, { params }), t.toegang.stapWegKlaar)
              }}
            >
              {t.verwijderen}
            </Button>
          </>
        }
      >
        <p>{t.toegang.stapWegVraag}</p>
      </Venster>
    </section>
  )
}
