import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { vraagRekeningnummer } from '#contract/portaal/gegevens.ts'
import { call } from '#kit/api.ts'
import { metNamens, useNamens } from '../namens.ts'
import { Button } from '../nlds/Button.tsx'
import { Fout } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { TextField } from '../nlds/TextField.tsx'
import { paden } from '../paden.ts'
import { useGegevensTeksten } from './gegevensTeksten.ts'
import { isAndereFout, useActie, veldfout } from './useActie.ts'

/** Another bank account, after a second proof; a colleague looks first. */
export function RekeningnummerPagina() {
  const t = useGegevensTeksten()
  const namens = useNamens()
  const navigate = useNavigate()
  const [iban, setIban] = useState('')
  const [tenaamstelling, setTenaamstelling] = useState('')
  const [gekeken, setGekeken] = useState(false)
  const [eerste, tweede] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const vraag = useActie(
    () => call(vraagRekeningnummer, metNamens(namens, { body: { iban, tenaamstelling } })),
    ({ contactId }) => void navigate({ to: paden.gesprek(contactId) } as never),
  )
  function ga(event: FormEvent) {
    event.preventDefault()
    setGekeken(true)
    if (!iban.trim()) eerste.current?.focus()
    else if (!tenaamstelling.trim()) tweede.current?.focus()
    else vraag.mutate(undefined, { onError: () => eerste.current?.focus() })
  }
  return (
    <Pagina titel={t.rekeningTitel} onder={t.rekeningUitleg} terug={{ naar: paden.gegevens, naam: t.titel }}>
      <form noValidate className="stapel" onSubmit={ga}>
        <TextField
          ref={eerste}
          label={t.iban}
          uitleg={t.ibanUitleg}
          fout={gekeken && !iban.trim() ? t.vulIbanIn : veldfout(vraag.error, 'iban')}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={iban}
          onWijzig={setIban}
        />
        <TextField
          ref={tweede}
          label={t.houder}
          fout={gekeken && !tenaamstelling.trim() ? t.vulHouderIn : veldfout(vraag.error, 'tenaamstelling')}
          autoComplete="name"
          maxLength={140}
          value={tenaamstelling}
          onWijzig={setTenaamstelling}
        />
        {isAndereFout(vraag.error) && <Fout fout={vraag.error} />}
        <div>
          <Button type="submit" purpose="primary" {...(vraag.isPending && { busy: true })}>
            {t.verstuur}
          </Button>
        </div>
      </form>
    </Pagina>
  )
}
