import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Icoon } from '#kit/Icoon.tsx'
import { useConcept } from '../concept.ts'
import { Bestandnaam } from '../conceptkader/Bestandnaam.tsx'
import { schrijfRuw } from './bewerkFormulier.ts'
import { useFormuliereditorTeksten } from './editorTeksten.ts'

/** An empty form in the draft. */
export function NieuwFormulier() {
  const t = useFormuliereditorTeksten()
  const { bestanden, magBewerken, zet } = useConcept()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  if (!magBewerken) return null
  const maak = async (naam: string) => {
    const pad = `formulieren/${naam}.json`
    zet(pad, schrijfRuw({ titel: t.nieuwFormulier, velden: [{ naam: 'vraag', soort: 'tekst', label: t.nieuweVraag }] }))
    setOpen(false)
    await navigate({ to: '.', search: (was: Record<string, unknown>) => ({ ...was, stuk: pad }) })
  }
  return (
    <>
      <Button size="xs" variant="default" leftSection={<Icoon naam="plus" maat={14} />} onClick={() => setOpen(true)}>
        {t.nieuwFormulier}
      </Button>
      {open && (
        <Bestandnaam
          titel={t.nieuwTitel}
          label={t.nieuwNaam}
          uitleg={t.nieuwUitleg}
          fout={t.nieuwFout}
          knop={t.nieuwKnop}
          isVrij={(naam) => bestanden[`formulieren/${naam}.json`] === undefined}
          onMaak={(naam) => void maak(naam)}
          onSluiten={() => setOpen(false)}
        />
      )}
    </>
  )
}
