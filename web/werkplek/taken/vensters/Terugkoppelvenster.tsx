import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fulfilBelofte, type Taak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { useInvulwacht } from '#kit/Invulwacht.tsx'
import { Lading } from '#kit/Staten.tsx'
import { Venster } from '#kit/Venster.tsx'
import { taakQuery } from '../taken.queries.ts'
import { useTakenTeksten } from '../takenTeksten.ts'
import { useTaakactie } from '../useTaakactie.ts'
import { Actievenster } from './Actievenster.tsx'
import { Terugkoppelvelden } from './Terugkoppelvelden.tsx'
import { useTerugkoppeling } from './useTerugkoppeling.ts'

/** From a list, where only the row is known. */
export function TerugkoppelvensterVan({ taakId, onSluiten }: { taakId: string; onSluiten: () => void }) {
  const t = useTakenTeksten()
  const query = useQuery(taakQuery(taakId))
  if (query.data) return <Terugkoppelvenster taak={query.data} onSluiten={onSluiten} />
  return (
    <Venster open breed titel={t.koppelAlsnogTitel} onSluiten={onSluiten}>
      <Lading query={query}>{() => null}</Lading>
    </Venster>
  )
}

/** The customer hears after all: the taak was finished without a word to him. */
export function Terugkoppelvenster({ taak, onSluiten }: { taak: Taak; onSluiten: () => void }) {
  const t = useTakenTeksten()
  const { waarde, wijzig, wis, leeg } = useTerugkoppeling(taak)
  const [poging, setPoging] = useState(false)
  const klaar = () => {
    wis()
    onSluiten()
  }
  const gelukt = waarde.contactGelukt ? t.teruggekoppeld : t.pogingVastgelegd
  const { doe, bezig, fout, foutVan } = useTaakactie(taak, { gelukt, klaar })
  const invul = useInvulwacht([waarde.onderwerp, waarde.antwoord], () =>
    doe((doel) => call(fulfilBelofte, { ...doel, body: waarde })),
  )
  return (
    <>
      <Actievenster
        breed
        taak={taak}
        titel={t.koppelAlsnogTitel}
        knop={t.legVast}
        bezig={bezig}
        fout={fout}
        onSluiten={onSluiten}
        onVerstuur={() => {
          setPoging(true)
          if (!leeg) invul.verstuur()
        }}
      >
        {taak.partij && <p>{t.voorKlant(taak.partij.naam, taak.onderwerp)}</p>}
        <Terugkoppelvelden
          autoFocus
          waarde={waarde}
          onWijzig={wijzig}
          foutVan={(veld) => (poging && veld === 'antwoord' && leeg ? t.antwoordLeeg : foutVan(veld))}
          vertrouwelijk={taak.vertrouwelijk}
        />
      </Actievenster>
      {invul.vraag}
    </>
  )
}
