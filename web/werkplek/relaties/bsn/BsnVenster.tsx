import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { BsnInvoer } from '#contract/relatieinvoer.ts'
import { wisBsn, zetBsn } from '#contract/relaties.ts'
import { call } from '#kit/api.ts'
import { Foutenoverzicht } from '#kit/Foutenoverzicht.tsx'
import { useFormulier } from '#kit/formulier.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { Venster } from '#kit/Venster.tsx'
import { useVerlaatwacht } from '#kit/Verlaatwacht.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import css from './Bsn.module.css'

type Props = { partijId: string; onSluiten: () => void; onBewaard: () => void }

/** A new number, typed from a document: what was registered is not shown by opening this. */
export function BsnVenster({ partijId, onSluiten, onBewaard }: Props) {
  const t = useRelatieTeksten()
  const id = useId()
  const [vraagtWissen, setVraagtWissen] = useState(false)
  const params = { id: partijId }
  const formulier = useFormulier(BsnInvoer, {
    begin: { bsn: '' },
    async verstuur(body) {
      await call(zetBsn, { params, body })
      meld(t.bewaard)
      onBewaard()
    },
  })
  const wis = useMutation({
    mutationFn: () => call(wisBsn, { params }),
    onSuccess: () => {
      meld(t.bsnGewist)
      onBewaard()
    },
    onError: (error) => meld(detailOf(error), { toon: 'fout' }),
  })
  const { errors, isDirty, isSubmitting } = formulier.formState
  const wacht = useVerlaatwacht(isDirty && !isSubmitting, onSluiten)
  const sluit = () => wacht.eerst(onSluiten)
  useSneltoets('mod+enter', t.bewaren, () => formulier.verstuur(), !wacht.vraagt && !vraagtWissen)
  return (
    <>
      <Venster
        open
        plaats="rechts"
        titel={t.bsn}
        onSluiten={sluit}
        acties={
          <>
            <Button variant="subtle" color="red" className={css['wissen'] ?? ''} onClick={() => setVraagtWissen(true)}>
              {t.bsnWis}
            </Button>
            <Button variant="default" onClick={sluit}>
              {t.annuleren}
            </Button>
            <Button type="submit" form={id} loading={isSubmitting} rightSection={<Toets toets="mod+enter" />}>
              {t.bewaren}
            </Button>
          </>
        }
      >
        <form id={id} noValidate className={css['velden']} aria-label={t.bsn} onSubmit={formulier.verstuur}>
          <Foutenoverzicht formulier={formulier} namen={{ bsn: t.bsn }} />
          <TextInput
            {...formulier.register('bsn')}
            data-autofocus
            required
            label={t.bsn}
            description={t.bsnVorm}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            error={errors.bsn?.message}
          />
        </form>
      </Venster>
      {wacht.vraag}
      <Venster
        open={vraagtWissen}
        titel={t.bsnWisTitel}
        onSluiten={() => setVraagtWissen(false)}
        acties={
          <>
            <Button variant="default" onClick={() => setVraagtWissen(false)}>
              {t.annuleren}
            </Button>
            <Button color="red" data-autofocus loading={wis.isPending} onClick={() => wis.mutate()}>
              {t.bsnWis}
            </Button>
          </>
        }
      >
        <p>{t.bsnWisTekst}</p>
      </Venster>
    </>
  )
}
