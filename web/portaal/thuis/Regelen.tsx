import { wanneer } from '#kit/format.ts'
import { ButtonLink } from '../nlds/Button.tsx'
import { Lijst, Rijlink } from '../nlds/Card.tsx'
import { icoonVan } from '../nlds/icoonVan.ts'
import { Heading } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import css from './Thuis.module.css'
import type { Thuis } from './ThuisPagina.tsx'
import { useThuisTeksten } from './thuisTeksten.ts'

/** More is a page of its own, with a search. */
const HOOGSTENS = 5

/** What one can arrange, and what was begun and not sent. */
export function Regelen({ regelen, concepten }: Pick<Thuis, 'regelen' | 'concepten'>) {
  const t = useThuisTeksten()
  return (
    <>
      {concepten.length > 0 && (
        <section className={css['deel']} aria-labelledby="verder">
          <Heading level={2} id="verder">
            {t.verder}
          </Heading>
          <Lijst>
            {concepten.map(({ id, proces, naam, gewijzigdOp }) => (
              <li key={id}>
                <Rijlink to={paden.proces(proces)} icoon="bewerk" titel={naam} onder={t.laatst(wanneer(gewijzigdOp))} />
              </li>
            ))}
          </Lijst>
        </section>
      )}
      {regelen.length > 0 && (
        <section className={css['deel']} aria-labelledby="regelen">
          <Heading level={2} id="regelen">
            {t.regelen}
          </Heading>
          <Lijst>
            {regelen.slice(0, HOOGSTENS).map(({ proces, naam, icoon }) => (
              <li key={proces}>
                <Rijlink to={paden.proces(proces)} icoon={icoonVan(icoon)} titel={naam} />
              </li>
            ))}
          </Lijst>
          <div>
            <ButtonLink to={paden.regelen} purpose="secondary">
              {t.meerRegelen}
            </ButtonLink>
          </div>
        </section>
      )}
    </>
  )
}
