import type { Aanwezige } from '#contract/aanwezigheid.ts'
import css from './Aanwezigen.module.css'
import { initialen } from './format.ts'
import { Icoon } from './Icoon.tsx'
import { useKitTeksten } from './kitTeksten.ts'

/** Colleagues who have this open too; said aloud when somebody comes or goes. */
export function Aanwezigen({ aanwezig }: { aanwezig: readonly Aanwezige[] }) {
  const t = useKitTeksten()
  const busy = aanwezig.filter((each) => each.bezig)
  const namen = (list: readonly Aanwezige[]) => list.map((each) => each.medewerker.naam).join(', ')
  const tekst = busy.length > 0 ? t.bezigHier(namen(busy)) : t.ookHier(namen(aanwezig))
  return (
    <span role="status" className={css['aanwezigen']} data-bezig={busy.length > 0 || undefined}>
      {aanwezig.length > 0 && (
        <>
          <span className={css['rij']} aria-hidden="true">
            {aanwezig.slice(0, 4).map(({ medewerker }) => (
              <span key={medewerker.id} title={medewerker.naam}>
                {initialen(medewerker.naam)}
              </span>
            ))}
          </span>
          {busy.length > 0 && <Icoon naam="bewerk" maat={12} />}
          {tekst}
        </>
      )}
    </span>
  )
}
