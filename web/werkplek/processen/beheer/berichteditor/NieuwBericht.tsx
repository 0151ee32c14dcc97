import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { useConcept } from '../concept.ts'
import { Bestandnaam } from '../conceptkader/Bestandnaam.tsx'
import { useBerichteditorTeksten } from './berichtTeksten.ts'

/** An empty message in the draft. */
export function NieuwBericht() {
  const t = useBerichteditorTeksten()
  const { bestanden, magBewerken, zet } = useConcept()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  if (!magBewerken) return null
  const maak = async (naam: string) => {
    const pad = `berichten/${naam}.md`
    zet(pad, `---\nonderwerp: ${t.nieuw}\n---\n${t.nieuwTekst}\n`)
    setOpen(false)
    await navigate({ to: '.', search: (was: Record<string, unknown>) => ({ ...was, stuk: pad }) })
  }
  return (
    <>
      <Button size="xs" variant="default" leftSection={<Icoon naam="plus" maat={14} />} onClick={() => setOpen(true)}>
        {t.nieuw}
      </Button>
      {open && (
        <Bestandnaam
          titel={t.nieuwTitel}
          label={t.nieuwNaam}
          uitleg={t.nieuwUitleg}
          fout={t.nieuwFout}
          knop={t.nieuwKnop}
          isVrij={(naam) => bestanden[`berichten/${naam}.md`] === undefined}
          onMaak={(naam) => void maak(naam)}
          onSluiten={() => setOpen(false)}
        />
      )}
    </>
  )
}
