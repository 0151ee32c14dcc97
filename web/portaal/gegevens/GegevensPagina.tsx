import type { ReactNode } from 'react'
import {
  changeTaal,
  type EigenAdres,
  type Gegevens,
  getGegevens,
  removeEigenAdres,
} from '#contract/portaal/gegevens.ts'
import { call } from '#kit/api.ts'
import { datum } from '#kit/format.ts'
import { metNamens, useLees, useNamens } from '../namens.ts'
import { Alert } from '../nlds/Alert.tsx'
import { Badge } from '../nlds/Badge.tsx'
import { Button, ButtonLink } from '../nlds/Button.tsx'
import { Card, Lijst, Rijlink } from '../nlds/Card.tsx'
import { RadioGroup } from '../nlds/Choice.tsx'
import { DataList } from '../nlds/DataList.tsx'
import { Fout, Lading } from '../nlds/Lading.tsx'
import { Anchor, Link } from '../nlds/Link.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import css from './Gegevens.module.css'
import { useGegevensTeksten } from './gegevensTeksten.ts'
import { useActie } from './useActie.ts'

/** What is known of me, and the way to everything that I can do about it. */
export function GegevensPagina() {
  const t = useGegevensTeksten()
  const gegevens = useLees(getGegevens)
  return (
    <Pagina titel={t.titel} onder={t.onder}>
      <Lading query={gegevens}>
        {(data) => (
          <div className="stapel">
            <Card titel={t.wie}>
              <DataList
                rijen={[
                  [t.naam, data.naam],
                  [t.klantnummer, String(data.klantnummer)],
                  [t.geboortedatum, data.geboortedatum && datum(data.geboortedatum)],
                  [t.postadres, data.postadres],
                ]}
              />
              <Verwijzing naar={paden.gegeven('melding')}>{t.kloptNiet}</Verwijzing>
            </Card>
            <Adressen gegevens={data} />
            <Taal taal={data.taal} />
            <Huishoudens gegevens={data} />
            <Card titel={t.rekening}>
              <Paragraph>
                {data.rekening
                  ? `${data.rekening.iban} ${data.rekening.tenaamstelling && t.tenNameVan(data.rekening.tenaamstelling)}`
                  : t.geenRekening}
              </Paragraph>
              <Verwijzing naar={paden.gegeven('rekening')}>{t.wijzigRekening}</Verwijzing>
            </Card>
            <Verder zelf={data.zelf} vraagt={data.uitnodigingen.length > 0} />
          </div>
        )}
      </Lading>
    </Pagina>
  )
}

const Verwijzing = ({ naar, children }: { naar: string; children: ReactNode }) => (
  <p className="niet-afdrukken">
    <Link to={naar}>{children}</Link>
  </p>
)

