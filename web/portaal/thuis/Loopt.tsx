import { dagwoord } from '#kit/format.ts'
import { Badge, type Toon } from '../nlds/Badge.tsx'
import { Lijst, Rijlink } from '../nlds/Card.tsx'
import { icoonVan } from '../nlds/icoonVan.ts'
import { Link } from '../nlds/Link.tsx'
import { Heading, Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import css from './Thuis.module.css'
import type { Thuis } from './ThuisPagina.tsx'
import { useThuisTeksten } from './thuisTeksten.ts'

const tonen: Record<Thuis['loopt'][number]['status'], Toon> = {
  ontvangen: 'info',
  bezig: 'info',
  'wacht-op-u': 'let-op',
  klaar: 'goed',
  gestopt: 'neutraal',
}

/** What is going on, with what was promised. */
export function Loopt({ loopt, meer }: { loopt: Thuis['loopt']; meer: boolean }) {
  const t = useThuisTeksten()
  return (
    <section className={css['deel']} aria-labelledby="loopt">
      <Heading level={2} id="loopt">
        {t.loopt}
      </Heading>
      {loopt.length === 0 ? (
        <Paragraph>{t.nietsLoopt}</Paragraph>
      ) : (
        <Lijst>
          {loopt.map((zaak) => (
            <li key={zaak.id}>
              <Rijlink
                to={paden.zaak(zaak.id)}
                icoon={icoonVan(zaak.icoon)}
                titel={zaak.titel}
                onder={
                  <>
                    {zaak.statusTekst}
                    {zaak.belofte && ` · ${t.belofte(dagwoord(zaak.belofte))}`}
                    <span className={css['stand']}>
                      <Badge toon={tonen[zaak.status]}>{t.status[zaak.status]}</Badge>
                    </span>
                  </>
                }
              />
            </li>
          ))}
        </Lijst>
      )}
      {meer && (
        <p>
          <Link to={paden.zaken}>{t.alleZaken}</Link>
        </p>
      )}
    </section>
  )
}
