import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getZaakProces, type ProcesWacht, voltooiStap, type ZaakProces } from '#contract/processen.ts'
import { countTaken, getTaak, listTaken } from '#contract/taken.ts'
import { getZaak } from '#contract/zaken.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { Invulformulier } from '../Invulformulier.tsx'
import { useInvulling } from '../invulling.ts'
import { stuurStapbestand } from '../stuurBestand.ts'
import { conceptsleutel } from './stappenlijst.ts'
import css from './Voortgang.module.css'
import { useVoortgangTeksten } from './voortgangTeksten.ts'

type Props = { zaakId: string; proces: ZaakProces; wacht: ProcesWacht }

/** The step of now, to do here: its form, or what was done. Kept in this tab until it was sent. */
export function Stapformulier({ zaakId, proces, wacht }: Props) {
  const t = useVoortgangTeksten()
  const client = useQueryClient()
  const { formulier } = wacht
  const gegevens = useMemo(
    () => ({ ...proces.gegevens, ...proces.context, ...wacht.lokaal }),
    [proces.gegevens, proces.context, wacht.lokaal],
  )
  const [uitkomst, setUitkomst, wisUitkomst] = useTabwaarde(`uitkomst.${wacht.id}`, '')

  const invulling = useInvulling({
    sleutel: conceptsleutel(wacht.id),
    formulier,
    gegevens,
    begin: {},
    async verzend(antwoorden) {
      const params = { id: zaakId, element: wacht.element }
      const body = { wachtId: wacht.id, antwoorden, uitkomst }
      try {
        const na = await call(voltooiStap, { params, body })
        wisUitkomst()
        meld(t.klaar)
        client.setQueryData(lees(getZaakProces, { params: { id: zaakId } }).queryKey, na)
        void ververs(client, getZaak, listTaken, countTaken, getTaak)
      } catch (error) {
        // Somebody was first: reading again shows what he did, and what was typed here stays in sight.
        if (error instanceof ApiProblem && error.code === 'stap-voorbij') void ververs(client, getZaakProces, getZaak)
        throw error
      }
    },
  })
  useSneltoets('mod+enter', t.afronden, () => void invulling.verstuur(), !invulling.bezig)

  return (
    <Invulformulier
      naam={wacht.naam}
      invulling={invulling}
      formulier={formulier}
      laadOp={(bestand) => stuurStapbestand({ id: zaakId, element: wacht.element }, bestand)}
      knoppen={
        <Button type="submit" loading={invulling.bezig} rightSection={<Toets toets="mod+enter" />}>
          {formulier?.verstuurtekst ?? t.afronden}
        </Button>
      }
    >
      {wacht.formulier === null && (
        <Textarea
          label={t.uitkomst}
          description={t.uitkomstUitleg}
          autosize
          minRows={2}
          maxLength={4000}
          className={css['uitkomst'] ?? ''}
          value={uitkomst}
          onChange={({ currentTarget }) => setUitkomst(currentTarget.value)}
        />
      )}
    </Invulformulier>
  )
}
