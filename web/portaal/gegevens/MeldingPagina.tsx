import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { meldHuishouden } from '#contract/portaal/gegevens.ts'
import { call } from '#kit/api.ts'
import { metNamens, useNamens } from '../namens.ts'
import { Button } from '../nlds/Button.tsx'
import { RadioGroup } from '../nlds/Choice.tsx'
import { Fout } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { TextArea } from '../nlds/TextField.tsx'
import { paden } from '../paden.ts'
import { useGegevensTeksten } from './gegevensTeksten.ts'
import { useActie } from './useActie.ts'

const watten = ['huishouden', 'naam', 'adres', 'overig'] as const
type Wat = (typeof watten)[number]

/** What only a colleague may change: say what is not right. */
export function MeldingPagina() {
  const t = useGegevensTeksten()
  const namens = useNamens()
  const navigate = useNavigate()
  const veld = useRef<HTMLTextAreaElement>(null)
  const [wat, setWat] = useState<Wat | null>(null)
  const [tekst, setTekst] = useState('')
  const [gekeken, setGekeken] = useState(false)
  const meld = useActie(
    (body: { wat: Wat; tekst: string }) => call(meldHuishouden, metNamens(namens, { body })),
    ({ contactId }) => void navigate({ to: paden.gesprek(contactId) } as never),
  )
  function ga(event: FormEvent) {
    event.preventDefault()
    setGekeken(true)
    if (!wat) document.getElementById('wat')?.focus()
    else if (!tekst.trim()) veld.current?.focus()
    else meld.mutate({ wat, tekst })
  }
  return (
    <Pagina titel={t.melding} onder={t.meldingUitleg} terug={{ naar: paden.gegevens, naam: t.titel }}>
      <form noValidate className="stapel" onSubmit={ga}>
        <RadioGroup
          id="wat"
          label={t.wat}
          fout={gekeken && !wat ? t.kiesWat : undefined}
          opties={watten.map((waarde) => ({ waarde, label: t.watten[waarde] }))}
          waarde={wat}
          onKies={(keuze) => setWat(keuze as Wat)}
        />
        <TextArea
          ref={veld}
          label={t.meldingTekst}
          fout={gekeken && !tekst.trim() ? t.vulIn : undefined}
          maxLength={2000}
          value={tekst}
          onWijzig={setTekst}
        />
        {meld.error && <Fout fout={meld.error} />}
        <div>
          <Button type="submit" purpose="primary" {...(meld.isPending && { busy: true })}>
            {t.verstuur}
          </Button>
        </div>
      </form>
    </Pagina>
  )
}
