import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import type { Antwoordbestand } from '#contract/formulieren.ts'
import { bijlagenPerVraag, uploadContactbijlage, vraagMax } from '#contract/portaal/contact.ts'
import { call } from '#kit/api.ts'
import { nieuwId } from '#kit/id.ts'
import { Bijlagenveld } from '../formulier/Bijlagenveld.tsx'
import { metNamens, useNamens } from '../namens.ts'
import { Button } from '../nlds/Button.tsx'
import { Fout, Skelet } from '../nlds/Lading.tsx'
import { TextArea } from '../nlds/TextField.tsx'
import { useContactTeksten } from './contactTeksten.ts'
import { useBewaard } from './useBewaard.ts'

type Stuk = { tekst: string; conceptId: string; bijlagen: readonly Antwoordbestand[] }

/** A few words with photos, kept while one writes; gone when they are sent. */
export function Schrijfveld({
  sleutel,
  label,
  uitleg,
  leeg,
  boven,
  klopt = () => true,
  verstuur,
}: {
  /** What it is kept under on the device. */
  sleutel: string
  label: string
  uitleg: string
  /** What is said when there is nothing written. */
  leeg: string
  /** Questions that come before it. */
  boven?: ReactNode
  /** Whether those are answered; says itself what is not. */
  klopt?: () => boolean
  verstuur: (body: { tekst: string; conceptId: string; bijlageIds: string[] }) => Promise<unknown>
}) {
  const t = useContactTeksten()
  const namens = useNamens()
  const id = useId()
  const veld = useRef<HTMLTextAreaElement>(null)
  const [stuk, bewaar, wis] = useBewaard<Stuk>(sleutel, { tekst: '', conceptId: nieuwId(), bijlagen: [] })
  const [fout, setFout] = useState<string>()
  const [mis, setMis] = useState<unknown>()
  const [bezig, setBezig] = useState(false)
  // What is sent while a photo arrives, is what there is by then.
  const nu = useRef(stuk)
  nu.current = stuk
  if (!stuk) return <Skelet regels={2} />

  async function ga(event: FormEvent) {
    event.preventDefault()
    if (!stuk) return
    const goed = klopt()
    if (!stuk.tekst.trim()) {
      setFout(leeg)
      if (goed) veld.current?.focus()
      return
    }
    if (!goed) return
    setBezig(true)
    setMis(undefined)
    try {
      await verstuur({ tekst: stuk.tekst, conceptId: stuk.conceptId, bijlageIds: stuk.bijlagen.map((each) => each.id) })
      wis()
    } catch (error) {
      setMis(error)
    } finally {
      setBezig(false)
    }
  }

  return (
    <form noValidate className="stapel" onSubmit={(event) => void ga(event)}>
      {boven}
      <TextArea
        ref={veld}
        id={id}
        label={label}
        uitleg={uitleg}
        fout={fout}
        maxLength={vraagMax}
        value={stuk.tekst}
        onWijzig={(tekst) => {
          setFout(undefined)
          bewaar({ ...stuk, tekst })
        }}
      />
      <Bijlagenveld
        id={`${id}-bijlagen`}
        label={t.fotos}
        max={bijlagenPerVraag}
        waarde={stuk.bijlagen}
        pasAan={(werk) => {
          const laatste = nu.current ?? stuk
          bewaar({ ...laatste, bijlagen: werk(laatste.bijlagen) })
        }}
        laadOp={async (bestand) => {
          const body = new FormData()
          body.append('bestand', bestand)
          const klaar = await call(uploadContactbijlage, metNamens(namens, { params: { id: stuk.conceptId }, body }))
          return { id: klaar.id, naam: klaar.bestandsnaam }
        }}
      />
      {mis !== undefined && <Fout fout={mis} />}
      <div>
        <Button type="submit" purpose="primary" {...(bezig && { busy: true })}>
          {bezig ? t.bezig : t.verstuur}
        </Button>
      </div>
    </form>
  )
}
