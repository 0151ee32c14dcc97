import { Button, TextInput } from '@mantine/core'
import 'dmn-js/dist/assets/dmn-font/css/dmn.css'
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css'
import 'dmn-js/dist/assets/dmn-js-decision-table.css'
import 'dmn-js/dist/assets/dmn-js-literal-expression.css'
import 'dmn-js/dist/assets/dmn-js-shared.css'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { Bevinding, ProcesVersie } from '#contract/procesbeheer.ts'
import { Bladen } from '#kit/Bladen.tsx'
import { taalkeuze } from '#kit/teksten.ts'
import { useBron } from '#kit/useBron.ts'
import { maakVertaal } from '../../schema/vertaal.ts'
import { Beslistabel } from '../Beslistabel.tsx'
import { useConcept } from '../concept.ts'
import type { Tabel } from '../leesTabellen.ts'
import { Vindplaatsen } from '../Vindplaatsen.tsx'
import { benoemCellen } from './benoemCellen.ts'
import { Gereedschap } from './Gereedschap.tsx'
import { Kolommen } from './Kolommen.tsx'
import { merktekens } from './merktekens.ts'
import { tabelMet } from './plekken.ts'
import { voegBeslissingToe } from './samenhang.ts'
import css from './Tabeleditor.module.css'
import { Tabelkeuze } from './Tabelkeuze.tsx'
import { kiesCel } from './tabelacties.ts'
import { useTabeleditorTeksten } from './tabeleditorTeksten.ts'
import { leesTabelstand } from './tabelstand.ts'
import { Uitproberen } from './Uitproberen.tsx'
import { type Tabelmodeler, useTabelmodeler } from './useTabelmodeler.ts'
import { dmnEn, dmnNl } from './vertaling.nl.ts'

const route = getRouteApi('/beheer/processen/$proces')
const bladen = ['plekken', 'kolommen', 'proberen', 'lezen'] as const
type Blad = (typeof bladen)[number]

type Props = { versie: ProcesVersie; tabellen: readonly Tabel[] }

