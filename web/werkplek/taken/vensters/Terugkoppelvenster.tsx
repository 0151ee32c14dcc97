import { fulfilBelofte, type Taak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { useTakenTeksten } from '../takenTeksten.ts'
import { useTaakactie } from '../useTaakactie.ts'
import { Actievenster } from './Actievenster.tsx'
import { Terugkoppelvelden } from './Terugkoppelvelden.tsx'
import { useTerugkoppeling } from './useTerugkoppeling.ts'

/** The customer hears after all: the taak was finished without a word to him. */
export function Terugkoppelvenster({ taak, onSluiten }: { taak: Taak; onSluiten: () => void }) {
  const t = useTakenTeksten()
  const { waarde, wijzig, wis } = useTerugkoppeling(taak)
  const klaar = () => {
    wis()
    onSluiten()
  }
  const { doe, bezig, fout, foutVan } = useTaakactie(taak, { gelukt: t.teruggekoppeld, klaar })
  return (
    <Actievenster
      breed
      titel={t.koppelAlsnogTitel}
      knop={t.koppelAlsnog}
      bezig={bezig}
      fout={fout}
      onSluiten={onSluiten}
      onVerstuur={() => doe((doel) => call(fulfilBelofte, { ...doel, body: waarde }))}
    >
      <Terugkoppelvelden waarde={waarde} onWijzig={wijzig} foutVan={foutVan} vertrouwelijk={taak.vertrouwelijk} />
    </Actievenster>
  )
}
