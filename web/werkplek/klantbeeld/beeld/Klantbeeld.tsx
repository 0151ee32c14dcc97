import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { Klantbeeld as Beeld } from '#contract/klantbeeld.ts'
import { useAanwezigheid } from '#kit/aanwezigheid.ts'
import { paden } from '#kit/paden.ts'
import { onthoudRecent } from '#kit/recent.ts'
import { Lading } from '#kit/Staten.tsx'
import { Storingen } from '../../storingen/Storingen.tsx'
import { Tijdlijn } from '../tijdlijn/Tijdlijn.tsx'
import { type Blad, Bladen } from './Bladen.tsx'
import { Gegevens } from './Gegevens.tsx'
import { Huishouden } from './Huishouden.tsx'
import css from './Klantbeeld.module.css'
import { Kop } from './Kop.tsx'
import { useKlantbeeld } from './klantbeeld.queries.ts'
import { Nu } from './Nu.tsx'
import { Wonen } from './Wonen.tsx'

type Props = {
  partijId: string
  /** Beside the klantbeeld: a running contact, or the way to start one. */
  paneel?: ReactNode
  /** The panel leaves room for home and household under it. */
  kortPaneel?: boolean
  /** Buttons in the header, from the slice that changes a klant. */
  acties?: ReactNode
  /** What is on the tab with everything that is registered, where it can be changed. */
  gegevens?: ReactNode
  /** This employee is in contact with the klant now: colleagues see that. */
  bezig?: boolean
}

/** The klant on one screen: who he is, what is going on, what happened, where he lives; with the contact beside it. */
export function Klantbeeld({ partijId, paneel, kortPaneel = false, acties, gegevens, bezig = false }: Props) {
  const query = useKlantbeeld(partijId)
  return (
    <div className={css['scherm']} data-paneel={paneel ? (kortPaneel ? 'kort' : 'gesprek') : undefined}>
      <div className={css['beeld']}>
        <Lading query={query} regels={8} pagina={kortPaneel}>
          {(beeld) => <Inhoud beeld={beeld} acties={acties} gegevens={gegevens} bezig={bezig} zonderZij={kortPaneel} />}
        </Lading>
      </div>
      {paneel && !(kortPaneel && query.error && !query.data) && (
        <div className={css['paneel']}>
          {paneel}
          {kortPaneel && query.data && <Zij beeld={query.data} />}
        </div>
      )}
    </div>
  )
}

function Inhoud({
  beeld,
  acties,
  gegevens,
  bezig,
  zonderZij,
}: {
  beeld: Beeld
  acties: ReactNode
  gegevens: ReactNode
  bezig: boolean
  zonderZij: boolean
}) {
  const { partij } = beeld
  const { blad } = useSearch({ strict: false })
  const navigate = useNavigate()
  const hier = useLocation({ select: (location) => location.pathname })
  const aanwezig = useAanwezigheid('partij', partij.id, bezig)
  const adres = partij.adressen[0]?.weergave ?? ''
  useEffect(() => {
    onthoudRecent({ pad: paden.klant(partij.id), titel: partij.naam, ondertitel: adres, icoon: 'persoon' })
  }, [partij.id, partij.naam, adres])

  const kies = (next: Blad) =>
    void navigate({
      to: hier,
      search: (vorige: Record<string, unknown>) => ({ ...vorige, blad: next === 'overzicht' ? undefined : next }),
      replace: true,
    })
  const keuze: Blad = blad === 'wonen' || blad === 'huishouden' || blad === 'gegevens' ? blad : 'overzicht'
  const via = [partij, ...beeld.huishoudens.map((huishouden) => huishouden.partij)].map(({ id }) => id)
  return (
    <>
      <Kop beeld={beeld} aanwezig={aanwezig} acties={acties} onHuishouden={() => kies('huishouden')} />
      <div className={css['romp']}>
        <div className={css['midden']}>
          <Storingen partijId={partij.id} />
          <Bladen beeld={beeld} keuze={keuze} onKies={kies}>
            {keuze === 'overzicht' && (
              <>
                <Nu nu={beeld.nu} />
                <Tijdlijn partijId={partij.id} partijIds={via} eerste={beeld.tijdlijn} />
              </>
            )}
            {keuze === 'wonen' && <Wonen wonen={beeld.wonen} />}
            {keuze === 'huishouden' && <Huishouden beeld={beeld} />}
            {keuze === 'gegevens' && (gegevens ?? <Gegevens partij={partij} />)}
          </Bladen>
        </div>
        {keuze === 'overzicht' && !zonderZij && <Zij beeld={beeld} />}
      </div>
    </>
  )
}

/** Home and household at a glance, where there is room beside the tijdlijn. */
function Zij({ beeld }: { beeld: Beeld }) {
  return (
    <div className={css['zij']}>
      <Wonen wonen={beeld.wonen.filter(({ lopend }) => lopend)} kort />
      <Huishouden beeld={beeld} kort />
    </div>
  )
}
