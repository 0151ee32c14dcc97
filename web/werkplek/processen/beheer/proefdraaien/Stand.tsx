import { Button } from '@mantine/core'
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import type { Proefscenario, Proefstand } from '#contract/procesproef.ts'
import type { ZaakProces } from '#contract/processen.ts'
import { precies } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { Laadskelet } from '#kit/Staten.tsx'
import { Gedaan } from '../../voortgang/Stappen.tsx'
import { stappenlijst } from '../../voortgang/stappenlijst.ts'
import voortgang from '../../voortgang/Voortgang.module.css'
import { BewaarScenario } from './BewaarScenario.tsx'
import { Gevolgen } from './Gevolgen.tsx'
import { Klok } from './Klok.tsx'
import css from './Proef.module.css'
import { beschrijf } from './proefstap.ts'
import { useProefTeksten } from './proefTeksten.ts'
import type { Proef, Verloop } from './useProef.ts'
import { Wachtpunt } from './Wachtpunt.tsx'

const Schema = lazy(() => import('../../schema/Schema.tsx').then((module) => ({ default: module.Schema })))

type Props = {
  versie: ProcesVersie
  scenarios: readonly Proefscenario[]
  proef: Proef
  verloop: Verloop
  stand: Proefstand
}

/** Where the rehearsal stands: on the diagram, as a list, with everything that can happen next. */
export function Stand({ versie, scenarios, proef, verloop, stand }: Props) {
  const t = useProefTeksten()
  const bpmn = versie.bestanden['proces.bpmn'] ?? ''
  const proces = useMemo(() => stand.proces && { ...stand.proces, bpmn }, [stand.proces, bpmn])
  const [volgende] = verloop.straks
  const naamVan = useMemo(() => naamgever(bpmn), [bpmn])
  const doe = (stap: NonNullable<typeof volgende>) =>
    proef.doe(stap).catch((error: unknown) => meld(detailOf(error), { toon: 'fout' }))
  // What one pressed is gone with the step: who works with the keyboard goes on from here.
  const kop = useRef<HTMLParagraphElement>(null)
  const plek = `${stand.gedaan} ${verloop.stappen.length}`
  useEffect(() => {
    if (plek) kop.current?.focus()
  }, [plek])
  const wachtend = useMemo(
    () =>
      proces?.wacht.toSorted(
        (a, b) => Number(a.terzijde) - Number(b.terzijde) || volgorde.indexOf(a.soort) - volgorde.indexOf(b.soort),
      ) ?? [],
    [proces],
  )
  return (
    <>
      <div className={css['balk']}>
        <p role="status" ref={kop} tabIndex={-1}>
          <strong>{t.stapVan(stand.gedaan)}</strong> · {t.hetIsNu} <time dateTime={stand.nu}>{precies(stand.nu)}</time>
          {volgende && <span className={css['zacht']}> · {t.hierna(beschrijf(volgende, naamVan, t))}</span>}
        </p>
        <span className={css['knoppen']}>
          <Button size="xs" variant="default" onClick={proef.stop}>
            {t.opnieuw}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={verloop.stappen.length === 0}
            leftSection={<Icoon naam="pijl_links" maat={14} />}
            onClick={proef.terug}
          >
            {t.terug}
          </Button>
          <BewaarScenario versie={versie} verloop={verloop} />
          {volgende && (
            <Button size="xs" loading={proef.laadt} onClick={() => void doe(volgende)}>
              {t.volgende}
            </Button>
          )}
        </span>
      </div>
      {stand.fout && (
        <div role="alert" className={css['fout']}>
          <p>
            <Icoon naam="let_op" maat={14} /> {proces ? t.vastgelopen(stand.gedaan + 1) : t.beginfout}{' '}
            {stand.fout.melding} {stand.fout.velden.map(({ melding }) => melding).join(' ')}
          </p>
          {proces && (
            <Button size="xs" variant="default" onClick={proef.hierVerder}>
              {t.hierVerder}
            </Button>
          )}
        </div>
      )}
      {proces && (
        <div className={css['vlakken']}>
          <Schemavlak proces={proces} />
          <div className={css['stapel']}>
            <section aria-labelledby="proef-nu" className={css['stapel']}>
              <h3 id="proef-nu">{t.nu}</h3>
              {wachtend.length === 0 && <p>{t.nietsNu}</p>}
              {wachtend.map((wacht) => (
                <Wachtpunt
                  // The id of a wait is another at each replay.
                  key={`${verloop.stappen.length}${wacht.element}${JSON.stringify(wacht.lokaal)}`}
                  wacht={wacht}
                  versieId={versie.id}
                  proces={proces}
                  stand={stand}
                  scenarios={scenarios}
                  proef={proef}
                />
              ))}
            </section>
            {wachtend.length > 0 && <Klok key={stand.nu} stand={stand} proef={proef} />}
          </div>
          <div className={css['stapel']}>
            <Gevolgen stand={stand} />
            <section aria-labelledby="proef-gedaan">
              <h3 id="proef-gedaan">{t.gedaan}</h3>
              <ol className={voortgang['stappen']}>
                {stappenlijst(proces).gedaan.map((stap) => (
                  <Gedaan key={stap.sleutel} stap={stap} />
                ))}
              </ol>
            </section>
          </div>
        </div>
      )}
    </>
  )
}

function Schemavlak({ proces }: { proces: ZaakProces }) {
  const t = useProefTeksten()
  const nu = useMemo(() => stappenlijst(proces).nu.map(({ wacht }) => wacht.element), [proces])
  const gedaan = useMemo(
    () => proces.stappen.filter(({ eindOp }) => eindOp !== null).map(({ element }) => element),
    [proces],
  )
  return (
    <section aria-label={t.schema} className={css['schema']}>
      <Suspense fallback={<Laadskelet />}>
        <Schema bpmn={proces.bpmn} naam={proces.naam} nu={nu} gedaan={gedaan} />
      </Suspense>
    </section>
  )
}

/** What somebody does first, then what comes by itself. */
const volgorde = ['taak', 'formulier', 'actie', 'bericht', 'signaal', 'timer']

/** The name of an element in the diagram, or else its id. */
function naamgever(bpmn: string): (element: string) => string {
  const xml = new DOMParser().parseFromString(bpmn, 'text/xml')
  const namen = new Map([...xml.querySelectorAll('[id][name]')].map((each) => [each.id, each.getAttribute('name')]))
  return (element) => namen.get(element) || element
}
