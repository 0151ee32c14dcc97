import { Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Controller } from 'react-hook-form'
import { changeOnderwerp, createOnderwerp, deleteOnderwerp } from '#contract/beheer/onderwerpen.ts'
import { listOnderwerpen, type Onderwerp } from '#contract/beheer.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { ververs } from '#kit/queries.ts'
import { Bewerkvenster } from '../Bewerkvenster.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { Schakelaar } from '../Schakelaar.tsx'
import { useBewerken } from '../useBewerken.ts'
import { Verwijderknop } from '../Verwijderknop.tsx'

const OnderwerpFormulier = changeOnderwerp.body.extend({ code: createOnderwerp.body.shape.code })

type Props = {
  bron: Onderwerp | undefined
  /** Where a new one comes. */
  onder: string | null
  onderwerpen: readonly Onderwerp[]
  onSluiten: (zonderVragen?: boolean) => void
}

/** The side window of one subject; without `bron` a new one. */
export function OnderwerpVenster({ bron, onder, onderwerpen, onSluiten }: Props) {
  const t = useBeheerTeksten()
  const client = useQueryClient()
  const bewerking = useBewerken({
    schema: OnderwerpFormulier,
    bron,
    invoer: (onderwerp: Onderwerp | undefined) => ({
      code: onderwerp?.code ?? '',
      naam: onderwerp?.naam ?? '',
      bovenliggendId: onderwerp ? onderwerp.bovenliggendId : onder,
      actief: onderwerp?.zelfActief ?? true,
    }),
    async bewaar({ code, actief, ...invoer }, versie) {
      const bewaard = bron
        ? await call(changeOnderwerp, { params: { id: bron.id }, body: { ...invoer, actief }, ifMatch: versie })
        : await call(createOnderwerp, { body: { ...invoer, code } })
      await ververs(client, listOnderwerpen)
      meld(bron ? t.bewaard(bewaard.naam) : t.toegevoegd(bewaard.naam))
      onSluiten(true)
    },
  })
  const { register, control, formState } = bewerking.formulier
  const fout = (veld: keyof typeof formState.errors) => formState.errors[veld]?.message
  const heeftKinderen = onderwerpen.some((each) => each.bovenliggendId === bron?.id)
  const boven = onderwerpen.filter((each) => each.bovenliggendId === null && each.id !== bron?.id)
  const naamVan = (id: unknown) => boven.find((each) => each.id === id)?.naam ?? t.onderwerp.eersteNiveau
  return (
    <Bewerkvenster
      titel={bron?.naam ?? t.onderwerp.nieuw}
      bewerking={bewerking}
      namen={{ naam: t.naam, code: t.code, bovenliggendId: t.onderwerp.bovenliggend, actief: t.actief }}
      toon={(veld, waarde) => {
        if (veld === 'actief') return waarde ? t.actief : t.nietActief
        return veld === 'bovenliggendId' ? naamVan(waarde) : String(waarde ?? '')
      }}
      isNieuw={!bron}
      onSluiten={() => onSluiten()}
      links={
        bron && (
          <Verwijderknop
            naam={bron.naam}
            verwijder={() => call(deleteOnderwerp, { params: { id: bron.id }, ifMatch: bron.versie })}
            onKlaar={() => {
              void ververs(client, listOnderwerpen)
              onSluiten(true)
            }}
          />
        )
      }
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
      {!heeftKinderen && (
        <Controller
          control={control}
          name="bovenliggendId"
          render={({ field }) => (
            <Select
              label={t.onderwerp.bovenliggend}
              placeholder={t.onderwerp.eersteNiveau}
              clearable
              searchable
              data={boven.map((each) => ({ value: each.id, label: each.naam }))}
              value={field.value}
              onChange={field.onChange}
              error={fout('bovenliggendId')}
            />
          )}
        />
      )}
      {bron && (
        <Schakelaar
          control={control}
          naam="actief"
          label={t.actief}
          uitleg={bron.zelfActief && !bron.actief ? t.onderwerp.bovenNietActief : t.actiefUitleg}
        />
      )}
    </Bewerkvenster>
  )
}
