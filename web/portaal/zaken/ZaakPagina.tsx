import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getPortaalZaak, type PortaalZaak } from '#contract/portaal/zaken.ts'
import { dagVan, dagwoord } from '#kit/format.ts'
import { lees } from '#kit/queries.ts'
import { metNamens, useNamens } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { Card, Lijst, Rijlink } from '../nlds/Card.tsx'
import { Lading } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import { Stappen } from '../processen/Verstuurd.tsx'
import { Afspraken } from './Afspraken.tsx'
import { Documenten } from './Documenten.tsx'
import { Tijdlijn } from './Tijdlijn.tsx'
import css from './Zaak.module.css'
import { Zaakacties } from './Zaakacties.tsx'
import { Zaakstatus } from './Zaakregel.tsx'
import { useZaakTeksten } from './zaakTeksten.ts'

/** Something is being looked up: ask again soon. */
const zoTerug = 2_000

/** One zaak: how it stands, what one must do, who does what, and everything that happened. */
export function ZaakPagina() {
  const t = useZaakTeksten()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const namens = useNamens()
  const zaak = useQuery({
    ...lees(getPortaalZaak, metNamens(namens, { params: { id } })),
    refetchInterval: ({ state }) => (state.data?.bezig ? zoTerug : false),
  })
  return (
    <Pagina
      titel={zaak.data?.titel ?? t.titel}
      onder={zaak.data && [zaak.data.soort, zaak.data.adres].filter(Boolean).join(' · ')}
      terug={{ naar: paden.zaken, naam: t.titel }}
    >
      <Lading query={zaak}>{(data) => <Inhoud zaak={data} />}</Lading>
    </Pagina>
  )
}

function Inhoud({ zaak }: { zaak: PortaalZaak }) {
  const t = useZaakTeksten()
  return (
    <div className="stapel">
      <section className={`kaart ${css['stand']}`}>
        <div className="rij">
          <Zaakstatus status={zaak.status} />
          <span className={css['zacht']}>{t.nummer(zaak.nummer)}</span>
        </div>
        <p className={css['statusTekst']}>{zaak.statusTekst}</p>
        {zaak.belofte && !zaak.afgeslotenOp && <Paragraph>{t.belofte(dagwoord(zaak.belofte))}</Paragraph>}
        {zaak.volgende && (
          <Paragraph>
            {t.volgende}: {zaak.volgende}
          </Paragraph>
        )}
        {zaak.resultaat && (
          <Paragraph>
            {t.resultaat}: {zaak.resultaat}
          </Paragraph>
        )}
        <p className={css['zacht']}>
          {zaak.afgeslotenOp
            ? t.afgesloten(dagwoord(dagVan(zaak.afgeslotenOp)))
            : t.ontvangen(dagwoord(dagVan(zaak.ontvangenOp)))}
        </p>
      </section>
      {zaak.bezig && <Alert kondigAan>{t.bezig}</Alert>}
      {zaak.taken.length > 0 && (
        <>
          <Heading level={2}>{t.doen}</Heading>
          <Lijst label={t.doen}>
            {zaak.taken.map((taak) => (
              <li key={taak.id}>
                <Rijlink
                  to={paden.taak(zaak.id, taak.id)}
                  icoon="taak"
                  titel={taak.titel}
                  onder={taak.uiterlijk ? t.uiterlijk(dagwoord(taak.uiterlijk)) : undefined}
                />
              </li>
            ))}
          </Lijst>
        </>
      )}
      <Afspraken zaak={zaak} />
      {zaak.wieDoetWat.length > 0 && (
        <Card titel={t.nu}>
          <Stappen stappen={zaak.wieDoetWat} />
        </Card>
      )}
      {zaak.documenten.length > 0 && (
        <Card titel={t.documenten}>
          <Documenten zaakId={zaak.id} documenten={zaak.documenten} />
        </Card>
      )}
      {zaak.tijdlijn.length > 0 && (
        <Card titel={t.tijdlijn}>
          <Tijdlijn zaakId={zaak.id} gebeurtenissen={zaak.tijdlijn} />
        </Card>
      )}
      <Zaakacties zaak={zaak} />
    </div>
  )
}
