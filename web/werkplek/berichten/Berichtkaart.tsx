import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import {
  type BerichtRij,
  downloadBrief,
  getBericht,
  listBerichten,
  printBericht,
  resendBericht,
} from '#contract/berichten.ts'
import { call, urlOf } from '#kit/api.ts'
import { wanneer } from '#kit/format.ts'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { meld } from '#kit/melding.ts'
import { paden } from '#kit/paden.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip, useMinute } from '#kit/Tijdstip.tsx'
import css from './Berichten.module.css'
import { berichtQuery } from './berichten.queries.ts'
import { useBerichtTeksten } from './berichtTeksten.ts'

const iconen: Record<BerichtRij['kanaal'], IcoonNaam> = {
  email: 'mail',
  sms: 'telefoon',
  push: 'bericht',
  brief: 'document',
  portaal: 'persoon',
}

/** One message that we sent or are sending: to whom, how, how that went, and what one can do about it. */
export function Berichtkaart({
  bericht,
  metZaak = false,
  open: begin = false,
}: {
  bericht: BerichtRij
  metZaak?: boolean
  open?: boolean
}) {
  const t = useBerichtTeksten()
  const [open, setOpen] = useState(begin)
  const id = useId()
  return (
    <article className={css['kaart']} aria-labelledby={`${id}-titel`}>
      <header>
        <Icoon naam={iconen[bericht.kanaal]} maat={14} label={t.kanaal[bericht.kanaal]} />
        <Link to={paden.bericht(bericht.id)} id={`${id}-titel`} className={css['titel']}>
          {bericht.onderwerp}
        </Link>
        <Stand bericht={bericht} />
        {bericht.formeel && <StatusBadge icoon="schild">{t.formeel}</StatusBadge>}
        <span className={css['zacht']}>
          {bericht.aanNaam && `${t.aan(bericht.aanNaam)} · `}
          {bericht.aan.replaceAll('\n', ', ')} · <Tijdstip moment={bericht.verstuurdOp ?? bericht.aangemaaktOp} />
          {bericht.bijlagen.length > 0 && ` · ${t.bijlagen(bericht.bijlagen.length)}`}
          {bericht.samenMet > 1 && ` · ${t.samen(bericht.samenMet)}`}
          {bericht.reden && bericht.kanaal !== 'portaal' && ` · ${t.reden[bericht.reden]}`}
        </span>
        {bericht.gelezenOp && (
          <span className={css['gelezen']}>
            <Icoon naam="vink" maat={14} /> {t.gelezen} <Tijdstip moment={bericht.gelezenOp} />
          </span>
        )}
      </header>
      {bericht.eerder.map(({ kanaal, aan, op, fout }) => (
        <p key={op} className={css['eerder']}>
          <Icoon naam="let_op" maat={14} />
          <span>
            {t.eerder(t.kanaal[kanaal], aan.replaceAll('\n', ', '))} <Tijdstip moment={op} />: {fout}
          </span>
        </p>
      ))}
      {bericht.fout && bericht.status !== 'verstuurd' && bericht.fout !== bericht.eerder.at(-1)?.fout && (
        <p className={css['fout']}>
          <Icoon naam="let_op" maat={14} /> {bericht.fout}
        </p>
      )}
      {open && (
        <div id={`${id}-tekst`} className={css['tekst']}>
          <Inhoud berichtId={bericht.id} />
        </div>
      )}
      <Acties bericht={bericht} metZaak={metZaak} tekst={{ open, wissel: () => setOpen(!open), id: `${id}-tekst` }} />
    </article>
  )
}

function Stand({ bericht }: { bericht: BerichtRij }) {
  const { status: t } = useBerichtTeksten()
  const now = useMinute()
  if (bericht.status === 'verstuurd') return <StatusBadge toon="goed">{t.verstuurd}</StatusBadge>
  if (bericht.status === 'mislukt' && bericht.teruggekomenOp) return <StatusBadge toon="fout">{t.terug}</StatusBadge>
  if (bericht.status === 'mislukt') return <StatusBadge toon="fout">{t.mislukt}</StatusBadge>
  if (bericht.status === 'ingetrokken') return <StatusBadge icoon="sluit">{t.ingetrokken}</StatusBadge>
  if (bericht.kanaal === 'brief') return <StatusBadge toon="let-op">{t.opDePost}</StatusBadge>
  if (bericht.pogingen === 0 && bericht.volgendePoging && new Date(bericht.volgendePoging) > now)
    return <StatusBadge>{t.gepland(wanneer(bericht.volgendePoging, now))}</StatusBadge>
  if (bericht.pogingen > 0 && bericht.volgendePoging)
    return <StatusBadge toon="let-op">{t.wacht(wanneer(bericht.volgendePoging, now))}</StatusBadge>
  return <StatusBadge toon="info">{t.klaar}</StatusBadge>
}

function Inhoud({ berichtId }: { berichtId: string }) {
  const query = useQuery(berichtQuery(berichtId))
  return (
    <Lading query={query} regels={3}>
      {({ tekst }) => <Tekst>{tekst}</Tekst>}
    </Lading>
  )
}

type ActieProps = {
  bericht: BerichtRij
  metZaak: boolean
  tekst: { open: boolean; wissel: () => void; id: string }
}

function Acties({ bericht, metZaak, tekst }: ActieProps) {
  const t = useBerichtTeksten()
  const client = useQueryClient()
  const mag = useRecht('klantcontact.registreren')
  const params = { id: bericht.id }
  const klaar = (zin: string) => () => {
    meld(zin)
    return ververs(client, listBerichten, getBericht)
  }
  const opnieuw = useMutation({ mutationFn: () => call(resendBericht, { params }), onSuccess: klaar(t.opnieuwKlaar) })
  const gepost = useMutation({ mutationFn: () => call(printBericht, { params }), onSuccess: klaar(t.gepostKlaar) })
  const fout = opnieuw.error ?? gepost.error
  const opDePost = bericht.kanaal === 'brief' && bericht.status === 'klaar'
  const klein = { size: 'compact-sm', variant: 'default' } as const
  return (
    <div className={css['acties']}>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-expanded={tekst.open}
        aria-controls={tekst.open ? tekst.id : undefined}
        onClick={tekst.wissel}
      >
        {tekst.open ? t.verberg : t.toon}
      </Button>
      {bericht.kanaal === 'brief' && (
        <Button
          {...klein}
          leftSection={<Icoon naam="download" maat={14} />}
          renderRoot={(props) => <a href={urlOf(downloadBrief, { params })} download {...props} />}
        >
          {t.brief}
        </Button>
      )}
      {mag && opDePost && (
        <Button {...klein} loading={gepost.isPending} onClick={() => gepost.mutate()}>
          {t.gepost}
        </Button>
      )}
      {mag && bericht.status === 'mislukt' && (
        <Button {...klein} loading={opnieuw.isPending} onClick={() => opnieuw.mutate()}>
          {t.opnieuw}
        </Button>
      )}
      {metZaak && bericht.zaak && <Link to={paden.zaak(bericht.zaak.id)}>{t.naarZaak(bericht.zaak.nummer)}</Link>}
      {metZaak && bericht.partijId && <Link to={paden.klant(bericht.partijId)}>{t.klant}</Link>}
      {fout && (
        <span role="alert" className={css['foutregel']}>
          {detailOf(fout)}
        </span>
      )}
    </div>
  )
}
