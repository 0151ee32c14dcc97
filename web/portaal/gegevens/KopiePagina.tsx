import { useQuery } from '@tanstack/react-query'
import {
  downloadExport,
  type Gegevensexport,
  getGegevens,
  removeExport,
  vraagExport,
} from '#contract/portaal/gegevens.ts'
import { call, urlOf } from '#kit/api.ts'
import { dagVan, dagwoord, omvang, wanneer } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { lees } from '#kit/queries.ts'
import { metNamens, useNamens } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { Button, ButtonAnchor } from '../nlds/Button.tsx'
import { Card } from '../nlds/Card.tsx'
import { Fout, Lading } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import { useGegevensTeksten } from './gegevensTeksten.ts'
import { useActie } from './useActie.ts'

/** While a file is being made. */
const zoTerug = 3_000

/** Everything that is kept about me, to take along. */
export function KopiePagina() {
  const t = useGegevensTeksten()
  const namens = useNamens()
  const gegevens = useQuery({
    ...lees(getGegevens, metNamens(namens, {})),
    refetchInterval: ({ state }) => (state.data?.exports.some(({ status }) => status === 'bezig') ? zoTerug : false),
  })
  const vraag = useActie(() => call(vraagExport, metNamens(namens, { body: {} })))
  const weg = useActie((id: string) => call(removeExport, metNamens(namens, { params: { id } })))
  return (
    <Pagina titel={t.kopie} onder={t.kopieUitleg} terug={{ naar: paden.gegevens, naam: t.titel }}>
      <div className="stapel">
        <Paragraph>{t.kopieLang}</Paragraph>
        <Paragraph>{t.kopieNiet}</Paragraph>
        {(vraag.error || weg.error) && <Fout fout={vraag.error ?? weg.error} />}
        <div>
          <Button purpose="primary" {...(vraag.isPending && { busy: true })} onClick={() => vraag.mutate(undefined)}>
            {t.vraagKopie}
          </Button>
        </div>
        <Lading query={gegevens}>
          {({ exports }) => (
            <>
              {exports.map((each) => (
                <Bestand key={each.id} bestand={each} namens={namens} weg={() => weg.mutate(each.id)} />
              ))}
            </>
          )}
        </Lading>
      </div>
    </Pagina>
  )
}

function Bestand({ bestand, namens, weg }: { bestand: Gegevensexport; namens: string | undefined; weg: () => void }) {
  const t = useGegevensTeksten()
  return (
    <Card>
      <Paragraph>{t.gevraagd(wanneer(bestand.gevraagdOp))}</Paragraph>
      {bestand.status === 'bezig' && <Alert kondigAan>{t.kopieBezig}</Alert>}
      {bestand.status === 'mislukt' && <Alert soort="error">{t.kopieMislukt}</Alert>}
      {bestand.status === 'klaar' && <Paragraph>{t.kopieTot(dagwoord(dagVan(bestand.geldigTot)))}</Paragraph>}
      <div className="rij">
        {bestand.status === 'klaar' && (
          <ButtonAnchor
            href={urlOf(downloadExport, metNamens(namens, { params: { id: bestand.id } }))}
            download
            purpose="primary"
          >
            <Icoon naam="download" maat={20} /> {t.kopieKlaar(omvang(bestand.omvang ?? 0))}
          </ButtonAnchor>
        )}
        {bestand.status !== 'bezig' && (
          <Button purpose="secondary" onClick={weg}>
            {t.verwijder}
          </Button>
        )}
      </div>
    </Card>
  )
}
