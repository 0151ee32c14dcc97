import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ProcesVersie } from '#contract/procesbeheer.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { meld } from '#kit/melding.ts'
import { useSneltoets } from '#kit/sneltoetsen.ts'
import { Toets } from '#kit/Toets.tsx'
import { Venster } from '#kit/Venster.tsx'
import { useVerlaatwacht } from '#kit/Verlaatwacht.tsx'
import { type Concept, ConceptContext, useConceptstaat } from '../concept.ts'
import css from './Conceptkader.module.css'
import { useConceptTeksten } from './conceptTeksten.ts'
import { useNieuwConcept } from './nieuwConcept.ts'

type Props = {
  versie: ProcesVersie
  /** @param bewerkt the version with what was changed and is not kept yet */
  children: (bewerkt: ProcesVersie) => ReactNode
}

/** Around the sheets of one version: holds what was changed in its files, keeps it, and never lets it get lost unasked. */
export function Conceptkader({ versie, children }: Props) {
  const t = useConceptTeksten()
  const concept = useConceptstaat(versie)
  const wacht = useVerlaatwacht(concept.gewijzigd, concept.herstel, (van, naar) => van !== naar)
  const bewaar = async () => {
    if ((await concept.bewaar()) && concept.gewijzigd) meld(t.bewaard)
  }
  useSneltoets('mod+s', t.bewaren, () => void bewaar(), concept.magBewerken)
  return (
    <ConceptContext value={concept}>
      {children({ ...versie, bestanden: concept.bestanden })}
      {concept.gewijzigd && (
        <div className={css['balk']}>
          {concept.botsingen.map((pad) => (
            <Botsing key={pad} concept={concept} pad={pad} />
          ))}
          {concept.magBewerken ? <Bewaarregel concept={concept} bewaar={bewaar} /> : <Vast concept={concept} />}
          {concept.fout && (
            <p role="alert" className={css['fout']}>
              <Icoon naam="let_op" maat={14} /> {concept.fout}
            </p>
          )}
        </div>
      )}
      {wacht.vraag}
    </ConceptContext>
  )
}

function Bewaarregel({ concept, bewaar }: { concept: Concept; bewaar: () => Promise<void> }) {
  const t = useConceptTeksten()
  return (
    <div className={css['regel']}>
      <p>
        {t.nietBewaard(concept.paden.length)} <strong>{concept.paden.join(', ')}</strong>
      </p>
      <span className={css['knoppen']}>
        <Weggooien concept={concept} />
        <Button
          size="xs"
          loading={concept.bezig}
          disabled={concept.botsingen.length > 0}
          rightSection={<Toets toets="mod+s" />}
          onClick={() => void bewaar()}
        >
          {t.bewaren}
        </Button>
      </span>
    </div>
  )
}

/** It was published while somebody worked on it: his work goes on in a new draft. */
function Vast({ concept }: { concept: Concept }) {
  const t = useConceptTeksten()
  const maak = useNieuwConcept(concept.versie.proces, t.gemaakt, concept.herstel)
  return (
    <div className={css['regel']}>
      <p role="alert">{t.vast}</p>
      <span className={css['knoppen']}>
        <Weggooien concept={concept} />
        <Button size="xs" loading={maak.isPending} onClick={() => maak.mutate(concept.bestanden)}>
          {t.nieuwConcept}
        </Button>
      </span>
    </div>
  )
}

function Botsing({ concept, pad }: { concept: Concept; pad: string }) {
  const t = useConceptTeksten()
  return (
    <div className={css['regel']} role="alert">
      <p>
        <Icoon naam="let_op" maat={14} /> <strong>{pad}</strong>: {t.botst}
      </p>
      <span className={css['knoppen']}>
        <Button size="xs" variant="default" onClick={() => concept.herstel(pad)}>
          {t.hunne}
        </Button>
        <Button size="xs" variant="default" onClick={() => concept.houdMijn(pad)}>
          {t.mijn}
        </Button>
      </span>
    </div>
  )
}

function Weggooien({ concept }: { concept: Concept }) {
  const t = useConceptTeksten()
  const [vraagt, setVraagt] = useState(false)
  const sluit = () => setVraagt(false)
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setVraagt(true)}>
        {t.ongedaan}
      </Button>
      <Venster
        open={vraagt}
        titel={t.ongedaanTitel}
        onSluiten={sluit}
        acties={
          <>
            <Button variant="default" data-autofocus onClick={sluit}>
              {t.annuleren}
            </Button>
            <Button
              color="red"
              onClick={() => {
                sluit()
                concept.herstel()
              }}
            >
              {t.ongedaan}
            </Button>
          </>
        }
      >
        <p>{t.ongedaanTekst(concept.paden.join(', '))}</p>
      </Venster>
    </>
  )
}
