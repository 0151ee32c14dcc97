import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Venster } from '#kit/Venster.tsx'
import { useConceptTeksten } from './conceptTeksten.ts'

type Props = {
  titel: string
  label: string
  uitleg: string
  fout: string
  knop: string
  isVrij: (naam: string) => boolean
  onMaak: (naam: string) => void
  onSluiten: () => void
}

/** Asks the name of a new file in the draft, without its folder and ending. */
export function Bestandnaam({ titel, label, uitleg, fout, knop, isVrij, onMaak, onSluiten }: Props) {
  const t = useConceptTeksten()
  const [naam, setNaam] = useState('')
  const [mis, setMis] = useState(false)
  const maak = () => {
    if (/^[a-z0-9-]{1,60}$/.test(naam) && isVrij(naam)) onMaak(naam)
    else setMis(true)
  }
  return (
    <Venster
      open
      titel={titel}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleren}
          </Button>
          <Button onClick={maak}>{knop}</Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          maak()
        }}
      >
        <TextInput
          data-autofocus
          required
          label={label}
          description={uitleg}
          error={mis ? fout : undefined}
          value={naam}
          onChange={({ currentTarget }) => {
            setNaam(currentTarget.value)
            setMis(false)
          }}
        />
      </form>
    </Venster>
  )
}
