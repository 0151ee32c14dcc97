import { Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import { finishTaak, type Taak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import css from '../Taak.module.css'
import { useTakenTeksten } from '../takenTeksten.ts'
import { useTaakactie } from '../useTaakactie.ts'
import { useTabtekst } from '../useTabtekst.ts'
import { Actievenster } from './Actievenster.tsx'
import { Terugkoppelvelden } from './Terugkoppelvelden.tsx'
import { useTerugkoppeling } from './useTerugkoppeling.ts'

/** The outcome, and the offer to tell the customer in the same breath. Leaving that out warns about the open promise. */
export function Afrondvenster({ taak, onSluiten }: { taak: Taak; onSluiten: () => void }) {
  const t = useTakenTeksten()
  const owed = taak.belofte && taak.belofteIngelostOp === null
  const mayTell = taak.partij !== null && taak.belofteIngelostOp === null
  const [uitkomst, setUitkomst, wisUitkomst] = useTabtekst(`uitkomst.${taak.id}`, '')
  const [vertel, setVertel] = useState(owed && mayTell)
  const { waarde, wijzig, wis } = useTerugkoppeling(taak)
  const klaar = () => {
    wisUitkomst()
    wis()
    onSluiten()
  }
  const gelukt = owed && !vertel ? t.afgerondBelofte : t.afgerond
  const { doe, bezig, fout, foutVan } = useTaakactie(taak, { gelukt, klaar })
  return (
    <Actievenster
      breed
      titel={t.afrondTitel}
      knop={t.afronden}
      bezig={bezig}
      fout={fout}
      onSluiten={onSluiten}
      onVerstuur={() =>
        doe((doel) => call(finishTaak, { ...doel, body: { uitkomst, terugkoppeling: vertel ? waarde : null } }))
      }
    >
      <Textarea
        autoFocus
        label={t.uitkomstVraag}
        autosize
        minRows={3}
        maxRows={12}
        value={uitkomst}
        error={foutVan('uitkomst')}
        onChange={({ currentTarget }) => setUitkomst(currentTarget.value)}
      />
      {mayTell && (
        <Checkbox
          label={t.koppelTerug}
          description={t.koppelTerugUitleg}
          checked={vertel}
          onChange={({ currentTarget }) => setVertel(currentTarget.checked)}
        />
      )}
      {vertel && (
        <Terugkoppelvelden
          waarde={waarde}
          onWijzig={wijzig}
          foutVan={(veld) => foutVan(`terugkoppeling.${veld}`)}
          vertrouwelijk={taak.vertrouwelijk}
        />
      )}
      {owed && !vertel && (
        <p className={css['letop']}>
          <Icoon naam="vlag" maat={14} /> {t.zonderBelofte}
        </p>
      )}
    </Actievenster>
  )
}
