import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addNotitie, type Taak, type TaakNotitie } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useIk } from '#kit/ik.ts'
import { Medewerkernaam } from '#kit/Medewerkernaam.tsx'
import { detailOf } from '#kit/probleem.ts'
import { Tekst } from '#kit/Tekst.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import css from './Taak.module.css'
import { neemOver } from './taken.queries.ts'
import { useTakenTeksten } from './takenTeksten.ts'
import { useTabtekst } from './useTabtekst.ts'

/** What was done, in order. Notes are never changed: who made a mistake adds a correction, and both stay readable. */
export function Notities({ taak }: { taak: Taak }) {
  const t = useTakenTeksten()
  const ik = useIk()
  const client = useQueryClient()
  const [tekst, setTekst, wis] = useTabtekst(`notitie.${taak.id}`, '')
  const [corrigeert, setCorrigeert] = useState<TaakNotitie>()
  const add = useMutation({
    mutationFn: () =>
      call(addNotitie, { params: { id: taak.id }, body: { tekst, corrigeert: corrigeert?.id ?? null } }),
    onSuccess: (after) => {
      wis()
      setCorrigeert(undefined)
      neemOver(client, after)
    },
  })
  const send = () => tekst.trim() !== '' && !add.isPending && add.mutate()
  return (
    <section>
      <h3>{t.notities}</h3>
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
                    setCorrigeert(notitie)
                    setTekst(notitie.tekst)
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
            label={corrigeert ? t.verbeterTitel : t.notitie}
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
            {corrigeert && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  setCorrigeert(undefined)
                  wis()
                }}
              >
                {t.annuleer}
              </Button>
            )}
          </div>
        </form>
      )}
    </section>
  )
}
