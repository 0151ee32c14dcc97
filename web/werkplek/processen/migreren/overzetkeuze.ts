import { useState } from 'react'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { useMigreerTeksten } from './migreerTeksten.ts'

export type Overzetkeuze = {
  naar: string | undefined
  doelen: Readonly<Record<string, string>>
  reden: string
  redenFout: string | undefined
  fout: string | undefined
  bezig: boolean
  kiesVersie: (naar: string) => void
  kiesDoel: (van: string, naar: string | undefined) => void
  zetReden: (reden: string) => void
  verstuur: () => Promise<void>
}

type Opdracht = { doelen: Record<string, string>; reden: string }

/** What somebody chooses before he sends it: a version, where what waits goes, and why. */
export function useOverzetkeuze(verzend: (opdracht: Opdracht) => Promise<void>): Overzetkeuze {
  const t = useMigreerTeksten()
  const [naar, setNaar] = useState<string>()
  const [doelen, setDoelen] = useState<Record<string, string>>({})
  const [reden, setReden] = useState('')
  const [redenFout, setRedenFout] = useState<string>()
  const [fout, setFout] = useState<string>()
  const [bezig, setBezig] = useState(false)
  return {
    naar,
    doelen,
    reden,
    redenFout,
    fout,
    bezig,
    kiesVersie(next) {
      setNaar(next)
      setDoelen({})
    },
    kiesDoel(van, element) {
      const { [van]: _, ...rest } = doelen
      setDoelen(element === undefined ? rest : { ...rest, [van]: element })
    },
    zetReden: setReden,
    async verstuur() {
      const kort = reden.trim().length < 3
      setRedenFout(kort ? t.redenNodig : undefined)
      setFout(undefined)
      if (kort) return
      setBezig(true)
      try {
        await verzend({ doelen, reden })
      } catch (error) {
        setFout(error instanceof ApiProblem && error.code === 'verouderd' ? t.verouderd : detailOf(error))
      } finally {
        setBezig(false)
      }
    },
  }
}
