import { type ReactNode, type Ref, useId } from 'react'
import type { Veldsoort } from '#contract/formulieren.ts'
import { usePaginatitel } from '../nlds/Pagina.tsx'
import { Heading } from '../nlds/Tekst.tsx'
import { Foutenlijst } from './Foutenlijst.tsx'
import { type Scherm, vragenVan } from './schermen.ts'
import css from './Vragenlijst.module.css'
import type { LaadOp, VeldProps, Woningkeuze } from './veld.ts'
import { Adresveld } from './velden/Adresveld.tsx'
import { Bestandveld } from './velden/Bestandveld.tsx'
import { Handtekeningveld } from './velden/Handtekeningveld.tsx'
import { Eenheidveld, JaNeeVeld, Keuzeveld, Meerkeuzeveld } from './velden/Keuzevelden.tsx'
import { Mededeling } from './velden/Mededeling.tsx'
import { Datumveld, Getalveld, IbanVeld, Tekstvak, Tekstveld } from './velden/Tekstvelden.tsx'

type Props = {
  scherm: Scherm
  /** The name of the form, for the tab and as title of a screen with several questions. */
  naam: string
  fouten: Readonly<Record<string, string>>
  /** Counts attempts to go on: the summary takes the focus at each. */
  poging: number
  zet: (naam: string, waarde: unknown) => void
  pasAan: (naam: string, werk: (nu: unknown) => unknown) => void
  woningen: readonly Woningkeuze[]
  laadOp: LaadOp | undefined
}

/** One screen of a form. Mounted anew for each, so that its title takes the focus. */
export function Vraag({ scherm, naam, fouten, poging, zet, pasAan, woningen, laadOp }: Props) {
  const schermId = useId()
  const vragen = vragenVan(scherm)
  const enige = vragen.length === 1 ? vragen[0]?.veld : undefined
  const titel = enige?.label ?? (scherm.deel || naam)
  const kop = usePaginatitel(`${titel} – ${naam}`)
  const idVan = (veld: string) => `${schermId}${veld}`
  return (
    <>
      <Foutenlijst
        fouten={scherm.velden.flatMap(({ veld }) => {
          const melding = fouten[veld.naam]
          return melding ? [{ id: idVan(veld.naam), melding }] : []
        })}
        poging={poging}
      />
      {!enige && (
        <Heading level={1} ref={kop} tabIndex={-1} className={css['titel'] ?? ''}>
          {titel}
        </Heading>
      )}
      {scherm.velden.map((getoond) => {
        const { naam: veldnaam, soort } = getoond.veld
        return (
          <Veld
            key={veldnaam}
            soort={soort}
            getoond={getoond}
            id={idVan(veldnaam)}
            fout={fouten[veldnaam]}
            kop={getoond.veld === enige ? (kop as Ref<HTMLHeadingElement>) : undefined}
            onWijzig={(waarde) => zet(veldnaam, waarde)}
            pasAan={(werk) => pasAan(veldnaam, werk)}
            woningen={woningen}
            laadOp={laadOp}
          />
        )
      })}
    </>
  )
}

function Veld({ soort, ...props }: VeldProps & { soort: Veldsoort }) {
  const Soort = VELDEN[soort]
  return <Soort {...props} />
}

const VELDEN: Record<Veldsoort, (props: VeldProps) => ReactNode> = {
  tekst: Tekstveld,
  tekstvak: Tekstvak,
  getal: Getalveld,
  bedrag: Getalveld,
  datum: Datumveld,
  keuze: Keuzeveld,
  meerkeuze: Meerkeuzeveld,
  janee: JaNeeVeld,
  adres: Adresveld,
  eenheid: Eenheidveld,
  bestand: Bestandveld,
  foto: Bestandveld,
  iban: IbanVeld,
  handtekening: Handtekeningveld,
  informatie: Mededeling,
}
