import { type FormEvent, useState } from 'react'
import { biedMachtiging } from '#contract/portaal/gegevens.ts'
import { type Domein, domeinen } from '#contract/portaal/toegang.ts'
import { call } from '#kit/api.ts'
import { metNamens, useNamens } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { Button } from '../nlds/Button.tsx'
import { Card } from '../nlds/Card.tsx'
import { CheckboxGroup } from '../nlds/Choice.tsx'
import { Fout } from '../nlds/Lading.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { TextField } from '../nlds/TextField.tsx'
import { useGegevensTeksten } from './gegevensTeksten.ts'
import { leesDag } from './leesDag.ts'
import { isAndereFout, useActie, veldfout } from './useActie.ts'

/** Asks somebody, by his e-mail address, to act for me. */
export function Machtigen() {
  const t = useGegevensTeksten()
  const namens = useNamens()
  const [email, setEmail] = useState('')
  const [waarvoor, setWaarvoor] = useState<Domein[]>([])
  const [einde, setEinde] = useState('')
  const [gekeken, setGekeken] = useState(false)
  const dag = leesDag(einde)
  const bied = useActie(
    () => call(biedMachtiging, metNamens(namens, { body: { email, domeinen: waarvoor, einde: dag ?? null } })),
    () => {
      setEmail('')
      setWaarvoor([])
      setEinde('')
      setGekeken(false)
    },
  )
  function ga(event: FormEvent) {
    event.preventDefault()
    setGekeken(true)
    if (!email.trim()) document.getElementById('machtig-email')?.focus()
    else if (waarvoor.length === 0) document.getElementById('machtig-waarvoor')?.focus()
    else if (dag === undefined) document.getElementById('machtig-einde')?.focus()
    else bied.mutate(undefined)
  }
  return (
    <Card titel={t.bied}>
      <Paragraph>{t.biedUitleg}</Paragraph>
      {bied.isSuccess && (
        <Alert soort="ok" kondigAan>
          {t.gedaan}
        </Alert>
      )}
      <form noValidate className="stapel" onSubmit={ga}>
        <TextField
          id="machtig-email"
          type="email"
          label={t.biedEmail}
          fout={gekeken && !email.trim() ? t.vulEmailIn : veldfout(bied.error, 'email')}
          autoComplete="off"
          value={email}
          onWijzig={setEmail}
        />
        <CheckboxGroup
          id="machtig-waarvoor"
          label={t.biedWaarvoor}
          fout={gekeken && waarvoor.length === 0 ? t.kiesWaarvoor : undefined}
          opties={domeinen.map((waarde) => ({ waarde, label: t.domeinen[waarde] }))}
          waarden={waarvoor}
          onKies={(keuzes) => setWaarvoor(keuzes as Domein[])}
        />
        <TextField
          id="machtig-einde"
          label={t.biedEinde}
          uitleg={t.biedEindeUitleg}
          verplicht={false}
          fout={gekeken && dag === undefined ? t.datumFout : veldfout(bied.error, 'einde')}
          autoComplete="off"
          value={einde}
          onWijzig={setEinde}
        />
        {isAndereFout(bied.error) && <Fout fout={bied.error} />}
        <div>
          <Button type="submit" purpose="primary" {...(bied.isPending && { busy: true })}>
            {t.machtig}
          </Button>
        </div>
      </form>
    </Card>
  )
}
