import { Button, Checkbox, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { listMedewerkers } from '#contract/beheer.ts'
import { updateZaak, type Zaak } from '#contract/zaken.ts'
import { call } from '#kit/api.ts'
import { ConflictDialoog, verouderdVan } from '#kit/ConflictDialoog.tsx'
import { meld } from '#kit/melding.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { lees } from '#kit/queries.ts'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { Venster } from '#kit/Venster.tsx'
import { verschillen } from '#kit/verschillen.ts'
import { neemOver, teamsQuery } from '../zaken.queries.ts'
import { useZakenTeksten } from '../zakenTeksten.ts'
import css from './Zaak.module.css'

const velden = ['toelichting', 'teamId', 'behandelaarId', 'zichtbaarInPortaal', 'vertrouwelijk'] as const
type Velden = Pick<Zaak, 'toelichting' | 'zichtbaarInPortaal' | 'vertrouwelijk'> & {
  teamId: string | null
  behandelaarId: string | null
}
/** What I started from stays with what I typed: the screen behind it goes on with the zaak of now. */
type Concept = { versie: number; begin: Velden; mijn: Velden }

/** Who handles it and who may see it. Who saves second sees what the first changed, and chooses per field. */
export function Wijzigvenster({ zaak, onSluiten }: { zaak: Zaak; onSluiten: () => void }) {
  const t = useZakenTeksten()
  const client = useQueryClient()
  const [concept, setConcept, wis] = useTabwaarde<Concept>(`zaak.${zaak.id}`, conceptVan(zaak))
  const [botsing, setBotsing] = useState<Zaak>()
  const { begin, mijn } = concept
  const wijzig = (next: Partial<Velden>) => setConcept({ ...concept, mijn: { ...mijn, ...next } })
  const teams = (useQuery(teamsQuery).data?.rijen ?? []).filter((team) => team.actief || team.id === mijn.teamId)
  const mensen =
    useQuery(lees(listMedewerkers, { query: { aantal: 100, ...(mijn.teamId && { teamId: mijn.teamId }) } })).data
      ?.rijen ?? []
  const wie = [...mensen.map(({ id, naam }) => ({ value: id, label: naam }))]
  if (zaak.behandelaar && !wie.some(({ value }) => value === zaak.behandelaar?.id))
    wie.push({ value: zaak.behandelaar.id, label: zaak.behandelaar.naam })
  const naamVan = (lijst: { value: string; label: string }[], id: string | null, leeg: string) =>
    id === null ? leeg : (lijst.find(({ value }) => value === id)?.label ?? '')
  const teamkeuzes = teams.map(({ id, naam }) => ({ value: id, label: naam }))

  const sluit = () => {
    wis()
    onSluiten()
  }
  const save = useMutation({
    mutationFn: ({ versie, mijn: body }: Pick<Concept, 'versie' | 'mijn'>) =>
      call(updateZaak, { params: { id: zaak.id }, ifMatch: versie, body }),
    onSuccess: (after) => {
      neemOver(client, after)
      meld(t.wijzig.bewaard)
      sluit()
    },
    onError: (error) => {
      const huidig = verouderdVan<Zaak>(error)
      if (!huidig) return
      neemOver(client, huidig)
      // Changed meanwhile, but nothing that stands here: its process went on.
      if (verschillen(begin, mijn, veldenVan(huidig), velden).length === 0) save.mutate({ versie: huidig.versie, mijn })
      else setBotsing(huidig)
    },
  })
  const fouten = save.error instanceof ApiProblem ? save.error.invalidParams : []
  const foutVan = (veld: string) => fouten.find((each) => each.name === veld)?.reason
  const algemeen = save.error && fouten.length === 0 && !verouderdVan(save.error) ? detailOf(save.error) : undefined
  return (
    <>
      <Venster
        open
        titel={t.wijzig.titel}
        onSluiten={sluit}
        acties={
          <>
            <Button variant="default" onClick={sluit}>
              {t.wijzig.terug}
            </Button>
            <Button loading={save.isPending} onClick={() => save.mutate(concept)}>
              {t.wijzig.bewaar}
            </Button>
          </>
        }
      >
        <div className={css['velden']}>
          {algemeen && (
            <p role="alert" className={css['fout']}>
              {algemeen}
            </p>
          )}
          <Select
            data-autofocus
            label={t.team}
            placeholder={t.wijzig.geenTeam}
            searchable
            clearable
            data={teamkeuzes}
            value={mijn.teamId}
            error={foutVan('teamId')}
            onChange={(teamId) => wijzig({ teamId, behandelaarId: null })}
          />
          <Select
            label={t.behandelaar}
            placeholder={t.wijzig.geenBehandelaar}
            searchable
            clearable
            data={wie}
            value={mijn.behandelaarId}
            error={foutVan('behandelaarId')}
            onChange={(behandelaarId) => wijzig({ behandelaarId })}
          />
          <Textarea
            label={t.toelichting}
            autosize
            minRows={3}
            maxRows={12}
            value={mijn.toelichting}
            error={foutVan('toelichting')}
            onChange={({ currentTarget }) => wijzig({ toelichting: currentTarget.value })}
          />
          <Checkbox
            label={t.wijzig.portaal}
            checked={mijn.zichtbaarInPortaal}
            onChange={({ currentTarget }) => wijzig({ zichtbaarInPortaal: currentTarget.checked })}
          />
          <Checkbox
            label={t.wijzig.vertrouwelijk}
            description={zaak.vertrouwelijk && !zaak.mag.vertrouwelijk ? t.wijzig.nietOpenbaar : undefined}
            disabled={zaak.vertrouwelijk && !zaak.mag.vertrouwelijk}
            checked={mijn.vertrouwelijk}
            onChange={({ currentTarget }) => wijzig({ vertrouwelijk: currentTarget.checked })}
          />
        </div>
      </Venster>
      {botsing && (
        <ConflictDialoog
          begin={begin}
          mijn={mijn}
          huidig={veldenVan(botsing)}
          velden={{
            toelichting: t.toelichting,
            teamId: t.team,
            behandelaarId: t.behandelaar,
            zichtbaarInPortaal: t.wijzig.portaal,
            vertrouwelijk: t.wijzig.vertrouwelijk,
          }}
          toon={(veld, waarde) => {
            if (veld === 'teamId') return naamVan(teamkeuzes, waarde as string | null, t.wijzig.geenTeam)
            if (veld === 'behandelaarId') return naamVan(wie, waarde as string | null, t.wijzig.geenBehandelaar)
            if (typeof waarde === 'boolean') return waarde ? t.wijzig.ja : t.wijzig.nee
            return String(waarde ?? '')
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

function conceptVan(zaak: Zaak): Concept {
  return { versie: zaak.versie, begin: veldenVan(zaak), mijn: veldenVan(zaak) }
}

function veldenVan({ toelichting, team, behandelaar, zichtbaarInPortaal, vertrouwelijk }: Zaak): Velden {
  return {
    toelichting,
    teamId: team?.id ?? null,
    behandelaarId: behandelaar?.id ?? null,
    zichtbaarInPortaal,
    vertrouwelijk,
  }
}
