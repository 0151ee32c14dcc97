import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Controller } from 'react-hook-form'
import { z } from 'zod'
import {
  createSluitingsdag,
  deleteSluitingsdag,
  listSluitingsdagen,
  type Sluitingsdag,
} from '#contract/beheer/kalender.ts'
import { getKalender, getWerkdag } from '#contract/beheer.ts'
import { isDatum } from '#contract/regels/werkdagen.ts'
import { regel } from '#contract/vormen.ts'
import { call } from '#kit/api.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useFormulier } from '#kit/formulier.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { Verlaatwacht } from '#kit/Verlaatwacht.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import css from './Kalender.module.css'
import { Dagregel } from './Kalender.tsx'

/** The own closing days of one year: add one, remove one. */
export function Sluitingsdagen({ jaar }: { jaar: number }) {
  const t = useBeheerTeksten()
  const client = useQueryClient()
  const dagen = useQuery(lees(listSluitingsdagen, { query: { jaar } }))
  const allesNieuw = () => ververs(client, listSluitingsdagen, getKalender, getWerkdag)

  async function terug({ datum, naam }: Sluitingsdag): Promise<void> {
    await call(createSluitingsdag, { body: { datum, naam } })
    await allesNieuw()
  }

  async function verwijder(dag: Sluitingsdag): Promise<void> {
    try {
      await call(deleteSluitingsdag, { params: { datum: dag.datum }, ifMatch: dag.versie })
      meld(t.verwijderd(dag.naam), { actie: { naam: t.team.ongedaan, run: () => void terug(dag) } })
    } catch (error) {
      meld(detailOf(error), { toon: 'fout' })
    }
    await allesNieuw()
  }

  return (
    <section>
      <h2>{t.jaar.sluitingsdagen}</h2>
      <Lading query={dagen} regels={2}>
        {({ rijen }) =>
          rijen.length === 0 ? (
            <p className={css['zacht']}>{t.jaar.geenSluitingsdagen}</p>
          ) : (
            <ul className={css['sluitingsdagen']}>
              {rijen.map((dag) => (
                <li key={dag.datum}>
                  <Dagregel datum={dag.datum} />
                  <span className={css['naam']}>{dag.naam}</span>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`${dag.naam}: ${t.verwijderen}`}
                    onClick={() => void verwijder(dag)}
                  >
                    <Icoon naam="prullenbak" maat={14} />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          )
        }
      </Lading>
      <NieuweDag onKlaar={allesNieuw} />
    </section>
  )
}

function NieuweDag({ onKlaar }: { onKlaar: () => Promise<unknown> }) {
  const t = useBeheerTeksten()
  const schema = z.object({
    datum: z.string().refine(isDatum, { message: t.jaar.datumFout }),
    naam: regel(60, 1),
  })
  const formulier = useFormulier(schema, {
    begin: { datum: '', naam: '' },
    async verstuur({ datum, naam }) {
      await call(createSluitingsdag, { body: { datum, naam } })
      formulier.reset()
      meld(t.toegevoegd(naam))
      await onKlaar()
    },
  })
  const { register, control, formState } = formulier
  return (
    <form noValidate className={css['nieuw']} onSubmit={formulier.verstuur}>
      <Verlaatwacht actief={formState.isDirty && !formState.isSubmitting} />
      <Foutenoverzicht formulier={formulier} namen={{ datum: t.jaar.datum, naam: t.jaar.waarom }} />
      <Controller
        control={control}
        name="datum"
        render={({ field }) => (
          <DatumVeld
            label={t.jaar.datum}
            naam="datum"
            waarde={field.value || null}
            onWijzig={(waarde) => field.onChange(waarde ?? '')}
            onBlur={field.onBlur}
            fout={formState.errors.datum?.message}
          />
        )}
      />
      <TextInput
        label={t.jaar.waarom}
        placeholder={t.jaar.waaromVoorbeeld}
        {...register('naam')}
        error={formState.errors.naam?.message}
      />
      <Button type="submit" variant="default" loading={formState.isSubmitting}>
        {t.jaar.dagToevoegen}
      </Button>
    </form>
  )
}