function Adressen({ gegevens }: { gegevens: Gegevens }) {
  const t = useGegevensTeksten()
  const namens = useNamens()
  const weg = useActie(({ id, versie }: EigenAdres) =>
    call(removeEigenAdres, metNamens(namens, { params: { id }, ifMatch: versie })),
  )
  const aantal = (soort: string) => gegevens.adressen.filter((each) => each.soort === soort).length
  return (
    <Card titel={t.bereik}>
      <ul className={css['rijen']}>
        {gegevens.adressen.map((adres) => (
          <li key={adres.id}>
            <div className={css['woorden']}>
              <span className={css['zacht']}>{t.soort[adres.soort]}</span>
              <strong>{adres.adres}</strong>
              {adres.standaard && aantal(adres.soort) > 1 && <span className={css['zacht']}>{t.standaard}</span>}
              {!adres.gecontroleerd && adres.soort === 'email' && (
                <span className={css['zacht']}>{t.nietGecontroleerd}</span>
              )}
            </div>
            <div className="rij niet-afdrukken">
              <ButtonLink
                to={paden.gegeven('adres')}
                search={{ soort: adres.soort, vervangt: adres.id } as never}
                purpose="secondary"
                aria-label={t.wijzig(adres.adres)}
              >
                {t.wijzigKort}
              </ButtonLink>
              {aantal(adres.soort) > 1 && (
                <Button
                  purpose="subtle"
                  aria-label={t.verwijderVan(adres.adres)}
                  {...(weg.isPending && { busy: true })}
                  onClick={() => weg.mutate(adres)}
                >
                  {t.verwijder}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {weg.error && <Fout fout={weg.error} />}
      <div className="rij niet-afdrukken">
        {(['email', 'telefoonnummer'] as const).map((soort) => (
          <Link key={soort} to={paden.gegeven('adres')} search={{ soort } as never}>
            {t.voegToe[soort]}
          </Link>
        ))}
      </div>
    </Card>
  )
}

function Taal({ taal }: { taal: 'nl' | 'en' }) {
  const t = useGegevensTeksten()
  const namens = useNamens()
  const kies = useActie((keuze: 'nl' | 'en') => call(changeTaal, metNamens(namens, { body: { taal: keuze } })))
  return (
    <Card>
      <RadioGroup
        id="taal"
        naast
        label={t.taal}
        opties={[
          { waarde: 'nl', label: t.talen.nl },
          { waarde: 'en', label: t.talen.en },
        ]}
        waarde={kies.isPending ? kies.variables : taal}
        onKies={(keuze) => kies.mutate(keuze as 'nl' | 'en')}
      />
      {kies.isSuccess && (
        <Alert soort="ok" kondigAan>
          {t.taalBewaard}
        </Alert>
      )}
      {kies.error && <Fout fout={kies.error} />}
    </Card>
  )
}

function Huishoudens({ gegevens: { huishoudens } }: { gegevens: Gegevens }) {
  const t = useGegevensTeksten()
  if (huishoudens.length === 0) return null
  return (
    <Card titel={t.huishouden}>
      {huishoudens.map((huishouden) => (
        <ul key={huishouden.naam} className={css['rijen']} aria-label={huishouden.naam}>
          {huishouden.personen.map((persoon) => (
            <li key={`${persoon.naam}${persoon.rol}`}>
              <div className={css['woorden']}>
                <strong>
                  {persoon.naam} {persoon.uzelf && `(${t.uzelf})`}
                </strong>
                <span className={css['zacht']}>
                  {persoon.rol}, {t.sinds(datum(persoon.sinds))}
                </span>
              </div>
            </li>
          ))}
        </ul>
      ))}
      <Verwijzing naar={paden.gegeven('melding')}>{t.wijzigHuishouden}</Verwijzing>
    </Card>
  )
}

function Verder({ zelf, vraagt }: { zelf: boolean; vraagt: boolean }) {
  const t = useGegevensTeksten()
  return (
    <div className="stapel niet-afdrukken">
      <Heading level={2}>{t.verder}</Heading>
      <Lijst label={t.verder}>
        <li>
          <Rijlink
            to={paden.gegeven('machtigingen')}
            icoon="mensen"
            titel={t.machtigingen}
            onder={t.machtigingenUitleg}
            rechts={vraagt ? <Badge toon="let-op">{t.uitnodigingen}</Badge> : undefined}
          />
        </li>
        <li>
          <Rijlink to={paden.gegeven('voorkeuren')} icoon="mail" titel={t.voorkeuren} onder={t.voorkeurenUitleg} />
        </li>
        <li>
          <Rijlink to={paden.gegeven('inzagen')} icoon="oog" titel={t.inzagen} onder={t.inzagenUitleg} />
        </li>
        {zelf && (
          <li>
            <Rijlink to={paden.gegeven('kopie')} icoon="download" titel={t.kopie} onder={t.kopieUitleg} />
          </li>
        )}
      </Lijst>
      {zelf && (
        <p>
          <Anchor href="/aanmelden/beveiliging">{t.beveiliging}</Anchor>
        </p>
      )}
    </div>
  )
}
