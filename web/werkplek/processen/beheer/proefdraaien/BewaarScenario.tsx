import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { getProcesVersie, listBeheerProcessen, type ProcesVersie } from '#contract/procesbeheer.ts'
import { bewaarScenario } from '#contract/procesproef.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { lees, ververs } from '#kit/queries.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { Venster } from '#kit/Venster.tsx'
import { useConcept } from '../concept.ts'
import css from './Proef.module.css'
import { useProefTeksten } from './proefTeksten.ts'
import type { Verloop } from './useProef.ts'

/** What was tried becomes an example that is tried again before each publication. */
export function BewaarScenario({ versie, verloop }: { versie: ProcesVersie; verloop: Verloop }) {
  const t = useProefTeksten()
  const { magBewerken, gewijzigd } = useConcept()
  const [open, setOpen] = useState(false)
  const waarom = magBewerken ? (gewijzigd ? t.bewarenEerst : undefined) : t.bewarenConcept
  return (
    <>
      <Button size="xs" variant="default" disabled={waarom !== undefined} title={waarom} onClick={() => setOpen(true)}>
        {t.bewaren}
      </Button>
      {open && <Bewaarvenster versie={versie} verloop={verloop} onSluiten={() => setOpen(false)} />}
    </>
  )
}

type Props = { versie: ProcesVersie; verloop: Verloop; onSluiten: () => void }

function Bewaarvenster({ versie, verloop, onSluiten }: Props) {
  const t = useProefTeksten()
  const client = useQueryClient()
  const [naam, setNaam] = useState('')
  const [fout, setFout] = useState<string>()
  const [bezig, setBezig] = useState(false)
  const bewaar = async () => {
    setBezig(true)
    setFout(undefined)
    try {
      const { start, stappen } = verloop
      const params = { id: versie.id }
      const na = await call(bewaarScenario, { params, body: { naam, start, stappen }, ifMatch: versie.versie })
      client.setQueryData(lees(getProcesVersie, { params }).queryKey, na)
      void ververs(client, listBeheerProcessen)
      meld(t.bewaard)
      onSluiten()
    } catch (error) {
      setFout(detailOf(error))
      void ververs(client, getProcesVersie)
    } finally {
      setBezig(false)
    }
  }
  useSneltoets('mod+enter', t.bewarenKnop, () => !bezig && void bewaar())
  return (
    <Venster
      open
      titel={t.bewarenTitel}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleren}
          </Button>
          <Button loading={bezig} onClick={() => void bewaar()} rightSection={<Toets toets="mod+enter" />}>
            {t.bewarenKnop}
          </Button>
        </>
      }
    >
      <div className={css['stapel']}>
        <p>{t.bewarenUitleg}</p>
        <TextInput
          data-autofocus
          required
          label={t.bewarenNaam}
          maxLength={200}
          value={naam}
          error={fout}
          onChange={({ currentTarget }) => setNaam(currentTarget.value)}
        />
      </div>
    </Venster>
  )
}
