import { Checkbox, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Controller } from 'react-hook-form'
import {
  changeMedewerker,
  createMedewerker,
  getMedewerker,
  listMedewerkers,
  type MedewerkerDetail,
} from '#contract/beheer/medewerkers.ts'
import { type Rol, rollen } from '#contract/rechten.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useIk } from '#kit/ik.ts'
import { meld } from '#kit/melding.ts'
import { lees, ververs } from '#kit/queries.ts'
import { useRolNamen } from '#kit/rollen.ts'
import { Lading } from '#kit/Staten.tsx'
import { Venster } from '#kit/Venster.tsx'
import { Bewerkvenster } from '../Bewerkvenster.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { Schakelaar } from '../Schakelaar.tsx'
import { useBewerken } from '../useBewerken.ts'
import css from './MedewerkerVenster.module.css'
import { Teamlidmaatschappen } from './Teamlidmaatschappen.tsx'
import { Toegang } from './Toegang.tsx'

type Props = { id: string; onSluiten: (zonderVragen?: boolean) => void }

/** The side window of one employee; `nieuw` for one who starts. */
export function MedewerkerVenster({ id, onSluiten }: Props) {
  const t = useBeheerTeksten()
  const detail = useQuery({ ...lees(getMedewerker, { params: { id } }), enabled: id !== 'nieuw' })
  if (id === 'nieuw') return <Formulier bron={undefined} onSluiten={onSluiten} />
  if (detail.data) return <Formulier bron={detail.data} onSluiten={onSluiten} />
  return (
    <Venster open plaats="rechts" titel={t.medewerkers} onSluiten={() => onSluiten()}>
      <Lading query={detail}>{() => null}</Lading>
    </Venster>
  )
}

function Formulier({ bron, onSluiten }: { bron: MedewerkerDetail | undefined; onSluiten: Props['onSluiten'] }) {
  const t = useBeheerTeksten()
  const rolNamen = useRolNamen()
  const ik = useIk()
  const client = useQueryClient()
  const isZelf = bron?.id === ik.medewerker.id
  const bewerking = useBewerken({
    schema: changeMedewerker.body,
    bron,
    invoer: naarInvoer,
    async bewaar(waarden, versie) {
      const { actief, ...nieuw } = waarden
      const bewaard = bron
        ? await call(changeMedewerker, { params: { id: bron.id }, body: waarden, ifMatch: versie })
        : await call(createMedewerker, { body: nieuw })
      client.setQueryData(lees(getMedewerker, { params: { id: bewaard.id } }).queryKey, bewaard)
      void ververs(client, listMedewerkers)
      meld(bron ? t.bewaard(bewaard.naam) : t.toegevoegd(bewaard.naam))
      onSluiten(true)
    },
  })
  const { register, control, watch, formState } = bewerking.formulier
  const fout = (veld: keyof typeof formState.errors) => formState.errors[veld]?.message
  const stopt = bron?.actief && !watch('actief') && bron.openWerk.length > 0
  const namen = {
    naam: t.naam,
    email: t.medewerker.email,
    functie: t.medewerker.functie,
    telefoon: t.medewerker.telefoon,
    rollen: t.medewerker.rollen,
    actief: t.actief,
  }

  return (
    <Bewerkvenster
      titel={bron?.naam ?? t.medewerker.nieuw}
      bewerking={bewerking}
      namen={namen}
      toon={(veld, waarde) =>
        veld === 'rollen' ? (waarde as Rol[]).map((rol) => rolNamen[rol]).join(', ') : toon(veld, waarde, t)
      }
      isNieuw={!bron}
      onSluiten={() => onSluiten()}
      onder={
        bron && (
          <>
            <Teamlidmaatschappen medewerker={bron} />
            <Toegang medewerker={bron} />
          </>
        )
      }
    >
      <TextInput label={t.naam} required {...register('naam')} error={fout('naam')} autoComplete="off" />
      <TextInput
        label={t.medewerker.email}
        description={t.medewerker.emailUitleg}
        required
        type="email"
        {...register('email')}
        error={fout('email')}
        autoComplete="off"
      />
      <TextInput label={t.medewerker.functie} {...register('functie')} error={fout('functie')} />
      <TextInput label={t.medewerker.telefoon} type="tel" {...register('telefoon')} error={fout('telefoon')} />
      <Controller
        control={control}
        name="rollen"
        render={({ field }) => (
          <Checkbox.Group
            label={t.medewerker.rollen}
            description={isZelf ? t.medewerker.eigenRollen : t.medewerker.rollenUitleg}
            value={field.value ?? []}
            onChange={(gekozen) => field.onChange(rollen.filter((rol) => gekozen.includes(rol)))}
            error={fout('rollen')}
            size="xs"
          >
            <div className={css['rollen']}>
              {rollen.map((rol) => (
                <Checkbox
                  key={rol}
                  value={rol}
                  size="xs"
                  disabled={isZelf}
                  label={rolNamen[rol]}
                  description={t.rolUitleg[rol]}
                />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
      {bron && !isZelf && (
        <Schakelaar control={control} naam="actief" label={t.actief} uitleg={t.medewerker.actiefUitleg} />
      )}
      {stopt && (
        <div className={css['waarschuwing']} role="status">
          <Icoon naam="let_op" />
          <div>
            <strong>{t.medewerker.stopt}</strong>
            <p>{t.medewerker.stoptTekst(bron.openWerk.map(({ soort, aantal }) => `${aantal} ${soort}`).join(', '))}</p>
          </div>
        </div>
      )}
    </Bewerkvenster>
  )
}

function naarInvoer(bron: MedewerkerDetail | undefined) {
  return {
    naam: bron?.naam ?? '',
    email: bron?.email ?? '',
    functie: bron?.functie ?? '',
    telefoon: bron?.telefoon ?? '',
    rollen: bron?.rollen ?? [],
    actief: bron?.actief ?? true,
  }
}

function toon(veld: string, waarde: unknown, t: ReturnType<typeof useBeheerTeksten>): string {
  if (veld === 'actief') return waarde ? t.actief : t.nietActief
  return String(waarde ?? '')
}
