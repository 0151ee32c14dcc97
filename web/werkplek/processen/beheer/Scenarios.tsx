import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { draaiScenario, type ProcesVersie, type ScenarioUitslag } from '#contract/procesbeheer.ts'
import { call } from '#kit/api.ts'
import { detailOf } from '#kit/probleem.ts'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import css from './Beheer.module.css'
import { useProcesbeheerTeksten } from './procesbeheerTeksten.ts'

/** The examples of this version, played now: does the process still do what it should? */
export function Scenarios({ versie }: { versie: ProcesVersie }) {
  const t = useProcesbeheerTeksten()
  const [uitslagen, setUitslagen] = useState<ScenarioUitslag[]>([])
  const bestanden = Object.keys(versie.bestanden).filter((pad) => pad.startsWith('scenarios/'))
  const heeft = bestanden.length > 0
  const draai = useMutation({
    mutationFn: async () => {
      setUitslagen([])
      for (const bestand of bestanden) {
        for (let nummer = 1, meer = true; meer; nummer++) {
          const antwoord = await call(draaiScenario, { params: { id: versie.id }, body: { bestand, nummer } })
          setUitslagen((eerdere) => [...eerdere, antwoord.uitslag])
          meer = antwoord.meer
        }
      }
    },
  })
  return (
    <section className={css['stuk']} aria-labelledby="scenarios">
      <h2 id="scenarios">{t.scenarios}</h2>
      <p className={css['zacht']}>{heeft ? t.scenariosUitleg : t.geenScenarios}</p>
      {heeft && (
        <Button variant="default" size="xs" loading={draai.isPending} onClick={() => draai.mutate()}>
          {t.proefdraaien}
        </Button>
      )}
      <div role="status">
        {draai.isError && <p className={css['celfout']}>{detailOf(draai.error)}</p>}
        <ul className={css['bevindingen']}>
          {uitslagen.map(({ bestand, naam, gelukt, verschillen, verloop }) => (
            <li key={`${bestand} ${naam}`} data-ernst={gelukt ? 'goed' : 'fout'}>
              <StatusBadge toon={gelukt ? 'goed' : 'fout'}>{gelukt ? t.gelukt : t.mislukt}</StatusBadge>
              <div>
                <p>
                  <strong>{naam}</strong> <span className={css['zacht']}>{bestand}</span>
                </p>
                {verschillen.map((verschil) => (
                  <p key={verschil}>{verschil}</p>
                ))}
                {verloop.length > 0 && (
                  <details>
                    <summary>{t.verloop}</summary>
                    <ol>
                      {verloop.map(({ element, naam: stap, wat, op }) => (
                        <li key={`${element}${op}${wat}`}>
                          <Tijdstip moment={op} /> · {stap || element}: {wat}
                        </li>
                      ))}
                    </ol>
                  </details>
                )}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
