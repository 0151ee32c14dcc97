import { Button, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Proefscenario, Proefstand } from '#contract/procesproef.ts'
import type { ProcesWacht, ZaakProces } from '#contract/processen.ts'
import { precies } from '#kit/format.ts'
import { detailOf } from '#kit/probleem.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Invulformulier } from '../../Invulformulier.tsx'
import { useInvulling } from '../../invulling.ts'
import { Actieantwoord } from './Actieantwoord.tsx'
import { leesJson } from './leesJson.ts'
import css from './Proef.module.css'
import { itemVan } from './proefstap.ts'
import { useProefTeksten } from './proefTeksten.ts'
import type { Proef } from './useProef.ts'

type Props = {
  wacht: ProcesWacht
  versieId: string
  proces: ZaakProces
  stand: Proefstand
  scenarios: readonly Proefscenario[]
  proef: Proef
}

/** What can happen now at one place: a form to fill in, a message that comes, a timer, an answer from outside. */
export function Wachtpunt(props: Props) {
  const t = useProefTeksten()
  const { wacht, stand, proef } = props
  const actie = stand.acties.findLast(
    ({ element, status }) => element === wacht.element && ['klaar_te_staan', 'mislukt'].includes(status),
  )
  const lus = Object.values(wacht.lokaal).find((deel) => typeof deel === 'string')
  return (
    <article className={css['wacht']} aria-label={wacht.naam}>
      <h4>
        {wacht.naam}
        {lus ? `: ${String(lus)}` : ''}
      </h4>
      <Soort wacht={wacht} actienaam={actie?.naam} />
      {(wacht.soort === 'taak' || wacht.soort === 'formulier') && <Stap {...props} />}
      {(wacht.soort === 'bericht' || wacht.soort === 'signaal') && <Gebeurtenis {...props} />}
      {wacht.soort === 'timer' && wacht.moment && (
        <Doeknop tekst={t.wekkerKnop} doe={() => proef.doe({ tot: wacht.moment ?? '' })} />
      )}
      {wacht.soort === 'actie' && actie && <Actieantwoord actie={actie} scenarios={props.scenarios} proef={proef} />}
    </article>
  )
}

function Soort({ wacht, actienaam }: { wacht: ProcesWacht; actienaam: string | undefined }) {
  const t = useProefTeksten()
  if (wacht.soort === 'taak') return <StatusBadge toon="info">{t.taak}</StatusBadge>
  if (wacht.soort === 'formulier') return <StatusBadge toon="info">{t.formulier}</StatusBadge>
  if (wacht.soort === 'bericht') return <StatusBadge toon="let-op">{t.wachtBericht(wacht.op)}</StatusBadge>
  if (wacht.soort === 'signaal') return <StatusBadge toon="let-op">{t.wachtSignaal(wacht.op)}</StatusBadge>
  if (wacht.soort === 'actie') return <StatusBadge toon="let-op">{t.wachtActie(actienaam ?? wacht.naam)}</StatusBadge>
  return <StatusBadge toon="neutraal">{wacht.moment ? t.wachtTot(precies(wacht.moment)) : t.geenWekker}</StatusBadge>
}

function Stap({ wacht, versieId, proces, stand, proef }: Props) {
  const t = useProefTeksten()
  const gegevens = useMemo(
    () => ({ ...proces.gegevens, ...proces.context, ...wacht.lokaal }),
    [proces.gegevens, proces.context, wacht.lokaal],
  )
  const nu = useMemo(() => new Date(stand.nu), [stand.nu])
  const gepland = proef.verloop?.straks[0]
  const invulling = useInvulling({
    sleutel: `proefstap.${versieId}.${stand.gedaan}.${wacht.element}.${JSON.stringify(wacht.lokaal)}`,
    formulier: wacht.formulier,
    gegevens,
    nu,
    begin: gepland && 'stap' in gepland && gepland.stap === wacht.element ? gepland.antwoorden : {},
    verzend: (antwoorden) => proef.doe({ stap: wacht.element, ...itemVan(wacht, proces.wacht), antwoorden }),
  })
  return (
    <Invulformulier
      naam={wacht.naam}
      invulling={invulling}
      formulier={wacht.formulier}
      knoppen={
        <Button type="submit" size="xs" loading={invulling.bezig}>
          {wacht.formulier?.verstuurtekst ?? t.afronden}
        </Button>
      }
    />
  )
}

/** A message or signal, with the data that it brings. */
function Gebeurtenis({ wacht, proef, scenarios }: Props) {
  const t = useProefTeksten()
  const naam = wacht.op
  const [tekst, setTekst] = useState(() => JSON.stringify(voorbeeldVan(scenarios, naam), null, 2))
  const [fout, setFout] = useState<string>()
  const doe = async () => {
    const gegevens = leesJson(tekst)
    if (!gegevens) return setFout(t.jsonFout)
    setFout(undefined)
    await proef.doe(wacht.soort === 'signaal' ? { signaal: naam, gegevens } : { bericht: naam, gegevens })
  }
  return (
    <>
      <details>
        <summary>{t.metGegevens}</summary>
        <Textarea
          aria-label={t.metGegevens}
          autosize
          minRows={2}
          maxRows={16}
          value={tekst}
          error={fout}
          spellCheck={false}
          onChange={({ currentTarget }) => setTekst(currentTarget.value)}
        />
      </details>
      <Doeknop tekst={t.gebeurd} doe={doe} />
    </>
  )
}

/** What it brings in a scenario: better than an empty page. */
function voorbeeldVan(scenarios: readonly Proefscenario[], naam: string): Record<string, unknown> {
  for (const { stappen } of scenarios)
    for (const stap of stappen)
      if (('bericht' in stap && stap.bericht === naam) || ('signaal' in stap && stap.signaal === naam))
        return stap.gegevens
  return {}
}

/** A button that says itself why it did not work. */
export function Doeknop({ tekst, doe }: { tekst: string; doe: () => Promise<void> | void }) {
  const [bezig, setBezig] = useState(false)
  const [fout, setFout] = useState<string>()
  const klik = async () => {
    setBezig(true)
    setFout(undefined)
    try {
      await doe()
    } catch (error) {
      setFout(detailOf(error))
    } finally {
      setBezig(false)
    }
  }
  return (
    <div className={css['knoppen']}>
      <Button size="xs" variant="default" loading={bezig} onClick={() => void klik()}>
        {tekst}
      </Button>
      {fout && (
        <span role="alert" className={css['rood']}>
          {fout}
        </span>
      )}
    </div>
  )
}
