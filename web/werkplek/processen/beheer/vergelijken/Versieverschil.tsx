import { lazy, Suspense, useMemo, useState } from 'react'
import { Laadskelet } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import type { Hitte } from '../../schema/Schema.tsx'
import type { Bestanden } from '../conceptkader/samenvoegen.ts'
import { leesTabellen } from '../leesTabellen.ts'
import { type Elementverschil, elementverschillen } from './elementverschil.ts'
import { type Celverschil, type Regelverschil, type Tabelverschil, tabelverschillen } from './regelverschil.ts'
import { leesbareTekst, tekstverschil, type Verschilregel } from './tekstverschil.ts'
import css from './Vergelijken.module.css'
import { useVergelijkTeksten } from './vergelijkTeksten.ts'
import { leesXmlboom } from './xmlboom.ts'

const Schema = lazy(() => import('../../schema/Schema.tsx').then((module) => ({ default: module.Schema })))

const tonen = { nieuw: 'goed', weg: 'fout', anders: 'let-op', verplaatst: 'neutraal' } as const

/** What differs between two versions of a process: each file in its own words. */
export function Versieverschil({ oud, nieuw }: { oud: Bestanden; nieuw: Bestanden }) {
  const t = useVergelijkTeksten()
  const paden = useMemo(() => gewijzigd(oud, nieuw), [oud, nieuw])
  if (paden.length === 0) return <p>{t.gelijk}</p>
  return (
    <div className={css['bestanden']}>
      <p>{t.aantal(paden.length)}</p>
      {paden.map((pad) => (
        <Bestand key={pad} pad={pad} oud={oud[pad]} nieuw={nieuw[pad]} />
      ))}
    </div>
  )
}

function gewijzigd(oud: Bestanden, nieuw: Bestanden): string[] {
  const paden = [...new Set([...Object.keys(oud), ...Object.keys(nieuw)])].toSorted()
  return paden.filter((pad) => {
    const [a, b] = [oud[pad], nieuw[pad]]
    return a === undefined || b === undefined || leesbareTekst(pad, a) !== leesbareTekst(pad, b)
  })
}

type Props = { pad: string; oud: string | undefined; nieuw: string | undefined }

function Bestand({ pad, oud, nieuw }: Props) {
  const t = useVergelijkTeksten()
  const soort = oud === undefined ? 'nieuw' : nieuw === undefined ? 'weg' : 'anders'
  return (
    <section className={css['bestand']} aria-label={pad}>
      <h3>
        {pad} <StatusBadge toon={tonen[soort]}>{t.bestand[soort]}</StatusBadge>
      </h3>
      <Inhoud pad={pad} oud={oud ?? ''} nieuw={nieuw ?? ''} soort={soort} />
    </section>
  )
}

function Inhoud({ pad, oud, nieuw, soort }: { pad: string; oud: string; nieuw: string; soort: string }) {
  const t = useVergelijkTeksten()
  const tabellen = useMemo(() => {
    if (pad !== 'regels.dmn') return undefined
    const [van, naar] = [oud ? leesTabellen(oud) : [], nieuw ? leesTabellen(nieuw) : []]
    return van && naar && tabelverschillen(van, naar)
  }, [pad, oud, nieuw])
  const elementen = useMemo(() => {
    if (!/^(proces\.bpmn|regels\.dmn)$/.test(pad) || soort !== 'anders') return undefined
    const [van, naar] = [leesXmlboom(oud), leesXmlboom(nieuw)]
    return van && naar && elementverschillen(van, naar, ['decisionTable', 'literalExpression'])
  }, [pad, oud, nieuw, soort])
  // A decision that is new or gone was said already, with its rules.
  const overige = elementen?.filter(({ id }) => !tabellen?.some((tabel) => tabel.id === id && tabel.soort !== 'anders'))
  if (tabellen) {
    return (
      <>
        {tabellen.length === 0 && elementen?.length === 0 && <p className={css['zacht']}>{t.alleenVorm}</p>}
        {tabellen.map((tabel) => (
          <Tabel key={tabel.id} tabel={tabel} />
        ))}
        {overige && <Elementen elementen={overige} />}
        <Uitgeklapt oud={oud} nieuw={nieuw} pad={pad} />
      </>
    )
  }
  if (elementen) {
    return (
      <>
        {elementen.length === 0 && <p className={css['zacht']}>{t.alleenTekening}</p>}
        <Elementen elementen={elementen} />
        {elementen.length > 0 && <OpSchema bpmn={nieuw} elementen={elementen} />}
        <Uitgeklapt oud={oud} nieuw={nieuw} pad={pad} />
      </>
    )
  }
  return <Tekstverschil oud={leesbareTekst(pad, oud)} nieuw={leesbareTekst(pad, nieuw)} pad={pad} />
}

