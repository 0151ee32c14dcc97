import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Prioriteit } from '#contract/klantcontacten.ts'
import { type Taak, updateTaak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { datum } from '#kit/format.ts'
import css from '../Taak.module.css'
import { useTakenTeksten } from '../takenTeksten.ts'
import { useTaakactie } from '../useTaakactie.ts'
import { Actievenster } from './Actievenster.tsx'
import { leesDatum } from './leesDatum.ts'

const prioriteiten = ['laag', 'normaal', 'hoog'] as const

export function Bewerkvenster({ taak, onSluiten }: { taak: Taak; onSluiten: () => void }) {
  const t = useTakenTeksten()
  const [onderwerp, setOnderwerp] = useState(taak.onderwerp)
  const [toelichting, setToelichting] = useState(taak.toelichting)
  const [prioriteit, setPrioriteit] = useState<Prioriteit>(taak.prioriteit)
  const [deadline, setDeadline] = useState(taak.deadline ? datum(taak.deadline) : '')
  const { doe, bezig, fout, foutVan } = useTaakactie(taak, { gelukt: t.gewijzigd, klaar: onSluiten })
  return (
    <Actievenster
      titel={t.bewerkTitel}
      knop={t.bewaar}
      bezig={bezig}
      fout={fout}
      onSluiten={onSluiten}
      onVerstuur={() =>
        doe((doel) =>
          call(updateTaak, { ...doel, body: { onderwerp, toelichting, prioriteit, deadline: leesDatum(deadline) } }),
        )
      }
    >
      <TextInput
        autoFocus
        label={t.wat}
        value={onderwerp}
        error={foutVan('onderwerp')}
        onChange={({ currentTarget }) => setOnderwerp(currentTarget.value)}
      />
      <div className={css['rij']}>
        <TextInput
          label={t.deadline}
          placeholder={t.deadlineUitleg}
          value={deadline}
          error={foutVan('deadline')}
          onChange={({ currentTarget }) => setDeadline(currentTarget.value)}
        />
        <Select
          label={t.filter.prioriteit}
          data={prioriteiten.map((each) => ({ value: each, label: t.prioriteit[each] }))}
          value={prioriteit}
          allowDeselect={false}
          onChange={(next) => next && setPrioriteit(next as Prioriteit)}
        />
      </div>
      <Textarea
        label={t.toelichting}
        autosize
        minRows={3}
        maxRows={16}
        value={toelichting}
        error={foutVan('toelichting')}
        onChange={({ currentTarget }) => setToelichting(currentTarget.value)}
      />
    </Actievenster>
  )
}
