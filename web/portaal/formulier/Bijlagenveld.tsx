import type { Antwoordbestand, Veld } from '#contract/formulieren.ts'
import type { LaadOp } from './veld.ts'
import { Bestandveld } from './velden/Bestandveld.tsx'
import { verkleinFoto } from './velden/verkleinFoto.ts'

/** Photos or documents that go along with a few words. A photo is made smaller first; what is no photo goes as it is. */
export function Bijlagenveld({
  id,
  label,
  max,
  waarde,
  pasAan,
  laadOp,
}: {
  id: string
  label: string
  max: number
  waarde: readonly Antwoordbestand[]
  pasAan: (werk: (nu: readonly Antwoordbestand[]) => readonly Antwoordbestand[]) => void
  laadOp: LaadOp
}) {
  const veld = { naam: id, soort: 'bestand', label, verplicht: false, max } as Veld
  return (
    <Bestandveld
      id={id}
      getoond={{ veld, verplicht: false, waarde, opties: [], van: null, tot: null }}
      fout={undefined}
      kop={undefined}
      woningen={[]}
      onWijzig={(nieuw) => pasAan(() => nieuw as Antwoordbestand[])}
      pasAan={(werk) => pasAan((nu) => werk(nu) as Antwoordbestand[])}
      laadOp={async (bestand) => laadOp(bestand.type.startsWith('image/') ? await kleiner(bestand) : bestand)}
    />
  )
}

/** What this browser cannot read, the server may. */
const kleiner = (bestand: File) => verkleinFoto(bestand).catch(() => bestand)
