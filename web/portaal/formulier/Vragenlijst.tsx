import { type FormEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Formulierdefinitie } from '#contract/formulieren.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { ApiProblem } from '#kit/probleem.ts'
import { Button } from '../nlds/Button.tsx'
import { Fout } from '../nlds/Lading.tsx'
import { Controle } from './Controle.tsx'
import { useFormulierTeksten } from './formulierTeksten.ts'
import { schermenVan } from './schermen.ts'
import { useRekenkern } from './useRekenkern.ts'
import { Vraag } from './Vraag.tsx'
import css from './Vragenlijst.module.css'
import type { LaadOp, Woningkeuze } from './veld.ts'
import { volgendScherm } from './volgendScherm.ts'

export type Antwoorden = Record<string, unknown>
/** Where one is: the key of a screen, or this. */
export const CONTROLE = 'controle'

type Props = {
  naam: string
  definitie: Formulierdefinitie
  /** What conditions may use besides the answers. */
  gegevens: Record<string, unknown>
  antwoorden: Antwoorden
  onWijzig: (antwoorden: Antwoorden) => void
  /** Empty is at the beginning. The page keeps it in the address, so that the way back of the browser works. */
  stap: string
  naarStap: (stap: string) => void
  /** The way out of the first question. */
  terug: { naam: string; ga: () => void }
  woningen: readonly Woningkeuze[]
  laadOp: LaadOp | undefined
  /** Where the answers are, when that is not as usual. */
  bewaard?: string | undefined
  /** @throws ApiProblem, of which `invalidParams` lead to their question */
  verstuur: (antwoorden: Antwoorden) => Promise<void>
}

/**
 * A form, one question at a time, ending with all answers to check. What is asked and what is right is decided by the
 * same core as on the server. Suspends until that is there.
 */
export function Vragenlijst(props: Props) {
  const { naam, definitie, gegevens, antwoorden, onWijzig, stap, naarStap, terug, woningen, laadOp } = props
  const t = useFormulierTeksten()
  const { toonFormulier, controleerFormulier } = useRekenkern()
  const [nu] = useState(() => new Date())
  const context = useMemo(() => ({ nu, gegevens }), [nu, gegevens])
  const [fouten, setFouten] = useState<Record<string, string>>({})
  const [poging, setPoging] = useState(0)
  const [bezig, setBezig] = useState(false)
  const [mislukt, setMislukt] = useState<unknown>()
  const verbeteren = useRef(false)
  // A file that was being sent while one went on must not bring back what stood there before.
  const laatste = useRef(antwoorden)
  useLayoutEffect(() => {
    laatste.current = antwoorden
  }, [antwoorden])

  const schermen = schermenVan(definitie, toonFormulier(definitie, antwoorden, context))
  const plek = schermen.findIndex(({ sleutel }) => sleutel === stap)
  const scherm = stap === CONTROLE ? undefined : schermen[Math.max(0, plek)]

  function zet(veld: string, waarde: unknown) {
    const volgende = { ...laatste.current, [veld]: waarde }
    laatste.current = volgende
    setFouten(({ [veld]: _, ...rest }) => rest)
    onWijzig(volgende)
  }

  function ga(sleutel: string) {
    setFouten({})
    setMislukt(undefined)
    naarStap(sleutel)
  }

  function toonFouten(gevonden: readonly { naam: string; melding: string }[]) {
    setFouten(Object.fromEntries(gevonden.map((fout) => [fout.naam, fout.melding])))
    setPoging((eerder) => eerder + 1)
  }

  /** Leads to the first question that is not right. */
  function naarFout(gevonden: readonly { naam: string; melding: string }[]): boolean {
    const waar = schermen.find(({ velden }) =>
      velden.some(({ veld }) => gevonden.some((fout) => fout.naam === veld.naam)),
    )
    if (!waar) return false
    verbeteren.current = true
    naarStap(waar.sleutel)
    toonFouten(gevonden)
    return true
  }

  function verder(event: FormEvent) {
    event.preventDefault()
    if (!scherm || bezig) return
    const oordeel = controleerFormulier(definitie, laatste.current, context)
    const eigen = oordeel.fouten.filter((fout) => scherm.velden.some(({ veld }) => veld.naam === fout.naam))
    if (eigen.length > 0) return toonFouten(eigen)
    const straks = schermenVan(definitie, toonFormulier(definitie, laatste.current, context))
    ga(volgendScherm(straks, scherm.sleutel, verbeteren.current ? oordeel.fouten : undefined) ?? CONTROLE)
  }

  async function stuur(event: FormEvent) {
    event.preventDefault()
    if (bezig) return
    const oordeel = controleerFormulier(definitie, laatste.current, context)
    if (oordeel.fouten.length > 0 && naarFout(oordeel.fouten)) return
    setBezig(true)
    setMislukt(undefined)
    try {
      await props.verstuur(oordeel.antwoorden)
    } catch (error) {
      const geweigerd = error instanceof ApiProblem ? error.invalidParams : []
      const gevonden = geweigerd.map(({ name, reason }) => ({ naam: name.split('.').at(-1) ?? '', melding: reason }))
      if (!naarFout(gevonden)) setMislukt(error)
    } finally {
      setBezig(false)
    }
  }

  const nummer = Math.max(0, plek) + 1
  const vorige = scherm ? schermen[nummer - 2] : schermen.at(-1)
  return (
    <form
      noValidate
      className={`smal ${css['lijst']}`}
      onSubmit={(event) => void (scherm ? verder(event) : stuur(event))}
    >
      <div className={css['boven']}>
        <button type="button" className={css['terug']} onClick={() => (vorige ? ga(vorige.sleutel) : terug.ga())}>
          <Icoon naam="pijl_links" /> {vorige ? t.vorige : terug.naam}
        </button>
        <p className={css['voortgang']}>
          <strong>{naam}</strong> · {scherm ? t.vraag(nummer, schermen.length) : t.laatsteStap}
        </p>
      </div>
      {scherm ? (
        <Vraag
          key={scherm.sleutel}
          scherm={scherm}
          naam={naam}
          fouten={fouten}
          poging={poging}
          zet={zet}
          pasAan={(veld, werk) => zet(veld, werk(laatste.current[veld]))}
          woningen={woningen}
          laadOp={laadOp}
        />
      ) : (
        <Controle
          schermen={schermen}
          naam={naam}
          woningen={woningen}
          naarScherm={(sleutel) => {
            verbeteren.current = true
            ga(sleutel)
          }}
        />
      )}
      {mislukt !== undefined && <Fout fout={mislukt} />}
      <div className={css['knoppen']}>
        <Button type="submit" purpose="primary" {...(bezig && { busy: true })}>
          {scherm ? t.verder : bezig ? t.bezig : (definitie.verstuurtekst ?? t.versturen)}
        </Button>
        <p role="status" className={css['bewaard']}>
          {props.bewaard ?? t.bewaard}
        </p>
      </div>
    </form>
  )
}
