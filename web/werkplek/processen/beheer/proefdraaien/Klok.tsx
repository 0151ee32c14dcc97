import { NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { Proefstand } from '#contract/procesproef.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { precies } from '#kit/format.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { momentVan } from './moment.ts'
import css from './Proef.module.css'
import { volgendeWekker } from './proefstap.ts'
import { useProefTeksten } from './proefTeksten.ts'
import type { Proef } from './useProef.ts'
import { Doeknop } from './Wachtpunt.tsx'

const eenheden = ['PT_M', 'PT_H', 'P_D', 'P_W', 'P_M'] as const
type Eenheid = (typeof eenheden)[number]

/** The clock moved by hand: to the next timer, by so much, or to a day. */
export function Klok({ stand, proef }: { stand: Proefstand; proef: Proef }) {
  const t = useProefTeksten()
  const [aantal, setAantal] = useState<number | string>(1)
  const [eenheid, setEenheid] = useState<Eenheid>('P_D')
  const [dag, setDag] = useState<string | null>(null)
  const wekker = volgendeWekker(stand)
  const vooruit = () => proef.doe({ tijd: eenheid.replace('_', String(Math.max(1, Math.round(Number(aantal) || 1)))) })
  const naarDag = () => {
    if (!dag) throw new ApiProblem({ status: 400, code: 'klok', detail: t.dagFout })
    return proef.doe({ tot: momentVan(dag, '23:59') })
  }
  return (
    <section aria-labelledby="proef-klok" className={css['wacht']}>
      <h3 id="proef-klok">{t.verder}</h3>
      {wekker ? (
        <>
          <p>{t.wachtTot(precies(wekker))}</p>
          <Doeknop tekst={t.wekker} doe={() => proef.doe({ tot: wekker })} />
        </>
      ) : (
        <p className={css['zacht']}>{t.geenWekker}</p>
      )}
      <div className={css['rij']}>
        <NumberInput
          label={t.verderMet}
          min={1}
          max={9999}
          allowDecimal={false}
          value={aantal}
          onChange={setAantal}
          className={css['smal'] ?? ''}
        />
        <Select
          aria-label={t.verder}
          allowDeselect={false}
          data={eenheden.map((value) => ({ value, label: t.eenheden[value] }))}
          value={eenheid}
          onChange={(next) => next && setEenheid(next as Eenheid)}
          className={css['smal'] ?? ''}
        />
        <Doeknop tekst={t.verderKnop} doe={vooruit} />
      </div>
      <div className={css['rij']}>
        <DatumVeld label={t.totDag} waarde={dag} onWijzig={setDag} korteJaren className={css['smal']} />
        <Doeknop tekst={t.totKnop} doe={naarDag} />
      </div>
    </section>
  )
}
