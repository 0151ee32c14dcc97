import { listPortaalZaken } from '#contract/portaal/zaken.ts'
import { Meer } from '../lijst/Meer.tsx'
import { useBladzijden } from '../lijst/useBladzijden.ts'
import { ButtonLink } from '../nlds/Button.tsx'
import { Lijst } from '../nlds/Card.tsx'
import { Lading, Leeg } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import { Zaakregel } from './Zaakregel.tsx'
import { useZaakTeksten } from './zaakTeksten.ts'

/** Everything that one reported or asked: what runs first, then what is over. */
export function ZakenPagina() {
  const t = useZaakTeksten()
  return (
    <Pagina titel={t.titel} onder={t.onder}>
      <div className="stapel">
        <Deel status="lopend" />
        <Deel status="gesloten" />
      </div>
    </Pagina>
  )
}

function Deel({ status }: { status: 'lopend' | 'gesloten' }) {
  const t = useZaakTeksten()
  const zaken = useBladzijden(listPortaalZaken, { status })
  return (
    <>
      <Heading level={2}>{t[status]}</Heading>
      <Lading query={zaken}>
        {(rijen) =>
          rijen.length > 0 ? (
            <Lijst label={t[status]}>
              {rijen.map((zaak) => (
                <li key={zaak.id}>
                  <Zaakregel zaak={zaak} />
                </li>
              ))}
            </Lijst>
          ) : status === 'lopend' ? (
            <Leeg icoon="map" titel={t.leeg}>
              <Paragraph>{t.leegUitleg}</Paragraph>
              <ButtonLink to={paden.regelen} purpose="primary">
                {t.regelen}
              </ButtonLink>
            </Leeg>
          ) : (
            <Paragraph>{t.geslotenLeeg}</Paragraph>
          )
        }
      </Lading>
      <Meer lijst={zaken} tekst={t.meer} />
    </>
  )
}
