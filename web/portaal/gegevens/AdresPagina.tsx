import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { type Adreswijziging, beginAdreswijziging, bevestigAdreswijziging } from '#contract/portaal/gegevens.ts'
import { call } from '#kit/api.ts'
import { metNamens, useNamens } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { Button, ButtonLink } from '../nlds/Button.tsx'
import { Fout } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { TextField } from '../nlds/TextField.tsx'
import { paden } from '../paden.ts'
import css from './Gegevens.module.css'
import { useGegevensTeksten } from './gegevensTeksten.ts'
import { isAndereFout, useActie, veldfout } from './useActie.ts'

type Zoek = { soort?: 'email' | 'telefoonnummer'; vervangt?: string }

/** Another address or number: first what it is, then the code that shows that it is one's own. */
export function AdresPagina() {
  const t = useGegevensTeksten()
  const { soort = 'email', vervangt } = useSearch({ strict: false }) as Zoek
  const [wijziging, setWijziging] = useState<Adreswijziging>()
  const [klaar, setKlaar] = useState(false)
  const terug = { naar: paden.gegevens, naam: t.titel }
  if (klaar) {
    return (
      <Pagina titel={t.adresGoed} terug={terug}>
        <ButtonLink to={paden.gegevens} purpose="primary">
          {t.titel}
        </ButtonLink>
      </Pagina>
    )
  }
  return (
    <Pagina titel={t.nieuwAdres[soort]} terug={terug}>
      {wijziging ? (
        <Codestap wijziging={wijziging} opnieuw={() => setWijziging(undefined)} onKlaar={() => setKlaar(true)} />
      ) : (
        <Adresstap soort={soort} vervangt={vervangt} onBegonnen={setWijziging} />
      )}
    </Pagina>
  )
}

function Adresstap({
  soort,
  vervangt,
  onBegonnen,
}: {
  soort: 'email' | 'telefoonnummer'
  vervangt: string | undefined
  onBegonnen: (wijziging: Adreswijziging) => void
}) {
  const t = useGegevensTeksten()
  const namens = useNamens()
  const veld = useRef<HTMLInputElement>(null)
  const [adres, setAdres] = useState('')
  const [leeg, setLeeg] = useState(false)
  const begin = useActie(
    () => call(beginAdreswijziging, metNamens(namens, { body: { soort, adres, ...(vervangt && { vervangt }) } })),
    onBegonnen,
  )
  function ga(event: FormEvent) {
    event.preventDefault()
    setLeeg(!adres.trim())
    if (adres.trim()) begin.mutate(undefined, { onError: () => veld.current?.focus() })
    else veld.current?.focus()
  }
  return (
    <form noValidate className="stapel" onSubmit={ga}>
      <TextField
        ref={veld}
        label={t.soort[soort]}
        uitleg={t.adresUitleg[soort]}
        fout={leeg ? t.vulAdresIn[soort] : veldfout(begin.error, 'adres')}
        type={soort === 'email' ? 'email' : 'tel'}
        autoComplete={soort === 'email' ? 'email' : 'tel'}
        spellCheck={false}
        value={adres}
        onWijzig={(nieuw) => {
          setLeeg(false)
          setAdres(nieuw)
        }}
      />
      {isAndereFout(begin.error) && <Fout fout={begin.error} />}
      <div>
        <Button type="submit" purpose="primary" {...(begin.isPending && { busy: true })}>
          {t.stuurCode}
        </Button>
      </div>
    </form>
  )
}

function Codestap({
  wijziging,
  opnieuw,
  onKlaar,
}: {
  wijziging: Adreswijziging
  opnieuw: () => void
  onKlaar: () => void
}) {
  const t = useGegevensTeksten()
  const namens = useNamens()
  const veld = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [fout, setFout] = useState<string>()
  const bevestig = useActie(
    () => call(bevestigAdreswijziging, metNamens(namens, { params: { id: wijziging.id }, body: { code } })),
    ({ uitslag }) => {
      if (uitslag === 'goed') return onKlaar()
      setFout(uitslag === 'fout' ? t.codeFout : t.codeOp)
      veld.current?.focus()
    },
  )
  function ga(event: FormEvent) {
    event.preventDefault()
    if (!/^\D*(?:\d\D*){6}$/.test(code)) {
      setFout(t.vulCodeIn)
      veld.current?.focus()
    } else bevestig.mutate(undefined)
  }
  return (
    <form noValidate className="stapel" onSubmit={ga}>
      <Alert soort="info" kondigAan>
        {t.codeUitleg(wijziging.naar)}
      </Alert>
      <TextField
        ref={veld}
        autoFocus
        label={t.code}
        fout={fout}
        className={css['code'] ?? ''}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        onWijzig={(nieuw) => {
          setFout(undefined)
          setCode(nieuw)
        }}
      />
      {bevestig.error && <Fout fout={bevestig.error} />}
      <div className="rij">
        <Button type="submit" purpose="primary" {...(bevestig.isPending && { busy: true })}>
          {t.bevestig}
        </Button>
        <Button purpose="subtle" onClick={opnieuw}>
          {t.opnieuwCode}
        </Button>
      </div>
    </form>
  )
}
