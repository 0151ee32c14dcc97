import { Button, CloseButton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { discardGesprek, type GesprekTab, getGesprek, listGesprekken } from '#contract/gesprekken.ts'
import { call } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Venster } from '#kit/Venster.tsx'
import css from './Contacttabs.module.css'
import { Looptijd } from './Looptijd.tsx'
import { useSchilTeksten } from './schilTeksten.ts'
import { useNieuwContact } from './useNieuwContact.ts'

/** My contacts in progress. They live on the server, so they are here after a reload and in another browser. */
export function Contacttabs() {
  return useRecht('klantcontact.registreren') ? <Tabs /> : null
}

function Tabs() {
  const t = useSchilTeksten()
  const navigate = useNavigate()
  const client = useQueryClient()
  const here = useRouterState({ select: (state) => state.location.pathname })
  const { data } = useQuery(lees(listGesprekken))
  useGebeurtenis(['gesprek.*'], () => void ververs(client, listGesprekken))
  const tabs = data?.gesprekken ?? []
  const current = tabs.findIndex((tab) => here === paden.gesprek(tab.id))
  const [closing, setClosing] = useState<GesprekTab>()
  const list = useRef<HTMLUListElement>(null)
  // Many contacts, or a narrow screen: the row scrolls, and the open one is in view.
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])

  const start = useNieuwContact()
  const discard = useMutation({
    mutationFn: (tab: GesprekTab) => call(discardGesprek, { params: { id: tab.id }, ifMatch: tab.versie }),
    onSuccess: async (_, tab) => {
      setClosing(undefined)
      if (here === paden.gesprek(tab.id)) await navigate({ to: paden.mijnWerk })
      await ververs(client, listGesprekken, getGesprek)
    },
    // The text grew in another window meanwhile: read its version again, and let the user decide once more.
    onError: () => ververs(client, listGesprekken),
  })
  const close = (tab: GesprekTab) => (tab.leeg ? discard.mutate(tab) : setClosing(tab))
  const go = (step: number) => {
    const next = tabs[(current + step + tabs.length) % tabs.length] ?? tabs[0]
    if (next) void navigate({ to: paden.gesprek(next.id) })
  }
  useSneltoets('alt+n', t.nieuwContact, () => start.mutate({}))
  useSneltoets('alt+pagedown', t.volgendContact, () => go(1), tabs.length > 0)
  useSneltoets('alt+pageup', t.vorigContact, () => go(current < 0 ? 0 : -1), tabs.length > 0)
  const closingNow = closing && (tabs.find((tab) => tab.id === closing.id) ?? closing)

  return (
    <nav aria-label={t.contacten} className={css['tabs']}>
      <ul ref={list}>
        {tabs.map((tab) => (
          <li key={tab.id} className={css['tab']} data-actief={tabs[current] === tab || undefined}>
            <Link to={paden.gesprek(tab.id)} title={tab.titel || t.onbekendeKlant}>
              <Icoon naam={tab.partij ? 'persoon' : 'bericht'} maat={14} />
              <span className={css['naam']}>{naamVan(tab) || t.onbekendeKlant}</span>
              <Looptijd sinds={tab.begonnenOp} />
            </Link>
            <CloseButton
              size="sm"
              aria-label={naamVan(tab) ? t.sluitContact(naamVan(tab)) : t.sluitNaamloos}
              onClick={() => close(tab)}
              disabled={discard.isPending}
            />
          </li>
        ))}
      </ul>
      <div className={css['nieuw']}>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-keyshortcuts="Alt+N"
          loading={start.isPending}
          onClick={() => start.mutate({})}
        >
          <Icoon naam="plus" maat={14} />
          <span className={css['nieuwtekst']}>{t.nieuwContact}</span>
        </Button>
      </div>
      {closingNow && (
        <Venster
          open
          titel={t.sluitTitel}
          onSluiten={() => setClosing(undefined)}
          acties={
            <>
              <Button variant="default" onClick={() => setClosing(undefined)} data-autofocus>
                {t.bewaren}
              </Button>
              <Button color="red" loading={discard.isPending} onClick={() => discard.mutate(closingNow)}>
                {t.weggooien}
              </Button>
            </>
          }
        >
          <p>{naamVan(closingNow) ? t.sluitTekst(naamVan(closingNow)) : t.sluitTekstNaamloos}</p>
          {discard.error && <p role="alert">{detailOf(discard.error)}</p>}
        </Venster>
      )}
    </nav>
  )
}

/** Empty as long as nothing is known. */
function naamVan(tab: GesprekTab): string {
  return tab.partij?.naam || tab.titel
}
