import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { Antwoordbestand } from '#contract/formulieren.ts'
import { uploadPortaalBestand } from '#contract/portaal/processen.ts'
import {
  meldTochNietOpgelost,
  type PortaalZaak,
  trekPortaalZaakIn,
  vulPortaalZaakAan,
} from '#contract/portaal/zaken.ts'
import { call } from '#kit/api.ts'
import { Bijlagenveld } from '../formulier/Bijlagenveld.tsx'
import { metNamens, useNamens } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { Button } from '../nlds/Button.tsx'
import { Card } from '../nlds/Card.tsx'
import { Fout } from '../nlds/Lading.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { TextArea } from '../nlds/TextField.tsx'
import { useZaakTeksten } from './zaakTeksten.ts'

type Actie = 'aanvullen' | 'nietOpgelost' | 'intrekken'

/** What one can do with a zaak now; each opens in its place. */
export function Zaakacties({ zaak }: { zaak: PortaalZaak }) {
  const t = useZaakTeksten()
  const [open, setOpen] = useState<Actie>()
  const [gelukt, setGelukt] = useState(false)
  const kan: [Actie, boolean][] = [
    ['nietOpgelost', zaak.acties.tochNietOpgelost],
    ['aanvullen', zaak.acties.aanvullen],
    ['intrekken', zaak.acties.intrekken],
  ]
  const knoppen = kan.filter(([, mag]) => mag).map(([actie]) => actie)
  const woorden = (actie: Actie) => {
    if (actie === 'intrekken') return zaak.actieteksten.intrekken ?? t.intrekken
    return actie === 'nietOpgelost' ? (zaak.actieteksten.tochNietOpgelost ?? t.nietOpgelost) : t.aanvullen
  }
  const klaar = () => {
    setOpen(undefined)
    setGelukt(true)
  }
  if (knoppen.length === 0 && !gelukt) return null
  return (
    <div className="niet-afdrukken">
      <Card titel={t.acties}>
        {gelukt && (
          <Alert soort="ok" kondigAan>
            {t.gelukt}
          </Alert>
        )}
        {open ? (
          <Actieformulier key={open} actie={open} zaak={zaak} klaar={klaar} terug={() => setOpen(undefined)} />
        ) : (
          <div className="rij">
            {knoppen.map((actie) => (
              <Button
                key={actie}
                purpose={actie === 'nietOpgelost' ? 'primary' : 'secondary'}
                onClick={() => {
                  setGelukt(false)
                  setOpen(actie)
                }}
              >
                {woorden(actie)}
              </Button>
            ))}
          </div>
        )}
      </Card>
    </div>
  )
}

function Actieformulier({
  actie,
  zaak,
  klaar,
  terug,
}: {
  actie: Actie
  zaak: PortaalZaak
  klaar: () => void
  terug: () => void
}) {
  const t = useZaakTeksten()
  const namens = useNamens()
  const client = useQueryClient()
  const id = useId()
  const veld = useRef<HTMLTextAreaElement>(null)
  const [tekst, setTekst] = useState('')
  const [bestanden, setBestanden] = useState<readonly Antwoordbestand[]>([])
  const [leeg, setLeeg] = useState(false)
  const [bezig, setBezig] = useState(false)
  const [fout, setFout] = useState<unknown>()
  const isIntrekken = actie === 'intrekken'

  async function ga(event: FormEvent) {
    event.preventDefault()
    if (!isIntrekken && !tekst.trim()) {
      setLeeg(true)
      veld.current?.focus()
      return
    }
    setBezig(true)
    setFout(undefined)
    const params = { id: zaak.id }
    try {
      if (isIntrekken) await call(trekPortaalZaakIn, metNamens(namens, { params, body: { reden: tekst } }))
      else {
        const body = { tekst, bestanden: [...bestanden] }
        const endpoint = actie === 'aanvullen' ? vulPortaalZaakAan : meldTochNietOpgelost
        await call(endpoint, metNamens(namens, { params, body }))
      }
      await client.invalidateQueries()
      klaar()
    } catch (error) {
      setFout(error)
    } finally {
      setBezig(false)
    }
  }

  return (
    <form noValidate className="stapel" onSubmit={(event) => void ga(event)}>
      {isIntrekken && (
        <>
          <Heading level={3}>{t.intrekkenVraag}</Heading>
          <Paragraph>{t.intrekkenUitleg}</Paragraph>
        </>
      )}
      <TextArea
        ref={veld}
        id={id}
        autoFocus
        label={isIntrekken ? t.intrekkenReden : actie === 'aanvullen' ? t.aanvullenLabel : t.nietOpgelostLabel}
        uitleg={isIntrekken ? undefined : actie === 'aanvullen' ? t.aanvullenUitleg : t.nietOpgelostUitleg}
        verplicht={!isIntrekken}
        fout={leeg ? t.vulIn : undefined}
        maxLength={isIntrekken ? 1000 : 4000}
        value={tekst}
        onWijzig={(nieuw) => {
          setLeeg(false)
          setTekst(nieuw)
        }}
      />
      {!isIntrekken && (
        <Bijlagenveld
          id={`${id}-bestanden`}
          label={t.fotos}
          max={10}
          waarde={bestanden}
          pasAan={(werk) => setBestanden((nu) => werk(nu))}
          laadOp={async (bestand) => {
            const body = new FormData()
            body.append('bestand', bestand)
            const { id: gekregen, naam } = await call(uploadPortaalBestand, metNamens(namens, { body }))
            return { id: gekregen, naam }
          }}
        />
      )}
      {fout !== undefined && <Fout fout={fout} />}
      <div className="rij">
        <Button type="submit" purpose="primary" {...(bezig && { busy: true })}>
          {isIntrekken ? t.intrekkenJa : t.verstuur}
        </Button>
        <Button purpose="subtle" onClick={terug}>
          {t.annuleer}
        </Button>
      </div>
    </form>
  )
}
