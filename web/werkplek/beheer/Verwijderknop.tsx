import { Button } from '@mantine/core'
import { useState } from 'react'
import { meld } from '#kit/melding.ts'
import { detailOf } from '#kit/probleem.ts'
import { Venster } from '#kit/Venster.tsx'
import { useBeheerTeksten } from './beheerTeksten.ts'

/** Removes what was never used, after asking; otherwise the server says that it can only be made inactive. */
export function Verwijderknop({
  naam,
  verwijder,
  onKlaar,
}: {
  naam: string
  verwijder: () => Promise<unknown>
  onKlaar: () => void
}) {
  const t = useBeheerTeksten()
  const [vraagt, setVraagt] = useState(false)
  const [bezig, setBezig] = useState(false)

  async function doe(): Promise<void> {
    setBezig(true)
    try {
      await verwijder()
      meld(t.verwijderd(naam))
      onKlaar()
    } catch (error) {
      meld(detailOf(error), { toon: 'fout' })
    } finally {
      setBezig(false)
      setVraagt(false)
    }
  }

  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setVraagt(true)}>
        {t.verwijderen}
      </Button>
      <Venster
        open={vraagt}
        titel={t.verwijderVraag(naam)}
        onSluiten={() => setVraagt(false)}
        acties={
          <>
            <Button variant="default" onClick={() => setVraagt(false)}>
              {t.annuleren}
            </Button>
            <Button color="red" loading={bezig} onClick={() => void doe()}>
              {t.verwijderen}
            </Button>
          </>
        }
      >
        <p>{t.verwijderUitleg}</p>
      </Venster>
    </>
  )
}
