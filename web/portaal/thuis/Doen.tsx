import { dagwoord } from '#kit/format.ts'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import { Lijst, Rijlink } from '../nlds/Card.tsx'
import { Heading } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import css from './Thuis.module.css'
import type { Thuis } from './ThuisPagina.tsx'
import { useThuisTeksten } from './thuisTeksten.ts'

const iconen: Record<Thuis['doen'][number]['soort'], IcoonNaam> = {
  taak: 'taak',
  handtekening: 'bewerk',
  afspraak: 'vandaag',
  betaling: 'euro',
}

/** What waits for the customer, the first deadline first. */
export function Doen({ doen }: { doen: Thuis['doen'] }) {
  const t = useThuisTeksten()
  return (
    <section className={css['deel']} aria-labelledby="doen">
      <Heading level={2} id="doen">
        {t.doen}
      </Heading>
      {doen.length === 0 ? (
        <p className={css['niets']}>
          <Icoon naam="vink" maat={20} /> {t.nietsTeDoen}
        </p>
      ) : (
        <Lijst>
          {doen.map(({ id, zaakId, titel, zaakTitel, uiterlijk, soort }) => (
            <li key={id}>
              <Rijlink
                to={paden.taak(zaakId, id)}
                icoon={iconen[soort]}
                titel={titel}
                onder={[zaakTitel, uiterlijk && t.uiterlijk(dagwoord(uiterlijk))].filter(Boolean).join(' · ')}
              />
            </li>
          ))}
        </Lijst>
      )}
    </section>
  )
}