/** The decision tables of a draft, to change: dmn-js for the cells, and fields of our own for all that it lacks. */
export function Tabeleditor({ versie, tabellen }: Props) {
  const t = useTabeleditorTeksten()
  const taal = useBron(taalkeuze)
  const vertaal = useMemo(() => maakVertaal(taal === 'nl' ? dmnNl : dmnEn), [taal])
  const { stuk } = route.useSearch()
  const navigate = useNavigate()
  const concept = useConcept()
  const [blad, setBlad] = useState<Blad>('plekken')
  // The address may name a cell: of what was found in it.
  const [doel, setDoel] = useState(tabellen.some(({ id }) => id === stuk) ? undefined : stuk)
  const [raak, setRaak] = useState<{ beslissing: string; regels: number[] }>()
  const gekozen = tabelMet(tabellen, stuk ?? '') ?? tabellen[0]
  const beslissing = gekozen?.id ?? ''
  const { houder, klaar, mislukt } = useTabelmodeler({
    tekst: versie.bestanden['regels.dmn'] ?? '',
    beslissing,
    vertaal,
    zet: (tekst) => concept.zet('regels.dmn', tekst),
  })
  const stand = klaar && leesTabelstand(klaar.weergave)
  const alle = versie.bevindingen.filter(({ bestand }) => bestand === 'regels.dmn')
  const hier = alle.filter(({ plek }) => tabelMet(tabellen, plek)?.id === beslissing)
  const oud = concept.paden.includes('regels.dmn')

  const open = (id: string) =>
    navigate({ to: '.', search: (was: Record<string, unknown>) => ({ ...was, stuk: id }), resetScroll: false })
  const ga = ({ plek }: Bevinding) => {
    setDoel(plek)
    const tabel = tabelMet(tabellen, plek)
    if (tabel && tabel.id !== beslissing) void open(tabel.id)
  }
  useEffect(() => {
    if (!doel || !klaar || tabelMet(tabellen, doel)?.id !== beslissing) return
    setDoel(undefined)
    if (!spring(klaar, doel)) setBlad('kolommen')
  }, [doel, klaar, tabellen, beslissing])

  useEffect(() => {
    if (!stand) return
    // dmn-js draws before the next frame.
    const wacht = requestAnimationFrame(() => houder.current && benoemCellen(houder.current, stand, t.cel))
    return () => cancelAnimationFrame(wacht)
  })

  return (
    <div className={css['editor']}>
      <Tabelkeuze tabellen={tabellen} gekozen={beslissing} bevindingen={alle}>
        {klaar && (
          <NieuweBeslissing
            onMaak={(naam) => void open(voegBeslissingToe(klaar.weergave, klaar.modeler.getDefinitions(), naam))}
          />
        )}
      </Tabelkeuze>
      <div className={css['werk']}>
        <h2>{gekozen?.naam}</h2>
        {mislukt && <p className={css['fout']}>{t.mislukt}</p>}
        {klaar && <Gereedschap tabel={klaar} stand={stand} />}
        <style>{merktekens(hier, raak?.beslissing === beslissing ? rijen(stand?.regels, raak.regels) : [])}</style>
        <section
          ref={houder}
          className={css['vlak']}
          aria-label={t.naam(gekozen?.naam ?? '')}
          data-klaar={klaar ? '' : undefined}
        />
        {stand && <p className={css['zacht']}>{t.toetsen}</p>}
        {klaar && gekozen && (
          <Bladen
            naam={t.bewerkblad}
            keuze={blad}
            onKies={setBlad}
            bladen={bladen.map((each) => ({
              blad: each,
              naam: t.bladen[each],
              ...(each === 'plekken' && { aantal: hier.length }),
            }))}
          >
            {blad === 'plekken' && (
              <Controle bevindingen={hier} elders={alle.length - hier.length} oud={oud} onGa={ga} />
            )}
            {blad === 'kolommen' && <Kolommen tabel={klaar} stand={stand} beslissing={beslissing} vertaal={vertaal} />}
            {blad === 'proberen' && (
              <Uitproberen
                key={beslissing}
                versie={versie}
                tabel={klaar}
                beslissing={beslissing}
                onRaak={(regels) => setRaak({ beslissing, regels })}
              />
            )}
            {blad === 'lezen' && <Beslistabel tabel={gekozen} fouten={oud ? [] : hier} />}
          </Bladen>
        )}
      </div>
    </div>
  )
}

type Controleprops = {
  bevindingen: readonly Bevinding[]
  elders: number
  oud: boolean
  onGa: (bevinding: Bevinding) => void
}

function Controle({ bevindingen, elders, oud, onGa }: Controleprops) {
  const t = useTabeleditorTeksten()
  return (
    <div className={css['controle']}>
      {oud && <p className={css['zacht']}>{t.oud}</p>}
      {bevindingen.length === 0 && !oud && <p>{t.geenPlekken}</p>}
      <Vindplaatsen bevindingen={bevindingen} onGa={onGa} />
      {elders > 0 && <p className={css['zacht']}>{t.elders(elders)}</p>}
    </div>
  )
}

function NieuweBeslissing({ onMaak }: { onMaak: (naam: string) => void }) {
  const t = useTabeleditorTeksten()
  const [naam, setNaam] = useState<string>()
  if (naam === undefined)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setNaam('')}>
        {t.nieuweBeslissing}
      </Button>
    )
  return (
    <form
      noValidate
      className={css['nieuw']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!naam.trim()) return
        onMaak(naam.trim())
        setNaam(undefined)
      }}
    >
      <TextInput
        data-autofocus
        label={t.nieuweNaam}
        value={naam}
        maxLength={100}
        onChange={({ currentTarget }) => setNaam(currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default">
        {t.toevoegen}
      </Button>
    </form>
  )
}

/** @returns whether it is a place in the table itself, and not in what stands above it */
function spring({ weergave }: Tabelmodeler, plek: string): boolean {
  const regel = leesTabelstand(weergave)?.regels.find(({ id, cellen }) => id === plek || cellen.includes(plek))
  const cel = regel?.cellen.find((id) => id === plek) ?? regel?.cellen[0]
  if (cel) kiesCel(weergave, cel)
  return cel !== undefined
}

const rijen = (regels: readonly { id: string }[] = [], nummers: readonly number[]) =>
  nummers.flatMap((nummer) => regels[nummer - 1]?.id ?? [])