/** Where in the new drawing it is; what is gone is in the words above only. */
function OpSchema({ bpmn, elementen }: { bpmn: string; elementen: readonly Elementverschil[] }) {
  const t = useVergelijkTeksten()
  const [open, setOpen] = useState(false)
  const plekken = useMemo(
    () =>
      elementen.flatMap(({ id, soort }): Hitte[] =>
        soort === 'weg' ? [] : [{ element: id, graad: soort === 'nieuw' ? 1 : 3, label: t.soort[soort] }],
      ),
    [elementen, t],
  )
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.opSchema}</summary>
      {open && (
        <Suspense fallback={<Laadskelet />}>
          <Schema bpmn={bpmn} naam={t.opSchema} hitte={plekken} />
        </Suspense>
      )}
    </details>
  )
}

function Uitgeklapt({ oud, nieuw, pad }: { oud: string; nieuw: string; pad: string }) {
  const t = useVergelijkTeksten()
  return (
    <details>
      <summary>{t.alsTekst}</summary>
      <Tekstverschil oud={oud} nieuw={nieuw} pad={pad} />
    </details>
  )
}

function Tabel({ tabel }: { tabel: Tabelverschil }) {
  const t = useVergelijkTeksten()
  return (
    <div>
      <h4>
        {t.tabel(tabel.naam)} <StatusBadge toon={tonen[tabel.soort]}>{t.soort[tabel.soort]}</StatusBadge>
      </h4>
      <ul className={css['lijst']}>
        {tabel.kop.map((cel) => (
          <li key={cel.kolom}>
            <Cel cel={{ ...cel, kolom: t.kop[cel.kolom as keyof typeof t.kop] ?? cel.kolom }} />
          </li>
        ))}
        {tabel.regels.map((regel) => (
          <li key={`${regel.soort}${regel.oud}${regel.nieuw}`}>
            <StatusBadge toon={tonen[regel.soort]}>{t.soort[regel.soort]}</StatusBadge>{' '}
            <strong>{regelnaam(regel, t)}</strong>
            <ul>
              {regel.cellen.map((cel) => (
                <li key={cel.kolom}>
                  <Cel cel={cel} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}

function regelnaam({ oud, nieuw }: Regelverschil, t: ReturnType<typeof useVergelijkTeksten>): string {
  if (oud === null || nieuw === null || oud === nieuw) return t.regel(nieuw ?? oud ?? 0)
  return t.regelWas(nieuw, oud)
}

function Elementen({ elementen }: { elementen: readonly Elementverschil[] }) {
  return (
    <ul className={css['lijst']}>
      {elementen.map((element) => (
        <Element key={element.id} element={element} />
      ))}
    </ul>
  )
}

function Element({ element }: { element: Elementverschil }) {
  const t = useVergelijkTeksten()
  const soort = t.element[element.element as keyof typeof t.element] ?? element.element
  return (
    <li>
      <StatusBadge toon={tonen[element.soort]}>{t.soort[element.soort]}</StatusBadge> <strong>{element.naam}</strong>{' '}
      <span className={css['zacht']}>{soort}</span>
      <ul>
        {element.eigenschappen.map(({ naam, oud, nieuw }) => (
          <li key={naam}>
            <Cel cel={{ kolom: t.eigenschap[naam as keyof typeof t.eigenschap] ?? naam, oud, nieuw }} />
          </li>
        ))}
      </ul>
    </li>
  )
}

/** Before and after in words, not by colour or a line through it alone. */
function Cel({ cel: { kolom, oud, nieuw } }: { cel: Celverschil }) {
  const t = useVergelijkTeksten()
  return (
    <>
      {kolom}:{' '}
      {oud !== '' && (
        <>
          <span className="alleen-voorlezen">{t.was} </span>
          <del>{oud}</del>{' '}
        </>
      )}
      {nieuw !== '' && (
        <>
          <span className="alleen-voorlezen">{t.wordt} </span>
          <ins>{nieuw}</ins>
        </>
      )}
    </>
  )
}

function Tekstverschil({ oud, nieuw, pad }: { oud: string; nieuw: string; pad: string }) {
  const t = useVergelijkTeksten()
  const regels = useMemo(() => tekstverschil(oud, nieuw), [oud, nieuw])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard must reach that
    <section className={css['tekst']} tabIndex={0} aria-label={t.verschilIn(pad)}>
      <table>
        <tbody>
          {regels.map((regel, plek) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of two texts, which change only together
            <Regel key={plek} regel={regel} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Regel({ regel }: { regel: Verschilregel }) {
  const t = useVergelijkTeksten()
  if (regel.soort === 'overgeslagen') {
    return (
      <tr data-soort="overgeslagen">
        <td colSpan={4}>{t.overgeslagen(regel.aantal)}</td>
      </tr>
    )
  }
  const { soort, oud, nieuw, delen } = regel
  return (
    <tr data-soort={soort}>
      <td className={css['nummer']}>{oud}</td>
      <td className={css['nummer']}>{nieuw}</td>
      <td>
        <span aria-hidden="true">{{ gelijk: ' ', weg: '−', nieuw: '+' }[soort]}</span>
        {soort !== 'gelijk' && <span className="alleen-voorlezen">{t.soort[soort]}: </span>}
      </td>
      <td>
        {delen.map(({ tekst, anders }, plek) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one line, which change only together
          anders ? <mark key={plek}>{tekst}</mark> : <span key={plek}>{tekst}</span>,
        )}
      </td>
    </tr>
  )
}
