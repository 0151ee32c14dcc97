import { type FormEvent, useId, useState } from 'react'
import type { PortaalWoning } from '#contract/portaal/processen.ts'
import { Button } from '../nlds/Button.tsx'
import { RadioGroup } from '../nlds/Choice.tsx'
import { usePaginatitel } from '../nlds/Pagina.tsx'
import { useProcesTeksten } from './procesTeksten.ts'

/** Who rents several things says first which one it is about. */
export function Woningkeuze({
  naam,
  woningen,
  onKies,
}: {
  naam: string
  woningen: readonly PortaalWoning[]
  onKies: (overeenkomstId: string) => void
}) {
  const t = useProcesTeksten()
  const id = useId()
  const kop = usePaginatitel(`${t.welkeWoning} – ${naam}`)
  const [gekozen, setGekozen] = useState<string | null>(null)
  const [fout, setFout] = useState<string>()
  function verder(event: FormEvent) {
    event.preventDefault()
    if (gekozen) onKies(gekozen)
    else setFout(t.kiesWoning)
  }
  return (
    <form noValidate className="smal stapel" onSubmit={verder}>
      <RadioGroup
        id={id}
        kop={kop}
        label={t.welkeWoning}
        fout={fout}
        opties={woningen.map(({ overeenkomstId, adres }) => ({ waarde: overeenkomstId, label: adres }))}
        waarde={gekozen}
        onKies={(waarde) => {
          setGekozen(waarde)
          setFout(undefined)
        }}
      />
      <div>
        <Button type="submit" purpose="primary">
          {t.verder}
        </Button>
      </div>
    </form>
  )
}
