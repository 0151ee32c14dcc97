import { Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { changeTeam, createTeam, getTeam, type TeamDetail } from '#contract/beheer/teams.ts'
import { listTeams } from '#contract/beheer.ts'
import { call } from '#kit/api.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { meld } from '#kit/melding.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { Venster } from '#kit/Venster.tsx'
import { Bewerkvenster } from '../Bewerkvenster.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { Schakelaar } from '../Schakelaar.tsx'
import { useBewerken } from '../useBewerken.ts'
import { Leden } from './Leden.tsx'
import { TeamFormulier } from './teamFormulier.ts'

type Props = { id: string; onSluiten: (zonderVragen?: boolean) => void }

/** The side window of one team; `nieuw` for another one. */
export function TeamVenster({ id, onSluiten }: Props) {
  const t = useBeheerTeksten()
  const client = useQueryClient()
  const detail = useQuery({ ...lees(getTeam, { params: { id } }), enabled: id !== 'nieuw' })
  useGebeurtenis(['team.*'], () => void ververs(client, getTeam))
  if (id === 'nieuw') return <Formulier bron={undefined} onSluiten={onSluiten} />
  if (detail.data) return <Formulier bron={detail.data} onSluiten={onSluiten} />
  return (
    <Venster open plaats="rechts" titel={t.teams} onSluiten={() => onSluiten()}>
      <Lading query={detail}>{() => null}</Lading>
    </Venster>
  )
}

function Formulier({ bron, onSluiten }: { bron: TeamDetail | undefined; onSluiten: Props['onSluiten'] }) {
  const t = useBeheerTeksten()
  const client = useQueryClient()
  const bewerking = useBewerken({
    schema: TeamFormulier,
    bron,
    invoer: (team: TeamDetail | undefined) => ({
      code: team?.code ?? '',
      naam: team?.naam ?? '',
      omschrijving: team?.omschrijving ?? '',
      actief: team?.actief ?? true,
    }),
    async bewaar({ code, actief, ...invoer }, versie) {
      const bewaard = bron
        ? await call(changeTeam, { params: { id: bron.id }, body: { ...invoer, actief }, ifMatch: versie })
        : await call(createTeam, { body: { ...invoer, code } })
      client.setQueryData(lees(getTeam, { params: { id: bewaard.id } }).queryKey, bewaard)
      void ververs(client, listTeams)
      meld(bron ? t.bewaard(bewaard.naam) : t.toegevoegd(bewaard.naam))
      onSluiten(true)
    },
  })
  const { register, control, formState } = bewerking.formulier
  const fout = (veld: keyof typeof formState.errors) => formState.errors[veld]?.message
  return (
    <Bewerkvenster
      titel={bron?.naam ?? t.team.nieuw}
      bewerking={bewerking}
      namen={{ naam: t.naam, code: t.code, omschrijving: t.team.omschrijving, actief: t.actief }}
      toon={(veld, waarde) => (veld === 'actief' ? (waarde ? t.actief : t.nietActief) : String(waarde ?? ''))}
      isNieuw={!bron}
      onSluiten={() => onSluiten()}
      onder={bron && <Leden team={bron} />}
    >
      <TextInput label={t.naam} required {...register('naam')} error={fout('naam')} />
      {!bron && (
        <TextInput
          label={t.code}
          description={t.codeUitleg}
          required
          {...register('code')}
          error={fout('code')}
          autoCapitalize="off"
          spellCheck={false}
        />
      )}
      <Textarea
        label={t.team.omschrijving}
        autosize
        minRows={2}
        {...register('omschrijving')}
        error={fout('omschrijving')}
      />
      {bron && <Schakelaar control={control} naam="actief" label={t.actief} uitleg={t.team.actiefUitleg} />}
    </Bewerkvenster>
  )
}
