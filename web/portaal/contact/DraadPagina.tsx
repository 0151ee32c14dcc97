import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import {
  beantwoordContact,
  type Contactbericht,
  type Contactdraad,
  downloadContactbijlage,
  getContact,
  leesContact,
} from '#contract/portaal/contact.ts'
import { call, urlOf } from '#kit/api.ts'
import { dagwoord, omvang, wanneer } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { metNamens, useLees, useNamens } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { Lading } from '../nlds/Lading.tsx'
import { Anchor } from '../nlds/Link.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Heading } from '../nlds/Tekst.tsx'
import { useOrganisatie } from '../organisatie.ts'
import { paden } from '../paden.ts'
import { useContactTeksten } from './contactTeksten.ts'
import css from './Draad.module.css'
import { Schrijfveld } from './Schrijfveld.tsx'

/** One question with everything that was said about it, and room to say more. */
export function DraadPagina() {
  const t = useContactTeksten()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const draad = useLees(getContact, { params: { id } })
  return (
    <Pagina titel={draad.data?.onderwerp ?? t.titel} terug={{ naar: paden.contact, naam: t.terug }}>
      <Lading query={draad}>{(data) => <Inhoud draad={data} />}</Lading>
    </Pagina>
  )
}

function Inhoud({ draad }: { draad: Contactdraad }) {
  const t = useContactTeksten()
  const namens = useNamens()
  const client = useQueryClient()
  const ververs = () => client.invalidateQueries()
  useGelezen(draad, namens)
  const reactie = useMutation({
    mutationFn: (body: { tekst: string; conceptId: string; bijlageIds: string[] }) =>
      call(beantwoordContact, metNamens(namens, { params: { id: draad.id }, body })),
    onSuccess: ververs,
  })
  return (
    <div className="stapel">
      {draad.status === 'wacht-op-ons' && (
        <Alert soort="info">
          {draad.antwoordUiterlijk ? t.antwoordUiterlijk(dagwoord(draad.antwoordUiterlijk)) : t.status[draad.status]}
        </Alert>
      )}
      <ol className={css['draad']}>
        {draad.berichten.map((bericht) => (
          <Bericht key={`${bericht.id}${bericht.van}`} bericht={bericht} draadId={draad.id} />
        ))}
      </ol>
      <section className="kaart stapel niet-afdrukken">
        <Heading level={2}>{t.reageer}</Heading>
        <Schrijfveld
          sleutel={`reactie ${draad.id}`}
          label={t.reactie}
          uitleg={t.reactieUitleg}
          leeg={t.vulReactieIn}
          verstuur={reactie.mutateAsync}
        />
        {reactie.isSuccess && (
          <Alert soort="ok" kondigAan>
            {t.verstuurd}
          </Alert>
        )}
      </section>
    </div>
  )
}

/** Who has an answer on his screen, has read it: told once, and not while the tab is behind another. */
function useGelezen({ id, ongelezen }: Contactdraad, namens: string | undefined): void {
  const client = useQueryClient()
  const gezegd = useRef(0)
  useEffect(() => {
    if (ongelezen === 0 || gezegd.current === ongelezen) return
    const zeg = () => {
      if (document.visibilityState !== 'visible') return
      gezegd.current = ongelezen
      void call(leesContact, metNamens(namens, { params: { id }, body: {} }))
        .then(() => client.invalidateQueries({ refetchType: 'none' }))
        .catch(() => {})
    }
    zeg()
    document.addEventListener('visibilitychange', zeg)
    return () => document.removeEventListener('visibilitychange', zeg)
  }, [id, ongelezen, namens, client])
}

function Bericht({ bericht, draadId }: { bericht: Contactbericht; draadId: string }) {
  const t = useContactTeksten()
  const namens = useNamens()
  const { naam } = useOrganisatie()
  return (
    <li className={css['bericht']} data-van={bericht.van}>
      <p className={css['kop']}>
        <strong>{bericht.van === 'klant' ? t.u : t.wij(naam)}</strong>
        <span>
          {wanneer(bericht.op)}
          {bericht.kanaal && `, ${t.via(bericht.kanaal)}`}
        </span>
      </p>
      {bericht.tekst && <p className={css['tekst']}>{bericht.tekst}</p>}
      {bericht.bijlagen.length > 0 && (
        <ul className={css['bijlagen']} aria-label={t.bijlagen}>
          {bericht.bijlagen.map((bijlage) => (
            <li key={bijlage.id}>
              <Anchor
                href={urlOf(
                  downloadContactbijlage,
                  metNamens(namens, { params: { id: draadId, bijlageId: bijlage.id } }),
                )}
                download
              >
                <Icoon naam="paperclip" maat={18} /> {bijlage.bestandsnaam} ({omvang(bijlage.omvang)})
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
