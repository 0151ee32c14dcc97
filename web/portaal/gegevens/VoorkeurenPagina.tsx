import { useState } from 'react'
import type { ResponseOf } from '#contract/endpoint.ts'
import { changeVoorkeuren, getVoorkeuren, type KanaalKeuze } from '#contract/portaal/voorkeuren.ts'
import { call } from '#kit/api.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { metNamens, useLees, useNamens } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { Button } from '../nlds/Button.tsx'
import { Card } from '../nlds/Card.tsx'
import { CheckboxGroup } from '../nlds/Choice.tsx'
import { Fout, Lading } from '../nlds/Lading.tsx'
import { Link } from '../nlds/Link.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Select } from '../nlds/Select.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import { useGegevensTeksten } from './gegevensTeksten.ts'
import { useActie } from './useActie.ts'

type Voorkeuren = ResponseOf<typeof getVoorkeuren>

/** By which way one hears of what. */
export function VoorkeurenPagina() {
  const t = useGegevensTeksten()
  const voorkeuren = useLees(getVoorkeuren)
  return (
    <Pagina titel={t.voorkeuren} onder={t.voorkeurenUitleg} terug={{ naar: paden.gegevens, naam: t.titel }}>
      <Lading query={voorkeuren}>{(data) => <Keuzes key={data.versie} voorkeuren={data} />}</Lading>
    </Pagina>
  )
}

function Keuzes({ voorkeuren }: { voorkeuren: Voorkeuren }) {
  const t = useGegevensTeksten()
  const namens = useNamens()
  const [regels, setRegels] = useState(voorkeuren.regels)
  const [geenSms, setGeenSms] = useState(voorkeuren.geenSms)
  const bewaar = useActie(() =>
    call(
      changeVoorkeuren,
      metNamens(namens, {
        body: { regels: regels.map(({ doel, kanaal }) => ({ doel, kanaal })), geenSms },
        ifMatch: voorkeuren.versie,
      }),
    ),
  )
  const isVerouderd = bewaar.error instanceof ApiProblem && bewaar.error.code === 'verouderd'
  return (
    <form
      noValidate
      className="stapel"
      onSubmit={(event) => {
        event.preventDefault()
        bewaar.mutate(undefined)
      }}
    >
      {voorkeuren.onbestelbaar.map((adres) => (
        <Alert key={adres} soort="warning" titel={t.onbestelbaar}>
          <Paragraph>{t.onbestelbaarUitleg(adres)}</Paragraph>
          <p>
            <Link to={paden.gegevens}>{t.bereik}</Link>
          </p>
        </Alert>
      ))}
      <Card>
        {regels.map((regel) => (
          <Select
            key={regel.doel}
            label={t.doelen[regel.doel]}
            opties={[
              { waarde: 'gewoon', label: t.gewoon },
              ...regel.mogelijk.map((waarde) => ({ waarde, label: t.kanalen[waarde] })),
            ]}
            waarde={regel.kanaal ?? 'gewoon'}
            onKies={(keuze) =>
              setRegels((nu) =>
                nu.map((each) =>
                  each.doel === regel.doel
                    ? { ...each, kanaal: keuze === 'gewoon' || keuze === '' ? null : (keuze as KanaalKeuze) }
                    : each,
                ),
              )
            }
          />
        ))}
        <CheckboxGroup
          id="geen-sms"
          label={t.kanalen.sms}
          opties={[{ waarde: 'ja', label: t.geenSms }]}
          waarden={geenSms ? ['ja'] : []}
          onKies={(gekozen) => setGeenSms(gekozen.length > 0)}
        />
      </Card>
      {isVerouderd && (
        <Alert soort="warning" kondigAan>
          {t.verouderd}
        </Alert>
      )}
      {bewaar.error && !isVerouderd && <Fout fout={bewaar.error} />}
      {bewaar.isSuccess && (
        <Alert soort="ok" kondigAan>
          {t.bewaard}
        </Alert>
      )}
      <div>
        <Button type="submit" purpose="primary" {...(bewaar.isPending && { busy: true })}>
          {t.bewaar}
        </Button>
      </div>
    </form>
  )
}
