import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ActieRij, listActies, slaActieOver } from '#contract/processen.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { useTabwaarde } from '#kit/tabwaarde.ts'
import { Venster } from '#kit/Venster.tsx'
import css from './Acties.module.css'
import { useActieTeksten } from './actieTeksten.ts'

/** Somebody takes it upon himself, and says why. */
export function Overslaan({ actie, onSluiten }: { actie: ActieRij; onSluiten: () => void }) {
  const t = useActieTeksten()
  const client = useQueryClient()
  const [reden, setReden, wisReden] = useTabwaarde(`overslaan.${actie.id}`, '')
  const [fout, setFout] = useState<string>()
  const [bezig, setBezig] = useState(false)
  const verstuur = async () => {
    if (reden.trim() === '') return setFout(t.redenNodig)
    setBezig(true)
    setFout(undefined)
    try {
      await call(slaActieOver, { params: { id: actie.id }, body: { reden } })
      wisReden()
      meld(t.overgeslagen)
      void ververs(client, listActies)
      onSluiten()
    } catch (error) {
      setFout(detailOf(error))
    } finally {
      setBezig(false)
    }
  }
  useSneltoets('mod+enter', t.overslaanKnop, () => !bezig && void verstuur())
  return (
    <Venster
      open
      titel={t.overslaanTitel}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleren}
          </Button>
          <Button loading={bezig} onClick={() => void verstuur()} rightSection={<Toets toets="mod+enter" />}>
            {t.overslaanKnop}
          </Button>
        </>
      }
    >
      <div className={css['velden']}>
        <p>
          <strong>{actie.naam}</strong> · {t.stap(actie.stap, actie.proces)}
        </p>
        <p>{t.overslaanUitleg}</p>
        <Textarea
          data-autofocus
          label={t.reden}
          required
          autosize
          minRows={3}
          maxLength={1000}
          value={reden}
          error={fout}
          onChange={({ currentTarget }) => setReden(currentTarget.value)}
        />
      </div>
    </Venster>
  )
}
