import type { ProcesWacht } from '#contract/processen.ts'
import { wanneer } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useMinute } from '#kit/Tijdstip.tsx'
import { Gebeurd } from './Gebeurd.tsx'
import css from './Voortgang.module.css'
import { useVoortgangTeksten } from './voortgangTeksten.ts'

/** What stands ready beside the steps: what the klant may say at any moment, and what comes by itself at its time. */
export function Terzijde({ zaakId, wacht }: { zaakId: string; wacht: readonly ProcesWacht[] }) {
  const t = useVoortgangTeksten()
  const now = useMinute()
  return (
    <section className={css['terzijde']} aria-labelledby="terzijde">
      <h3 id="terzijde">{t.terzijde}</h3>
      <ul>
        {wacht.map((each) => (
          <li key={each.id}>
            <Icoon naam={each.soort === 'timer' ? 'klok' : 'bericht'} maat={14} /> {each.naam}
            {each.moment && <span className={css['zacht']}>{t.vanzelfOp(wanneer(each.moment, now))}</span>}
            {each.soort === 'bericht' && <Gebeurd zaakId={zaakId} wacht={each} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
