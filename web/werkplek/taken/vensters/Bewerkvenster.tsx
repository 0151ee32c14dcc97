import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Prioriteit } from '#contract/klantcontacten.ts'
import { type Taak, updateTaak } from '#contract/taken.ts'
import { call } from '#kit/api.ts'
import { ConflictDialoog, verouderdVan } from '#kit/ConflictDialoog.tsx'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { toonDatum } from '#kit/datuminvoer.ts'
import { meld } from '#kit/melding.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { verschillen } from '#kit/verschillen.ts'
import css from '../Taak.module.css'
import { neemOver } from '../taken.queries.ts'
import { useTakenTeksten } from '../takenTeksten.ts'
import { Actievenster } from './Actievenster.tsx'

const prioriteiten = ['laag', 'normaal', 'hoog'] as const
const velden = ['onderwerp', 'deadline', 'prioriteit', 'toelichting'] as const

type Velden = { onderwerp: string; toelichting: string; prioriteit: Prioriteit; deadline: string | null }
/** What I started from stays with what I typed: the screen behind it goes on with the taak of now. */
type Concept = { versie: number; begin: Velden; mijn: Velden }

/** Who saves second sees what the first changed, and chooses per field. */
export function Bewerkvenster({ taak, onSluiten }: { taak: Taak; onSluiten: () => void }) {
  const t = useTakenTeksten()
  const client = useQueryClient()
  const [concept, setConcept, wis] = useTabwaarde<Concept>(`bewerken.${taak.id}`, conceptVan(taak))
  const [botsing, setBotsing] = useState<Taak>()
  const { begin, mijn } = concept
  const wijzig = (next: Partial<Velden>) => setConcept({ ...concept, mijn: { ...mijn, ...next } })

  const save = useMutation({
    mutationFn: ({ versie, mijn: body }: Pick<Concept, 'versie' | 'mijn'>) =>
      call(updateTaak, { params: { id: taak.id }, ifMatch: versie, body }),
    onSuccess: (after) => {
      neemOver(client, after)
      meld(t.gewijzigd)
      wis()
      onSluiten()
    },
    onError: (error) => {
      const huidig = verouderdVan<Taak>(error)
      if (!huidig) return
      neemOver(client, huidig)
      // Changed meanwhile, but nothing that stands here: somebody took it in hand.
      if (verschillen(begin, mijn, veldenVan(huidig), velden).length === 0) save.mutate({ versie: huidig.versie, mijn })
      else setBotsing(huidig)
    },
  })
  const fouten = save.error instanceof ApiProblem ? save.error.invalidParams : []
  const foutVan = (veld: string) => fouten.find((each) => each.name === veld)?.reason
  const algemeen = save.error && fouten.length === 0 && !verouderdVan(save.error) ? detailOf(save.error) : undefined
  const sluit = () => {
    wis()
    onSluiten()
  }
  return (
    <>
      <Actievenster
        titel={t.bewerkTitel}
        knop={t.bewaar}
        bezig={save.isPending}
        verliest={velden.some((veld) => mijn[veld] !== begin[veld])}
        fout={algemeen}
        onSluiten={sluit}
        onVerstuur={() => save.mutate(concept)}
      >
        <TextInput
          data-autofocus
          label={t.wat}
          value={mijn.onderwerp}
          error={foutVan('onderwerp')}
          onChange={({ currentTarget }) => wijzig({ onderwerp: currentTarget.value })}
        />
        <div className={css['rij']}>
          <DatumVeld
            korteJaren
            label={t.deadline}
            waarde={mijn.deadline}
            fout={foutVan('deadline')}
            onWijzig={(deadline) => wijzig({ deadline })}
          />
          <Select
            label={t.kolom.prioriteit}
            data={prioriteiten.map((each) => ({ value: each, label: t.prioriteit[each] }))}
            value={mijn.prioriteit}
            allowDeselect={false}
            onChange={(next) => next && wijzig({ prioriteit: next as Prioriteit })}
          />
        </div>
        <Textarea
          label={t.toelichting}
          autosize
          minRows={3}
          maxRows={16}
          value={mijn.toelichting}
          error={foutVan('toelichting')}
          onChange={({ currentTarget }) => wijzig({ toelichting: currentTarget.value })}
        />
      </Actievenster>
      {botsing && (
        <ConflictDialoog
          begin={begin}
          mijn={mijn}
          huidig={veldenVan(botsing)}
          velden={{
            onderwerp: t.wat,
            deadline: t.deadline,
            prioriteit: t.kolom.prioriteit,
            toelichting: t.toelichting,
          }}
          toon={(veld, waarde) => {
            if (veld === 'prioriteit') return t.prioriteit[waarde as Prioriteit]
            return veld === 'deadline' ? toonDatum(waarde as string | null) : String(waarde ?? '')
          }}
          onSluiten={() => setBotsing(undefined)}
          onKies={(gekozen) => {
            const next = { versie: botsing.versie, begin: veldenVan(botsing), mijn: gekozen }
            setConcept(next)
            setBotsing(undefined)
            save.mutate(next)
          }}
        />
      )}
    </>
  )
}

function conceptVan(taak: Taak): Concept {
  return { versie: taak.versie, begin: veldenVan(taak), mijn: veldenVan(taak) }
}

function veldenVan({ onderwerp, toelichting, prioriteit, deadline }: Taak): Velden {
  return { onderwerp, toelichting, prioriteit, deadline }
}
