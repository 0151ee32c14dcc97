import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import type { ResponseOf } from '#contract/endpoint.ts'
import { getPortaalStartformulier } from '#contract/portaal/processen.ts'
import { wanneer } from '#kit/format.ts'
import { nieuwId } from '#kit/id.ts'
import { lees } from '#kit/queries.ts'
import { haalRekenkern } from '../formulier/useRekenkern.ts'
import { CONTROLE, Vragenlijst } from '../formulier/Vragenlijst.tsx'
import { metNamens, useNamens } from '../namens.ts'
import { Button } from '../nlds/Button.tsx'
import { Lading, Skelet } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { verstuurBestand, verstuurEenmaal } from '../offline/verzend.ts'
import { paden } from '../paden.ts'
import { eisTweedeStap } from './eisTweedeStap.ts'
import { useProcesTeksten } from './procesTeksten.ts'
import { type Concept, leesLokaal, useConcept } from './useConcept.ts'
import { type Uitkomst, Verstuurd } from './Verstuurd.tsx'
import { Woningkeuze } from './Woningkeuze.tsx'

type Start = ResponseOf<typeof getPortaalStartformulier>

/** One thing to arrange, from the first question to who does what by when. */
export function ProcesPagina() {
  const { proces = '' } = useParams({ strict: false }) as { proces?: string }
  const { woning } = useSearch({ strict: false }) as { woning?: string }
  const namens = useNamens()
  useEffect(() => void haalRekenkern().catch(() => {}), [])
  // Nothing that is being filled in changes under one's hands.
  const vast = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false } as const
  const vraag = metNamens(namens, { params: { proces }, query: woning ? { overeenkomstId: woning } : {} })
  const start = useQuery({ ...lees(getPortaalStartformulier, vraag), ...vast })
  const lokaal = useQuery({
    queryKey: ['lokaal concept', proces, namens],
    queryFn: async () => (await leesLokaal(proces, namens)) ?? null,
    ...vast,
  })
  return (
    <Lading query={start}>
      {(gegevens) =>
        lokaal.isPending ? (
          <Skelet />
        ) : (
          <Regelen key={`${namens} ${gegevens.overeenkomstId}`} start={gegevens} lokaal={lokaal.data ?? undefined} />
        )
      }
    </Lading>
  )
}

function Regelen({ start, lokaal }: { start: Start; lokaal: Concept | undefined }) {
  const t = useProcesTeksten()
  const { stap = '', woning } = useSearch({ strict: false }) as { stap?: string; woning?: string }
  const namens = useNamens()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { proces, naam, formulier, woningen, overeenkomstId, antwoorden } = start
  const bewaard = useConcept(proces, namens, { overeenkomstId, antwoorden, bestaand: start.concept, lokaal })
  const { concept } = bewaard
  const [begonnen] = useState(() => concept.stap !== '' && stap === '')
  const [verder, setVerder] = useState(false)
  const [uitkomst, setUitkomst] = useState<Uitkomst>()

  const ga = (zoek: { stap?: string | undefined; woning?: string }, vervang = false) =>
    void navigate({
      to: '.',
      search: (nu: Record<string, unknown>) => ({ ...nu, ...zoek }),
      replace: vervang,
      resetScroll: true,
    } as never)

  if (uitkomst) return <Verstuurd naam={naam} uitkomst={uitkomst} />
  if (!formulier) {
    return (
      <Pagina titel={t.geenFormulier} terug={{ naar: paden.regelen, naam: t.regelen }}>
        <Paragraph>{t.geenFormulierUitleg}</Paragraph>
      </Pagina>
    )
  }
  if (begonnen && !verder) {
    const laatst = start.concept?.gewijzigdOp
    return (
      <Pagina
        titel={t.alBegonnen}
        onder={laatst ? t.alBegonnenUitleg(wanneer(laatst)) : naam}
        terug={{ naar: paden.regelen, naam: t.regelen }}
      >
        <div className="stapel">
          <div className="rij">
            <Button
              purpose="primary"
              onClick={() => {
                setVerder(true)
                ga({ stap: concept.stap }, true)
              }}
            >
              {t.verdergaan}
            </Button>
            <Button
              purpose="secondary"
              onClick={() => {
                void bewaard.wis()
                bewaard.zet({ id: nieuwId(), versie: 0, antwoorden, stap: '', overeenkomstId })
                setVerder(true)
              }}
            >
              {t.opnieuw}
            </Button>
          </div>
          <Paragraph>{t.opnieuwUitleg}</Paragraph>
        </div>
      </Pagina>
    )
  }
  if (woningen.length > 1 && !woning && concept.stap === '') {
    return <Woningkeuze naam={naam} woningen={woningen} onKies={(gekozen) => ga({ woning: gekozen })} />
  }
  return (
    <Suspense fallback={<Skelet />}>
      <Vragenlijst
        naam={naam}
        definitie={formulier}
        gegevens={start.context}
        antwoorden={concept.antwoorden}
        onWijzig={(nieuw) => bewaard.zet({ antwoorden: nieuw })}
        stap={stap}
        naarStap={(volgende) => {
          bewaard.zet({ stap: volgende })
          bewaard.stuur()
          ga({ stap: volgende })
        }}
        terug={{ naam: t.regelen, ga: () => void navigate({ to: paden.regelen } as never) }}
        woningen={woningen.flatMap(({ eenheidId, adres }) => (eenheidId ? [{ id: eenheidId, adres }] : []))}
        laadOp={(bestand) => verstuurBestand(bestand, namens)}
        bewaard={bewaard.stand === 'bewaard' ? undefined : t.nietBewaard}
        verstuur={async (gecontroleerd) => {
          const klaar = await verstuurEenmaal<Exclude<Uitkomst, 'wacht'>>({
            titel: naam,
            soort: 'proces',
            doel: proces,
            namens,
            body: {
              overeenkomstId: concept.overeenkomstId,
              antwoorden: gecontroleerd,
              conceptId: concept.versie > 0 ? concept.id : null,
            },
          }).catch((error) => eisTweedeStap(error, `?stap=${CONTROLE}`))
          await bewaard.vergeet()
          ga({ stap: undefined }, true)
          setUitkomst('wacht' in klaar ? 'wacht' : klaar.antwoord)
          void client.invalidateQueries({ refetchType: 'none' })
        }}
      />
    </Suspense>
  )
}
