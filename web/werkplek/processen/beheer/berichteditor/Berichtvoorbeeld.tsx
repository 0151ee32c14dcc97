import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { stuurProefbericht, toonProcesbericht } from '#contract/procesinhoud.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { Laadskelet } from '#kit/Staten.tsx'
import css from './Berichteditor.module.css'
import { smsLengte } from './bericht.ts'
import { useBerichteditorTeksten } from './berichtTeksten.ts'
import { Opgemaakt } from './Opgemaakt.tsx'

type Props = { pad: string; bestand: string; versieId: string; versie: number }
type Kanaal = 'email' | 'sms' | 'brief'

/** The message as it arrives, by the same rules as when it is really sent. */
export function Berichtvoorbeeld({ pad, bestand, versieId, versie }: Props) {
  const t = useBerichteditorTeksten()
  const [kanaal, setKanaal] = useState<Kanaal>('email')
  const tekst = useRustig(bestand)
  const params = { id: versieId }
  const query = useQuery({
    queryKey: [toonProcesbericht.path, versieId, versie, pad, tekst],
    queryFn: () => call(toonProcesbericht, { params, body: { pad, tekst } }),
    placeholderData: keepPreviousData,
  })
  const stuur = useMutation({
    mutationFn: () => call(stuurProefbericht, { params, body: { pad, tekst: bestand } }),
    onSuccess: ({ aan }) => meld(t.verstuurd(aan)),
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
  })
  const pdf = useMutation({
    mutationFn: () => call(toonProcesbericht, { params, body: { pad, tekst: bestand, brief: true } }),
    onSuccess: ({ brief, fout }) => (brief ? open(brief, t.pdfNaam) : meld(fout ?? '', { toon: 'fout' })),
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
  })
  const { data } = query
  return (
    <section className={css['voorbeeld']} aria-label={t.voorbeeld}>
      <SegmentedControl
        size="xs"
        aria-label={t.voorbeeld}
        data={(['email', 'sms', 'brief'] as const).map((value) => ({ value, label: t.kanalen[value] }))}
        value={kanaal}
        onChange={(next) => setKanaal(next as Kanaal)}
      />
      <p className={css['zacht']}>{t.voorbeeldUitleg}</p>
      {!data && !query.isError && <Laadskelet />}
      {query.isError && <p className={css['rood']}>{detailOf(query.error)}</p>}
      {data?.fout && (
        <p className={css['rood']}>
          <Icoon naam="let_op" maat={14} /> {data.fout}
        </p>
      )}
      {data && !data.fout && kanaal === 'email' && (
        <article className={css['mail']} aria-label={t.kanalen.email}>
          <p>
            <span className={css['zacht']}>{t.onderwerp}: </span>
            <strong>{data.onderwerp}</strong>
          </p>
          <Opgemaakt html={data.html} />
        </article>
      )}
      {data && !data.fout && kanaal === 'sms' && <Sms sms={data.sms} />}
      {data && !data.fout && kanaal === 'brief' && (
        <article className={css['brief']} aria-label={t.kanalen.brief}>
          <p>
            M. de Vries
            <br />
            Voorbeeldstraat 12
            <br />
            3500 AB Utrecht
          </p>
          <p>
            <strong>{data.onderwerp}</strong>
          </p>
          <Opgemaakt html={data.html} />
        </article>
      )}
      <div className={css['knoppen']}>
        {kanaal === 'brief' && (
          <Button
            size="xs"
            variant="default"
            loading={pdf.isPending}
            leftSection={<Icoon naam="download" maat={14} />}
            onClick={() => pdf.mutate()}
          >
            {t.pdf}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          disabled={!data || data.fout !== null}
          loading={stuur.isPending}
          leftSection={<Icoon naam="mail" maat={14} />}
          onClick={() => stuur.mutate()}
        >
          {t.proef}
        </Button>
      </div>
    </section>
  )
}

function Sms({ sms }: { sms: string | null }) {
  const t = useBerichteditorTeksten()
  if (sms === null) return <p>{t.geenSms}</p>
  const { tekens, delen } = smsLengte(sms)
  return (
    <>
      <p className={css['sms']}>{sms}</p>
      <p className={css['zacht']}>
        {t.sms(tekens, delen)}. {t.smsUitleg}
      </p>
    </>
  )
}

/** Asked of the server when one stops typing for a moment. */
function useRustig(waarde: string): string {
  const [rustig, setRustig] = useState(waarde)
  useEffect(() => {
    const straks = setTimeout(() => setRustig(waarde), 300)
    return () => clearTimeout(straks)
  }, [waarde])
  return rustig
}

function open(base64: string, naam: string): void {
  const bytes = Uint8Array.from(atob(base64), (teken) => teken.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = naam
  link.click()
  // Firefox reads it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
