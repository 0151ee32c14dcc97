import { Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Controller } from 'react-hook-form'
import { changeKanaal, createKanaal, deleteKanaal } from '#contract/beheer/kanalen.ts'
import { type Kanaal, type KanaalIcoon, kanaalIconen, listKanalen } from '#contract/beheer.ts'
import { call } from '#kit/api.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { kanaalIcoon } from '#kit/kanaalIcoon.ts'
import { meld } from '#kit/melding.ts'
import { ververs } from '#kit/queries.ts'
import { Bewerkvenster } from '../Bewerkvenster.tsx'
import { useBeheerTeksten } from '../beheerTeksten.ts'
import { Schakelaar } from '../Schakelaar.tsx'
import { useBewerken } from '../useBewerken.ts'
import { Verwijderknop } from '../Verwijderknop.tsx'

const KanaalFormulier = changeKanaal.body.extend({ code: createKanaal.body.shape.code })

type Props = { bron: Kanaal | undefined; onSluiten: (zonderVragen?: boolean) => void }

/** The side window of one kanaal; without `bron` a new one. */
export function KanaalVenster({ bron, onSluiten }: Props) {
  const t = useBeheerTeksten()
  const client = useQueryClient()
  const bewerking = useBewerken({
    schema: KanaalFormulier,
    bron,
    invoer: (kanaal: Kanaal | undefined) => ({
      code: kanaal?.code ?? '',
      naam: kanaal?.naam ?? '',
      veraCode: kanaal?.veraCode ?? '',
      icoon: kanaal?.icoon ?? 'bericht',
      actief: kanaal?.actief ?? true,
    }),
    async bewaar({ code, actief, ...invoer }, versie) {
      const bewaard = bron
        ? await call(changeKanaal, { params: { code }, body: { ...invoer, actief }, ifMatch: versie })
        : await call(createKanaal, { body: { ...invoer, code } })
      await ververs(client, listKanalen)
      meld(bron ? t.bewaard(bewaard.naam) : t.toegevoegd(bewaard.naam))
      onSluiten(true)
    },
  })
  const { register, control, formState } = bewerking.formulier
  const fout = (veld: keyof typeof formState.errors) => formState.errors[veld]?.message
  return (
    <Bewerkvenster
      titel={bron?.naam ?? t.kanaal.nieuw}
      bewerking={bewerking}
      namen={{
        naam: t.naam,
        code: t.code,
        veraCode: t.kanaal.veraCode,
        icoon: t.kanaal.icoon,
        actief: t.actief,
      }}
      toon={(veld, waarde) => {
        if (veld === 'actief') return waarde ? t.actief : t.nietActief
        return veld === 'icoon' ? t.iconen[waarde as KanaalIcoon] : String(waarde ?? '')
      }}
      isNieuw={!bron}
      onSluiten={() => onSluiten()}
      links={
        bron && (
          <Verwijderknop
            naam={bron.naam}
            verwijder={() => call(deleteKanaal, { params: { code: bron.code }, ifMatch: bron.versie })}
            onKlaar={() => {
              void ververs(client, listKanalen)
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
      <TextInput
        label={t.kanaal.veraCode}
        description={t.kanaal.veraUitleg}
        maxLength={3}
        {...register('veraCode')}
        error={fout('veraCode')}
      />
      <Controller
        control={control}
        name="icoon"
        render={({ field }) => (
          <Select
            label={t.kanaal.icoon}
            allowDeselect={false}
            data={kanaalIconen.map((icoon) => ({ value: icoon, label: t.iconen[icoon] }))}
            leftSection={<Icoon naam={kanaalIcoon[field.value]} maat={14} />}
            renderOption={({ option }) => (
              <>
                <Icoon naam={kanaalIcoon[option.value as KanaalIcoon]} maat={14} /> {option.label}
              </>
            )}
            value={field.value}
            onChange={field.onChange}
            error={fout('icoon')}
          />
        )}
      />
      {bron && <Schakelaar control={control} naam="actief" label={t.actief} uitleg={t.actiefUitleg} />}
    </Bewerkvenster>
  )
}
