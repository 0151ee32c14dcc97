import { Button } from '@mantine/core'
import { Icoon } from '#kit/Icoon.tsx'
import { useConcept } from '../concept.ts'
import css from './Conceptkader.module.css'
import { useConceptTeksten } from './conceptTeksten.ts'
import { useNieuwConcept } from './nieuwConcept.ts'

/** Above an editor of a version that does not change any more: why, and how to go on. Nothing for a draft. */
export function AlleenLezen() {
  const t = useConceptTeksten()
  const { versie, magBewerken } = useConcept()
  const maak = useNieuwConcept(versie.proces, t.gemaakt)
  if (magBewerken) return null
  return (
    <p className={css['lezen']}>
      <Icoon naam="info" maat={14} /> {t.alleenLezen}
      <Button variant="default" size="xs" loading={maak.isPending} onClick={() => maak.mutate(versie.bestanden)}>
        {t.nieuw}
      </Button>
    </p>
  )
}
