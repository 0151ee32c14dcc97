import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import type { Formulierdefinitie, Veldsoort } from '#contract/formulieren.ts'
import { type Formuliercontext, type GetoondVeld, toonFormulier } from '#contract/regels/formulier/toonFormulier.ts'
import { Adresveld } from './Adresveld.tsx'
import { Bestandveld } from './Bestandveld.tsx'
import { Eenheidveld } from './Eenheidveld.tsx'
import css from './Formuliervelden.module.css'
import { Foutenlijst } from './Foutenlijst.tsx'
import { Handtekeningveld } from './Handtekeningveld.tsx'
import { JaNeeVeld, Keuzeveld, Meerkeuzeveld } from './Keuzevelden.tsx'
import { Mededeling } from './Mededeling.tsx'
import { Datumveld, Getalveld, IbanVeld, Tekstvak, Tekstveld } from './Tekstvelden.tsx'
import type { LaadOp, VeldProps } from './veld.ts'

type Props = {
  definitie: Formulierdefinitie
  antwoorden: Readonly<Record<string, unknown>>
  context: Formuliercontext
  /** What was refused, by the name of the field; gone when the caller says so. */
  fouten?: Readonly<Record<string, string>>
  onWijzig: (antwoorden: Record<string, unknown>) => void
  /** Whose homes are offered first in a field for a home. */
  partijId?: string | undefined
  /** Where files go; without it a form says that they cannot be added here. */
  laadOp?: LaadOp | undefined
}

/**
 * The fields of a form that are asked now, in the look of the werkplek. The caller owns the answers, the `<form>` and the
 * button; `toonFormulier` and `controleerFormulier` decide what is asked and what is right, here and on the server.
 */
export function Formuliervelden({ definitie, antwoorden, context, fouten = {}, onWijzig, partijId, laadOp }: Props) {
  const formulierId = useId()
  const velden = toonFormulier(definitie, antwoorden, context)
  const idVan = (naam: string) => `${formulierId}${naam}`
  // A file that was being sent while one typed on must not bring back what stood there before.
  const laatste = useRef(antwoorden)
  useLayoutEffect(() => {
    laatste.current = antwoorden
  }, [antwoorden])
  const zet = (naam: string, waarde: unknown) => {
    const volgende = { ...laatste.current, [naam]: waarde }
    laatste.current = volgende
    onWijzig(volgende)
  }
  const teken = (getoond: GetoondVeld) => {
    const { naam, soort, breedte } = getoond.veld
    const Veld = VELDEN[soort]
    return (
      <div key={naam} className={css['veld']} data-breedte={breedte} data-veld={naam}>
        <Veld
          getoond={getoond}
          id={idVan(naam)}
          fout={fouten[naam]}
          onWijzig={(waarde) => zet(naam, waarde)}
          pasAan={(werk) => zet(naam, werk(laatste.current[naam]))}
          partijId={partijId}
          context={context}
          laadOp={laadOp}
        />
      </div>
    )
  }
  return (
    <div className={css['formulier']}>
      {definitie.uitleg && <p className={css['uitleg']}>{definitie.uitleg}</p>}
      <Foutenlijst velden={velden.map(({ veld }) => veld)} fouten={fouten} idVan={idVan} />
      {!definitie.delen && <div className={css['velden']}>{velden.map(teken)}</div>}
      {definitie.delen?.map(({ titel, uitleg, velden: namen }) => {
        const eigen = velden.filter(({ veld }) => namen.includes(veld.naam))
        // A part of which nothing is asked is not there.
        return eigen.length > 0 ? (
          <Deel key={titel} titel={titel} uitleg={uitleg}>
            {eigen.map(teken)}
          </Deel>
        ) : null
      })}
    </div>
  )
}

/** A group and no heading: where it stands among the headings of the page, only the page knows. */
function Deel({ titel, uitleg, children }: { titel: string; uitleg: string | undefined; children: ReactNode }) {
  return (
    <fieldset className={css['deel']}>
      <legend>{titel}</legend>
      {uitleg && <p className={css['uitleg']}>{uitleg}</p>}
      <div className={css['velden']}>{children}</div>
    </fieldset>
  )
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
