import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { addNotitie, type Taak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useIk } from '#kit/ik.ts'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { detailOf } from '#kit/probleem.ts'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import css from './Taak.module.css'
import { neemOver } from './taken.queries.ts'
import { useTakenTeksten } from './takenTeksten.ts'

/** A note that is being corrected stands apart: what was typed for a new one waits. */
type Concept = { nieuw: string; correctie: { id: string; tekst: string } | null }

/** What was done, in order. Notes are never changed: who made a mistake adds a correction, and both stay readable. */
export function Notities({ taak, Kop }: { taak: Taak; Kop: 'h2' | 'h3' }) {
  const t = useTakenTeksten()
  const ik = useIk()
  const client = useQueryClient()
  const veld = useRef<HTMLTextAreaElement>(null)
  const [concept, setConcept] = useTabwaarde<Concept>(`notitie.${taak.id}`, { nieuw: '', correctie: null })
  const { nieuw, correctie } = concept
  const tekst = correctie?.tekst ?? nieuw
  const setTekst = (next: string) =>
    setConcept(correctie ? { nieuw, correctie: { ...correctie, tekst: next } } : { nieuw: next, correctie })
  const add = useMutation({
    mutationFn: () => call(addNotitie, { params: { id: taak.id }, body: { tekst, corrigeert: correctie?.id ?? null } }),
    onSuccess: (after) => {
      setConcept(correctie ? { nieuw, correctie: null } : { nieuw: '', correctie })
      neemOver(client, after)
    },
  })
  const send = () => tekst.trim() !== '' && !add.isPending && add.mutate()
  return (
    <section>
      <Kop className={css['sectiekop']}>{t.notities}</Kop>
      {taak.notities.length === 0 && <p className={css['zacht']}>{t.notitieLeeg}</p>}
      <ol className={css['notities']}>
        {taak.notities.map((notitie) => (
          <li key={notitie.id} data-verbeterd={notitie.gecorrigeerdDoor !== null || undefined}>
            <p className={css['zacht']}>
              <strong>
                <Medewerkernaam medewerker={notitie.medewerker} />
              </strong>{' '}
              · <Tijdstip moment={notitie.op} />
              {notitie.corrigeert && <em> · {t.verbetering}</em>}
              {notitie.gecorrigeerdDoor && <em> · {t.verbeterd}</em>}
              {taak.mag.notitie && notitie.medewerker.id === ik.medewerker.id && !notitie.gecorrigeerdDoor && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  onClick={() => {
                    setConcept({ nieuw, correctie: { id: notitie.id, tekst: notitie.tekst } })
                    veld.current?.focus()
                  }}
                >
                  {t.verbeter}
                </Button>
              )}
            </p>
            <Tekst>{notitie.tekst}</Tekst>
          </li>
        ))}
      </ol>
      {taak.mag.notitie && (
        <form
          className={css['nieuw']}
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <Textarea
            ref={veld}
            label={correctie ? t.verbeterTitel : t.notitie}
            autosize
            minRows={2}
            maxRows={12}
            value={tekst}
            error={add.error ? detailOf(add.error) : undefined}
            onChange={({ currentTarget }) => setTekst(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
              event.preventDefault()
              event.stopPropagation()
              send()
            }}
          />
          <div className={css['knoppen']}>
            <Button
              type="submit"
              variant="default"
              size="compact-sm"
              loading={add.isPending}
              disabled={tekst.trim() === ''}
              leftSection={<Icoon naam="plus" maat={14} />}
            >
              {t.notitieErbij}
            </Button>
            {correctie && (
              <Button variant="subtle" size="compact-sm" onClick={() => setConcept({ nieuw, correctie: null })}>
                {t.annuleer}
              </Button>
            )}
          </div>
        </form>
      )}
    </section>
  )
}
