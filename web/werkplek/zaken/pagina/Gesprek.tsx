import { Link } from '@tanstack/react-router'
import type { BerichtRij } from '#contract/berichten.ts'
import type { KlantcontactPost } from '#contract/klantcontacten.ts'
import type { Zaak } from '#contract/zaken.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { paden } from '#kit/paden.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { Berichtkaart } from '../../berichten/Berichtkaart.tsx'
import { useZakenTeksten } from '../zakenTeksten.ts'
import css from './Zaak.module.css'

type Props = {
  zaak: Zaak
  berichten: { data: { rijen: BerichtRij[] } | undefined; error: unknown; refetch: () => unknown }
}

/** What was said and sent in this zaak, in one line of time, the last first. */
export function Gesprek({ zaak, berichten }: Props) {
  const { gesprek: t } = useZakenTeksten()
  return (
    <Lading query={berichten} regels={4}>
      {({ rijen }) => {
        const beide = [
          ...zaak.klantcontacten.map((contact) => ({ op: contact.plaatsgevondenOp, contact })),
          ...rijen.map((bericht) => ({ op: bericht.verstuurdOp ?? bericht.aangemaaktOp, bericht })),
        ].sort((a, b) => b.op.localeCompare(a.op))
        if (beide.length === 0) return <LegeStaat titel={t.leeg} icoon="bericht" />
        return (
          <ol className={css['gesprek']}>
            {beide.map((each) =>
              'contact' in each ? (
                <li key={each.contact.id}>
                  <Contactkaart contact={each.contact} />
                </li>
              ) : (
                <li key={each.bericht.id}>
                  <Berichtkaart bericht={each.bericht} />
                </li>
              ),
            )}
          </ol>
        )
      }}
    </Lading>
  )
}

function Contactkaart({ contact }: { contact: KlantcontactPost }) {
  const { gesprek: t } = useZakenTeksten()
  const delen = [
    [t.vraag, contact.vraag],
    [t.antwoord, contact.antwoord],
    [t.intern, contact.interneNotitie],
  ] as const
  return (
    <article className={css['kaart']} aria-label={contact.onderwerp}>
      <header>
        <Icoon naam={contact.kanaalCode === 'telefoon' ? 'telefoon' : 'bericht'} maat={14} />
        <Link to={paden.klantcontact(contact.id)} className={css['kaarttitel']}>
          {contact.onderwerp}
        </Link>
        <span className={css['zacht']}>
          {t.contact(contact.nummer)} · {contact.richting === 'inkomend' ? t.inkomend : t.uitgaand} ·{' '}
          <Medewerkernaam medewerker={contact.medewerker} /> · <Tijdstip moment={contact.plaatsgevondenOp} />
        </span>
      </header>
      {delen
        .filter(([, tekst]) => tekst)
        .map(([naam, tekst]) => (
          <div key={naam} className={css['deel']}>
            <span className={css['zacht']}>{naam}</span>
            <Tekst>{tekst}</Tekst>
          </div>
        ))}
    </article>
  )
}
