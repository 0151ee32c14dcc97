import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import type { ProcesWacht, ZaakProces } from '#contract/processen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useIk } from '#kit/ik.ts'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import { leesTabwaarde, wisTabwaarde } from '#kit/tabwaarde.ts'
import { leesbaar, toonVeld } from '../waarde.ts'
import { conceptsleutel } from './stappenlijst.ts'
import css from './Voortgang.module.css'
import { useVoortgangTeksten } from './voortgangTeksten.ts'

/**
 * A colleague did the step while I was filling it in: says who, and shows what I had typed, to use elsewhere. Nothing
 * that was typed disappears with its field.
 */
export function GemisteStappen({ zaakId, proces }: { zaakId: string; proces: ZaakProces }) {
  const ik = useIk()
  const [vorige, setVorige] = useState(proces.wacht)
  const [gemist, setGemist] = useState<{ wacht: ProcesWacht; antwoorden: Record<string, unknown> }[]>([])
  if (vorige !== proces.wacht) {
    setVorige(proces.wacht)
    const weg = vorige.filter(({ id }) => !proces.wacht.some((each) => each.id === id))
    const nieuw = weg.flatMap((wacht) => {
      const antwoorden = leesTabwaarde<Record<string, unknown>>(ik.medewerker.id, conceptsleutel(wacht.id))
      return antwoorden && Object.keys(antwoorden).length > 0 ? [{ wacht, antwoorden }] : []
    })
    if (nieuw.length > 0) setGemist([...gemist, ...nieuw])
  }
  return gemist.map(({ wacht, antwoorden }) => (
    <Gemist
      key={`${zaakId}${wacht.id}`}
      wacht={wacht}
      antwoorden={antwoorden}
      stap={proces.stappen.findLast(({ element }) => element === wacht.element)}
      onSluiten={() => {
        wisTabwaarde(ik.medewerker.id, conceptsleutel(wacht.id))
        setGemist(gemist.filter((each) => each.wacht.id !== wacht.id))
      }}
    />
  ))
}

function Gemist({
  wacht,
  antwoorden,
  stap,
  onSluiten,
}: {
  wacht: ProcesWacht
  antwoorden: Record<string, unknown>
  stap: ZaakProces['stappen'][number] | undefined
  onSluiten: () => void
}) {
  const t = useVoortgangTeksten()
  const velden = wacht.formulier?.velden ?? []
  return (
    <div className={css['fout']} data-toon="let-op" role="alert">
      <Icoon naam="let_op" maat={14} />
      <div>
        <strong>{t.voorbij(wacht.naam)}</strong>
        {stap?.eindOp && (
          <p>
            {t.voorbijDoor(stap.door.naam)}, <Tijdstip moment={stap.eindOp} />
          </p>
        )}
        <p>{t.voorbijUitleg}</p>
        <dl className={css['waarden']}>
          {Object.entries(antwoorden).map(([naam, waarde]) => (
            <div key={naam}>
              <dt>{velden.find((veld) => veld.naam === naam)?.label ?? leesbaar(naam)}</dt>
              <dd>{toonVeld(naam, waarde, t)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <CloseButton aria-label={t.sluit} onClick={onSluiten} />
    </div>
  )
}
