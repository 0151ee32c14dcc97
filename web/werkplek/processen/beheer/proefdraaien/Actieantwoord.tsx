import { Radio, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ActieBeschrijving, listActiesoorten } from '#contract/procesbeheer.ts'
import type { Proefactie, Proefscenario } from '#contract/procesproef.ts'
import { lees } from '#kit/queries.ts'
import { Laadskelet } from '#kit/Staten.tsx'
import { leesbaar, toonVeld } from '../../waarde.ts'
import { leesJson } from './leesJson.ts'
import css from './Proef.module.css'
import { leegVoorbeeld } from './proefstap.ts'
import { useProefTeksten } from './proefTeksten.ts'
import type { Proef } from './useProef.ts'
import { Doeknop } from './Wachtpunt.tsx'

type Props = { actie: Proefactie; scenarios: readonly Proefscenario[]; proef: Proef }

/** What goes out of the house does not, here: one says oneself how the other side answers. */
export function Actieantwoord(props: Props) {
  const { data } = useQuery(lees(listActiesoorten))
  if (!data) return <Laadskelet />
  return <Antwoord {...props} soort={data.rijen.find(({ naam }) => naam === props.actie.soort)} />
}

function Antwoord({ actie, scenarios, proef, soort }: Props & { soort: ActieBeschrijving | undefined }) {
  const t = useProefTeksten()
  const eerder = uitScenario(scenarios, actie.element)
  const [lukt, setLukt] = useState('ja')
  const [uitvoer, setUitvoer] = useState(() => JSON.stringify(eerder ?? leegVoorbeeld(soort?.uitvoer ?? {}), null, 2))
  const codes = soort?.fouten ?? []
  const [code, setCode] = useState(codes[0]?.code ?? '')
  const [melding, setMelding] = useState('')
  const [fout, setFout] = useState<string>()
  const doe = async () => {
    if (lukt === 'nee') return proef.doe({ actie: actie.element, fout: { code: code || 'ONBEKEND', melding } })
    const gelezen = leesJson(uitvoer)
    if (!gelezen) return setFout(t.jsonFout)
    setFout(undefined)
    await proef.doe({ actie: actie.element, uitvoer: gelezen })
  }
  return (
    <>
      <details>
        <summary>{t.ingaand}</summary>
        <dl className={css['waarden']}>
          {Object.entries(actie.invoer).map(([naam, waarde]) => (
            <div key={naam}>
              <dt>{leesbaar(naam)}</dt>
              <dd>{toonVeld(naam, waarde, t)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Radio.Group label={t.antwoord} value={lukt} onChange={setLukt}>
        <div className={css['knoppen']}>
          <Radio value="ja" label={t.lukt} />
          <Radio value="nee" label={t.luktNiet} />
        </div>
      </Radio.Group>
      {lukt === 'ja' && (
        <Textarea
          label={t.uitkomst}
          description={eerder ? t.uitScenario : soort?.uitleg}
          autosize
          minRows={2}
          maxRows={16}
          value={uitvoer}
          error={fout}
          spellCheck={false}
          onChange={({ currentTarget }) => setUitvoer(currentTarget.value)}
        />
      )}
      {lukt === 'nee' &&
        (codes.length > 0 ? (
          <Select
            label={t.foutcode}
            allowDeselect={false}
            data={codes.map((each) => ({ value: each.code, label: `${each.code}: ${each.uitleg}` }))}
            value={code}
            onChange={(next) => setCode(next ?? '')}
          />
        ) : (
          <TextInput label={t.foutcode} value={code} onChange={({ currentTarget }) => setCode(currentTarget.value)} />
        ))}
      {lukt === 'nee' && (
        <TextInput
          label={t.foutmelding}
          value={melding}
          onChange={({ currentTarget }) => setMelding(currentTarget.value)}
        />
      )}
      <Doeknop tekst={t.antwoordKnop} doe={doe} />
    </>
  )
}

/** How the other side answers here in a scenario that goes well. */
function uitScenario(scenarios: readonly Proefscenario[], element: string): Record<string, unknown> | undefined {
  for (const { start, stappen } of scenarios) {
    const vast = start.acties[element]
    if (vast && 'uitvoer' in vast) return vast.uitvoer
    for (const stap of stappen) if ('actie' in stap && stap.actie === element && 'uitvoer' in stap) return stap.uitvoer
  }
  return undefined
}
