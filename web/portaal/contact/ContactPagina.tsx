import { type Contactrij, listContact } from '#contract/portaal/contact.ts'
import { dagwoord, wanneer } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Meer } from '../lijst/Meer.tsx'
import { useBladzijden } from '../lijst/useBladzijden.ts'
import { Badge, type Toon } from '../nlds/Badge.tsx'
import { ButtonLink } from '../nlds/Button.tsx'
import { Lijst, Rijlink } from '../nlds/Card.tsx'
import { Lading, Leeg } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import { useContactTeksten } from './contactTeksten.ts'

const tonen: Record<Contactrij['status'], Toon> = { 'wacht-op-ons': 'info', beantwoord: 'goed', gesloten: 'neutraal' }

/** What one asked and what we answered, the latest first. */
export function ContactPagina() {
  const t = useContactTeksten()
  const draden = useBladzijden(listContact)
  return (
    <Pagina titel={t.titel} onder={t.onder}>
      <div className="stapel">
        <div>
          <ButtonLink to={paden.nieuweVraag} purpose="primary">
            <Icoon naam="plus" maat={20} /> {t.nieuw}
          </ButtonLink>
        </div>
        <Heading level={2}>{t.vragen}</Heading>
        <Lading query={draden}>
          {(rijen) =>
            rijen.length === 0 ? (
              <Leeg icoon="bericht" titel={t.leeg}>
                <Paragraph>{t.leegUitleg}</Paragraph>
              </Leeg>
            ) : (
              <>
                <Lijst label={t.vragen}>
                  {rijen.map((rij) => (
                    <li key={rij.id}>
                      <Draadregel rij={rij} />
                    </li>
                  ))}
                </Lijst>
                <Meer lijst={draden} tekst={t.meer} />
              </>
            )
          }
        </Lading>
        <Lijst>
          <li>
            <Rijlink to={paden.post} icoon="mail" titel={t.post} onder={t.postUitleg} />
          </li>
        </Lijst>
      </div>
    </Pagina>
  )
}

function Draadregel({ rij }: { rij: Contactrij }) {
  const t = useContactTeksten()
  return (
    <Rijlink
      to={paden.gesprek(rij.id)}
      titel={rij.onderwerp}
      onder={
        <>
          <span>
            {rij.laatsteVan === 'klant' ? `${t.u}: ` : ''}
            {rij.laatsteTekst}
          </span>
          <br />
          {rij.antwoordUiterlijk ? t.antwoordUiterlijk(dagwoord(rij.antwoordUiterlijk)) : wanneer(rij.laatsteOp)}
        </>
      }
      rechts={
        rij.ongelezen > 0 ? (
          <Badge toon="let-op" icoon="mail">
            {t.nieuwBericht}
          </Badge>
        ) : (
          <Badge toon={tonen[rij.status]}>{t.status[rij.status]}</Badge>
        )
      }
    />
  )
}
