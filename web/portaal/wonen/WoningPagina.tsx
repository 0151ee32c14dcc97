import { getWoning, type Portaalwoning } from '#contract/portaal/wonen.ts'
import { bedrag, dagVan, dagwoord, datum } from '#kit/format.ts'
import { useLees } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { ButtonLink } from '../nlds/Button.tsx'
import { Card, Lijst, Rijlink } from '../nlds/Card.tsx'
import { DataList } from '../nlds/DataList.tsx'
import { Lading, Leeg } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import { useWoningTeksten } from './woningTeksten.ts'

/** The homes that one rents, and those of which one may still read the account. */
export function WoningPagina() {
  const t = useWoningTeksten()
  const woning = useLees(getWoning)
  return (
    <Pagina titel={t.titel}>
      <Lading query={woning}>
        {({ woningen }) =>
          woningen.length === 0 ? (
            <Leeg icoon="huis" titel={t.leeg}>
              <Paragraph>{t.leegUitleg}</Paragraph>
              <ButtonLink to={paden.nieuweVraag} purpose="primary">
                {t.vraag}
              </ButtonLink>
            </Leeg>
          ) : (
            <div className="stapel">
              {woningen.map((each) => (
                <Woning key={each.overeenkomstId} woning={each} />
              ))}
            </div>
          )
        }
      </Lading>
    </Pagina>
  )
}

function Woning({ woning }: { woning: Portaalwoning }) {
  const t = useWoningTeksten()
  return (
    <section className="stapel">
      <Heading level={2}>{woning.adres || woning.nummer}</Heading>
      {!woning.loopt && <Alert>{t.vroeger}</Alert>}
      {woning.storingen.map((storing) => (
        <Alert key={storing.id} soort="warning" titel={`${t.storing}: ${storing.naam}`}>
          {storing.tekst && <Paragraph>{storing.tekst}</Paragraph>}
          <Paragraph>
            {t.storingSinds(dagwoord(dagVan(storing.begonnenOp)))}{' '}
            {storing.verwachtKlaarOp && t.verwacht(dagwoord(storing.verwachtKlaarOp))}
          </Paragraph>
        </Alert>
      ))}
      {(woning.rekening || woning.onderhoud) && (
        <Lijst>
          {woning.rekening && (
            <li>
              <Rijlink
                to={paden.rekening(woning.overeenkomstId)}
                icoon="euro"
                titel={t.rekening}
                onder={t.toonRekening}
              />
            </li>
          )}
          {woning.onderhoud && (
            <li>
              <Rijlink
                to={paden.onderhoud(woning.overeenkomstId)}
                icoon="moersleutel"
                titel={t.onderhoud}
                onder={t.toonOnderhoud}
              />
            </li>
          )}
        </Lijst>
      )}
      <Card titel={t.contract} level={3}>
        <DataList
          rijen={[
            [t.contractnummer, woning.nummer],
            [t.soort, naamUit(t.soorten, woning.soort)],
            [t.rol, woning.rol],
            [t.sinds, datum(woning.begin)],
            [woning.loopt ? t.tot : t.totVroeger, woning.einde && datum(woning.einde)],
            [t.huur, woning.huurCent === null ? null : bedrag(woning.huurCent)],
            [t.betaalwijze, woning.betaalwijze && naamUit(t.betaalwijzen, woning.betaalwijze)],
          ]}
        />
      </Card>
      {woning.loopt && (
        <Card titel={t.over} level={3}>
          <DataList
            rijen={[
              [t.complex, woning.complex],
              [t.bouwjaar, woning.bouwjaar],
              [t.oppervlakte, woning.oppervlakte === null ? null : t.vierkant(woning.oppervlakte)],
              [t.kamers, woning.kamers],
              [t.energielabel, woning.energielabel],
            ]}
          />
          <Paragraph>{t.bijgewerkt(dagwoord(dagVan(woning.bijgewerktOp)))}</Paragraph>
        </Card>
      )}
    </section>
  )
}

/** A code that we have no word for, is shown as it is. */
const naamUit = (namen: Record<string, string>, code: string) => namen[code] ?? code
