import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Formulierdefinitie } from '#contract/formulieren.ts'
import { getProcesnamen } from '#contract/procesinhoud.ts'
import { controleerDefinitie } from '#contract/regels/formulier/controleerDefinitie.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { lees } from '#kit/queries.ts'
import { useConcept } from '../concept.ts'
import { leesRuw, type RuwFormulier, schrijfRuw } from './bewerkFormulier.ts'
import { useFormuliereditorTeksten } from './editorTeksten.ts'
import css from './Formuliereditor.module.css'
import { Formulierkop } from './Formulierkop.tsx'
import { Veldeigenschappen } from './Veldeigenschappen.tsx'
import { Veldenlijst } from './Veldenlijst.tsx'
import { Voorbeeld } from './Voorbeeld.tsx'

const geen: Record<string, never> = {}

/** One form: its fields and their properties, or its text, with the form itself beside it while one works. */
export function Formuliereditor({ pad }: { pad: string }) {
  const t = useFormuliereditorTeksten()
  const concept = useConcept()
  const { data } = useQuery({
    ...lees(getProcesnamen, { params: { id: concept.versie.id } }),
    queryKey: [getProcesnamen.path, concept.versie.id, concept.versie.versie],
  })
  const tekst = concept.bestanden[pad] ?? ''
  const form = useMemo(() => leesRuw(tekst), [tekst])
  const [als, setAls] = useState<'velden' | 'json'>('velden')
  const [look, setLook] = useState<'werkplek' | 'portaal'>('werkplek')
  const [gekozen, setGekozen] = useState(-1)
  const laatste = useRef(form)
  useLayoutEffect(() => {
    laatste.current = form
  }, [form])
  const zet = (next: RuwFormulier) => {
    laatste.current = next
    concept.zet(pad, schrijfRuw(next))
  }
  const bekend = useMemo(() => {
    const eigen = new Set(form?.velden.map(({ naam }) => naam))
    return (data?.namen ?? []).map(({ naam }) => naam).filter((naam) => !eigen.has(naam))
  }, [data, form])
  const fouten = useMemo(() => {
    if (!form || !data) return geen
    const gevonden = controleerDefinitie(form, { namen: bekend, lijsten: Object.keys(data.lijsten) })
    return Object.fromEntries(gevonden.toReversed().map(({ pad: waar, melding }) => [waar, melding]))
  }, [form, data, bekend])
  const definitie = useMemo(() => {
    const gelezen = Formulierdefinitie.safeParse(form).data
    return gelezen && { ...gelezen, lijsten: data?.lijsten ?? {} }
  }, [form, data])
  // What one types may be wrong for a moment: what stood there stays to be seen.
  const [getoond, setGetoond] = useState(definitie)
  if (definitie && definitie !== getoond) setGetoond(definitie)
  const gegevens = useMemo(
    () => Object.fromEntries(bekend.map((naam) => [naam, data?.voorbeeld[naam] ?? null])),
    [bekend, data],
  )
  const veld = form && gekozen < form.velden.length ? gekozen : -1

  return (
    <div className={css['editor']}>
      {concept.magBewerken && (
        <div className={css['bewerken']}>
          <div className={css['balk']}>
            <SegmentedControl
              size="xs"
              aria-label={t.weergaven}
              data={[
                { value: 'velden', label: t.velden },
                { value: 'json', label: t.json },
              ]}
              value={als}
              onChange={(next) => setAls(next === 'json' ? 'json' : 'velden')}
            />
            <Button
              size="xs"
              variant="default"
              leftSection={<Icoon naam="prullenbak" maat={14} />}
              onClick={() => {
                concept.zet(pad, null)
                meld(t.wegMelding(pad), { actie: { naam: t.ongedaan, run: () => concept.zet(pad, tekst) } })
              }}
            >
              {t.weg}
            </Button>
          </div>
          {!form && <p className={css['rood']}>{t.geenJson}</p>}
          {als === 'velden' && form ? (
            <>
              <Veldenlijst
                form={form}
                gekozen={veld}
                fouten={fouten}
                onKies={setGekozen}
                onWijzig={zet}
                pasAan={(werk) => laatste.current && zet(werk(laatste.current))}
              />
              {veld === -1 ? (
                <Formulierkop form={form} fouten={fouten} onWijzig={zet} />
              ) : (
                <Veldeigenschappen
                  key={veld}
                  form={form}
                  plek={veld}
                  fouten={fouten}
                  lijsten={Object.keys(data?.lijsten ?? {})}
                  onWijzig={zet}
                />
              )}
            </>
          ) : (
            <Textarea
              label={t.jsonLabel}
              autosize
              minRows={12}
              maxRows={36}
              spellCheck={false}
              classNames={{ input: css['code'] ?? '' }}
              value={tekst}
              onChange={({ currentTarget }) => concept.zet(pad, currentTarget.value)}
            />
          )}
          {Object.keys(fouten).length > 0 && (
            <div className={css['fouten']} role="status">
              <strong>{t.nietGoed}</strong>
              <ul>
                {Object.entries(fouten).map(([waar, melding]) => (
                  <li key={waar}>
                    <code>{waar}</code>: {melding}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {bekend.length > 0 && (
            <details>
              <summary>{t.namen}</summary>
              <p className={css['code']}>{bekend.join(', ')}</p>
            </details>
          )}
        </div>
      )}
      <section className={css['voorbeeld']} aria-label={t.voorbeeld}>
        <SegmentedControl
          size="xs"
          aria-label={t.voorbeeld}
          data={(['werkplek', 'portaal'] as const).map((value) => ({ value, label: t.looks[value] }))}
          value={look}
          onChange={(next) => setLook(next === 'portaal' ? 'portaal' : 'werkplek')}
        />
        {!getoond && <p className={css['rood']}>{t.geenJson}</p>}
        {getoond && <Voorbeeld definitie={getoond} gegevens={gegevens} look={look} />}
      </section>
    </div>
  )
}
