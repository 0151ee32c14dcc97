import { precies, tijd } from '#kit/format.ts'
import { Lijst, Rijlink } from '../nlds/Card.tsx'
import { Heading } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import css from './Thuis.module.css'
import type { Thuis } from './ThuisPagina.tsx'
import { useThuisTeksten } from './thuisTeksten.ts'

/** When somebody comes by. */
export function Afspraken({ afspraken }: { afspraken: Thuis['afspraken'] }) {
  const t = useThuisTeksten()
  if (afspraken.length === 0) return null
  return (
    <section className={css['deel']} aria-labelledby="afspraken">
      <Heading level={2} id="afspraken">
        {t.afspraken}
      </Heading>
      <Lijst>
        {afspraken.map(({ zaakId, titel, begin, einde }) => (
          <li key={`${zaakId}${begin}`}>
            <Rijlink
              to={paden.zaak(zaakId)}
              icoon="vandaag"
              titel={precies(begin) + (einde ? `–${tijd(einde)}` : '')}
              onder={titel}
            />
          </li>
        ))}
      </Lijst>
    </section>
  )
}
