import { type Inzage, listInzagen } from '#contract/portaal/gegevens.ts'
import { wanneer } from '#kit/format.ts'
import { Meer } from '../lijst/Meer.tsx'
import { useBladzijden } from '../lijst/useBladzijden.ts'
import { Card } from '../nlds/Card.tsx'
import { Lading, Leeg } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { paden } from '../paden.ts'
import css from './Gegevens.module.css'
import { useGegevensTeksten } from './gegevensTeksten.ts'

/** Who looked into my data: when, at what, and of which team. */
export function InzagenPagina() {
  const t = useGegevensTeksten()
  const inzagen = useBladzijden(listInzagen)
  return (
    <Pagina titel={t.inzagen} terug={{ naar: paden.gegevens, naam: t.titel }}>
      <div className="stapel">
        <Paragraph>{t.inzageUitleg}</Paragraph>
        <Lading query={inzagen}>
          {(rijen) =>
            rijen.length === 0 ? (
              <Leeg icoon="oog" titel={t.inzagenLeeg} />
            ) : (
              <Card>
                <ul className={css['rijen']}>
                  {rijen.map((inzage) => (
                    <Regel key={inzage.id} inzage={inzage} />
                  ))}
                </ul>
              </Card>
            )
          }
        </Lading>
        <Meer lijst={inzagen} tekst={t.meer} />
      </div>
    </Pagina>
  )
}

function Regel({ inzage }: { inzage: Inzage }) {
  const t = useGegevensTeksten()
  return (
    <li>
      <div className={css['woorden']}>
        <strong>
          {t.watGedaan[inzage.wat]}: {t.waarover[inzage.waarover]}
          {inzage.keer > 1 && ` (${t.keer(inzage.keer)})`}
        </strong>
        <span className={css['zacht']}>
          {wanneer(inzage.op)} · {inzage.team ? t.team(inzage.team) : t.door[inzage.door]}
        </span>
      </div>
    </li>
  )
}
