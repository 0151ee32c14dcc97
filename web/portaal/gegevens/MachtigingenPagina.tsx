import { useState } from 'react'
import {
  type Aanbod,
  type Gegevens,
  getGegevens,
  type Machtiging,
  neemAanbodAan,
  trekAanbodIn,
  trekMachtigingIn,
} from '#contract/portaal/gegevens.ts'
import { call } from '#kit/api.ts'
import { dagVan, datum } from '#kit/format.ts'
import { metNamens, useLees, useNamens } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { Button } from '../nlds/Button.tsx'
import { Card } from '../nlds/Card.tsx'
import { Fout, Lading } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import css from './Gegevens.module.css'
import { useGegevensTeksten } from './gegevensTeksten.ts'
import { Machtigen } from './Machtigen.tsx'
import { useActie } from './useActie.ts'

/** Who may act for me, for whom I may act, and what waits for an answer. */
export function MachtigingenPagina() {
  const t = useGegevensTeksten()
  const gegevens = useLees(getGegevens)
  return (
    <Pagina titel={t.machtigingen} onder={t.machtigingenUitleg} terug={{ naar: paden.gegevens, naam: t.titel }}>
      <Lading query={gegevens}>{(data) => <Inhoud gegevens={data} />}</Lading>
    </Pagina>
  )
}

function Inhoud({ gegevens }: { gegevens: Gegevens }) {
  const t = useGegevensTeksten()
  const namens = useNamens()
  const doe = useActie((werk: () => Promise<unknown>) => werk())
  const ga = (werk: () => Promise<unknown>) => doe.mutate(werk)
  const stop = ({ id, versie }: Machtiging) =>
    ga(() => call(trekMachtigingIn, metNamens(namens, { params: { id }, ifMatch: versie })))
  const neem = ({ id }: Aanbod) => ga(() => call(neemAanbodAan, metNamens(namens, { params: { id }, body: {} })))
  const trek = ({ id }: Aanbod) => ga(() => call(trekAanbodIn, metNamens(namens, { params: { id } })))
  return (
    <div className="stapel">
      {doe.error && <Fout fout={doe.error} />}
      {doe.isSuccess && (
        <Alert soort="ok" kondigAan>
          {t.gedaan}
        </Alert>
      )}
      {gegevens.uitnodigingen.length > 0 && (
        <Card titel={t.uitnodigingen}>
          <ul className={css['rijen']}>
            {gegevens.uitnodigingen.map((aanbod) => (
              <li key={aanbod.id}>
                <Wie wat={aanbod} onder={t.geldigTot(datum(dagVan(aanbod.geldigTot)))} />
                <div className="rij">
                  <Button purpose="primary" onClick={() => neem(aanbod)}>
                    {t.neemAan}
                  </Button>
                  <Button purpose="secondary" onClick={() => trek(aanbod)}>
                    {t.weiger}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card titel={t.gegeven}>
        <Lijst machtigingen={gegevens.gegeven} leeg={t.gegevenLeeg} zeker={t.stopZeker} stop={stop} />
        {gegevens.aangeboden.length > 0 && (
          <>
            <Paragraph>{t.aangeboden}</Paragraph>
            <ul className={css['rijen']}>
              {gegevens.aangeboden.map((aanbod) => (
                <li key={aanbod.id}>
                  <Wie wat={aanbod} onder={t.geldigTot(datum(dagVan(aanbod.geldigTot)))} />
                  <Button purpose="secondary" onClick={() => trek(aanbod)}>
                    {t.trekIn}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      {gegevens.zelf && (
        <Card titel={t.gekregen}>
          <Lijst machtigingen={gegevens.gekregen} leeg={t.gekregenLeeg} zeker={t.stopZekerGekregen} stop={stop} />
        </Card>
      )}
      {gegevens.zelf && <Machtigen />}
    </div>
  )
}

function Lijst({
  machtigingen,
  leeg,
  zeker,
  stop,
}: {
  machtigingen: readonly Machtiging[]
  leeg: string
  zeker: string
  stop: (machtiging: Machtiging) => void
}) {
  const t = useGegevensTeksten()
  const [vraag, setVraag] = useState<string>()
  if (machtigingen.length === 0) return <Paragraph>{leeg}</Paragraph>
  return (
    <ul className={css['rijen']}>
      {machtigingen.map((each) => (
        <li key={each.id}>
          <Wie wat={each} onder={`${each.soort}. ${each.einde ? t.tot(datum(each.einde)) : t.zonderEinde}`} />
          {each.intrekken && vraag !== each.id && (
            <Button purpose="secondary" onClick={() => setVraag(each.id)}>
              {t.stop}
            </Button>
          )}
          {vraag === each.id && (
            <Alert soort="warning" kondigAan>
              <Paragraph>{zeker}</Paragraph>
              <div className="rij">
                <Button purpose="primary" onClick={() => stop(each)}>
                  {t.stopJa}
                </Button>
                <Button purpose="subtle" onClick={() => setVraag(undefined)}>
                  {t.nee}
                </Button>
              </div>
            </Alert>
          )}
        </li>
      ))}
    </ul>
  )
}

function Wie({ wat, onder }: { wat: Pick<Machtiging, 'ander' | 'domeinen'>; onder: string }) {
  const t = useGegevensTeksten()
  return (
    <div className={css['woorden']}>
      <strong>{wat.ander}</strong>
      <span>{t.mag(wat.domeinen.map((each) => t.domeinen[each]).join(', '))}</span>
      <span className={css['zacht']}>{onder}</span>
    </div>
  )
}
