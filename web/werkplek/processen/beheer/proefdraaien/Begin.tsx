import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ResponseOf } from '#contract/endpoint.ts'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import type { getProef, Proefscenario, Proefstart } from '#contract/procesproef.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { dagVan, tijd as tijdVan } from '#kit/format.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { Invulformulier } from '../../Invulformulier.tsx'
import { useInvulling } from '../../invulling.ts'
import { momentVan } from './moment.ts'
import css from './Proef.module.css'
import { leegBegin } from './proefstap.ts'
import { useProefTeksten } from './proefTeksten.ts'
import type { Proef } from './useProef.ts'

type Gegeven = ResponseOf<typeof getProef>
type Props = { versie: ProcesVersie; gegeven: Gegeven; proef: Proef }

/** An example to begin with: one of the scenarios, or one's own. */
export function Begin({ versie, gegeven, proef }: Props) {
  const t = useProefTeksten()
  const [keuze, setKeuze] = useState('')
  const sleutel = ({ bestand, nummer }: Proefscenario) => `${bestand} ${nummer}`
  const scenario = gegeven.scenarios.find((each) => sleutel(each) === keuze)
  return (
    <div className={css['begin']}>
      {gegeven.scenarios.length > 0 && (
        <Select
          label={t.voorbeeld}
          allowDeselect={false}
          data={[
            { value: '', label: t.eigen },
            ...gegeven.scenarios.map((each) => ({ value: sleutel(each), label: each.naam })),
          ]}
          value={keuze}
          onChange={(next) => setKeuze(next ?? '')}
        />
      )}
      <Voorbeeld
        key={`${versie.id}${keuze}`}
        sleutel={`proefbegin.${versie.id}.${keuze}`}
        gegeven={gegeven}
        proef={proef}
        scenario={scenario}
      />
    </div>
  )
}

type VoorbeeldProps = { sleutel: string; gegeven: Gegeven; proef: Proef; scenario: Proefscenario | undefined }

function Voorbeeld({ sleutel, gegeven, proef, scenario }: VoorbeeldProps) {
  const t = useProefTeksten()
  const van = scenario?.start ?? proef.vorige
  const [nu] = useState(() => van?.nu ?? new Date().toISOString())
  const [dag, setDag] = useState<string | null>(dagVan(nu))
  const [tijd, setTijd] = useState(tijdVan(nu))
  const [zonderKlant, setZonderKlant] = useState(van?.zonderKlant ?? false)
  const [woning, setWoning] = useState(van?.eenheid !== undefined)
  const [adres, setAdres] = useState(String(van?.eenheid?.['adres'] ?? 'Proefstraat 1'))
  const [code, setCode] = useState(String(van?.eenheid?.['code'] ?? 'E1'))
  const [klokfout, setKlokfout] = useState<{ dag?: string; tijd?: string }>({})
  const eenheid = useMemo(
    () => (woning ? { ...van?.eenheid, code, adres } : undefined),
    [woning, van?.eenheid, code, adres],
  )
  const context = useMemo(() => ({ ...gegeven.context, ...(eenheid && { eenheid }) }), [gegeven.context, eenheid])
  const klok = useMemo(() => (dag && isTijd(tijd) ? new Date(momentVan(dag, tijd)) : undefined), [dag, tijd])
  const invulling = useInvulling({
    sleutel,
    formulier: gegeven.formulier,
    gegevens: context,
    begin: van?.antwoorden ?? {},
    nu: klok,
    async verzend(antwoorden) {
      if (!dag || !isTijd(tijd)) {
        setKlokfout({ ...(!dag && { dag: t.dagFout }), ...(!isTijd(tijd) && { tijd: t.tijdFout }) })
        throw new ApiProblem({ status: 400, code: 'klok', detail: dag ? t.tijdFout : t.dagFout })
      }
      setKlokfout({})
      const { eenheid: _, ...rest } = van ?? leegBegin
      const start: Proefstart = {
        ...rest,
        nu: momentVan(dag, tijd),
        antwoorden,
        zonderKlant,
        ...(eenheid && { eenheid }),
      }
      await proef.begin(start, scenario?.stappen ?? [])
    },
  })
  useSneltoets('mod+enter', t.begin, () => void invulling.verstuur(), !invulling.bezig)
  return (
    <>
      <fieldset className={css['omstandigheden']}>
        <legend>{t.klok}</legend>
        <DatumVeld label={t.beginOp} waarde={dag} onWijzig={setDag} fout={klokfout.dag} verplicht />
        <TextInput
          label={t.beginTijd}
          value={tijd}
          error={klokfout.tijd}
          required
          inputMode="numeric"
          onChange={({ currentTarget }) => setTijd(currentTarget.value)}
        />
        <Checkbox
          label={t.zonderKlant}
          checked={zonderKlant}
          onChange={({ currentTarget }) => setZonderKlant(currentTarget.checked)}
        />
        <Checkbox
          label={t.woning}
          checked={woning}
          onChange={({ currentTarget }) => setWoning(currentTarget.checked)}
        />
        {woning && (
          <>
            <TextInput
              label={t.woningAdres}
              value={adres}
              onChange={({ currentTarget }) => setAdres(currentTarget.value)}
            />
            <TextInput
              label={t.woningCode}
              value={code}
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
            />
          </>
        )}
      </fieldset>
      {!gegeven.formulier && <p className={css['zacht']}>{t.geenFormulier}</p>}
      <Invulformulier
        naam={gegeven.formulier?.titel ?? t.titel}
        invulling={invulling}
        formulier={gegeven.formulier}
        knoppen={
          <Button type="submit" loading={invulling.bezig} rightSection={<Toets toets="mod+enter" />}>
            {t.begin}
          </Button>
        }
      />
    </>
  )
}

const isTijd = (tekst: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(tekst)
