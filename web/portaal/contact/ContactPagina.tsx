import { type Contactrij, listContact } from '#contract/portaal/contact.ts'
import { dagwoord, wanneer } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Meer } from '../lijst/Meer.tsx'
import { useBladzijden } from '../lijst/useBladzijden.ts'
import { Badge } from '../nlds/Badge.tsx'
import { ButtonLink } from '../nlds/Button.tsx'
import { Lijst, Rijlink } from '../nlds/Card.tsx'
import { Lading, Leeg } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import { useContactTeksten } from './contactTeksten.ts'
import css from './Draad.module.css'

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
          <span className={css['kort']}>
            {rij.laatsteVan === 'klant' ? `${t.u}: ` : ''}
            {rij.laatsteTekst}
          </span>
          {stand(rij, t)}
        </>
      }
      rechts={
        rij.ongelezen > 0 ? (
          <Badge toon="let-op" icoon="mail">
            {t.nieuwBericht}
          </Badge>
        ) : undefined
      }
    />
  )
}

function stand(rij: Contactrij, t: ReturnType<typeof useContactTeksten>): string {
  if (rij.antwoordUiterlijk) return t.antwoordUiterlijk(dagwoord(rij.antwoordUiterlijk))
  return `${wanneer(rij.laatsteOp)} · ${t.status[rij.status]}`
}
