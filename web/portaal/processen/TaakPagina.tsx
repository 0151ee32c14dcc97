import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { getPortaalTaak, type PortaalTaak } from '#contract/portaal/processen.ts'
import { ApiProblem } from '#kit/probleem.ts'
import { lees } from '#kit/queries.ts'
import { haalRekenkern } from '../formulier/useRekenkern.ts'
import { type Antwoorden, CONTROLE, Vragenlijst } from '../formulier/Vragenlijst.tsx'
import { metNamens, useNamens } from '../namens.ts'
import { Button } from '../nlds/Button.tsx'
import { Fout, Lading, Skelet } from '../nlds/Lading.tsx'
import { Pagina } from '../nlds/Pagina.tsx'
import { Paragraph } from '../nlds/Tekst.tsx'
import { apparaat } from '../offline/apparaat.ts'
import { verstuurBestand, verstuurEenmaal } from '../offline/verzend.ts'
import { paden } from '../paden.ts'
import { eisTweedeStap } from './eisTweedeStap.ts'
import { useProcesTeksten } from './procesTeksten.ts'
import { type Uitkomst, Verstuurd } from './Verstuurd.tsx'

/** Something that a running zaak asks of the customer: choose a day, agree, send a document. */
export function TaakPagina() {
  const t = useProcesTeksten()
  const { zaakId = '', taakId = '' } = useParams({ strict: false }) as { zaakId?: string; taakId?: string }
  const namens = useNamens()
  useEffect(() => void haalRekenkern().catch(() => {}), [])
  const vast = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false } as const
  const taak = useQuery({ ...lees(getPortaalTaak, metNamens(namens, { params: { id: taakId } })), ...vast })
  const begonnen = useQuery({
    queryKey: ['lokale taak', taakId],
    queryFn: async () => (await (await apparaat()).haal<Antwoorden>('concept', `taak ${taakId}`)) ?? null,
    ...vast,
  })
  if (taak.error instanceof ApiProblem && [404, 409].includes(taak.error.status)) return <Voorbij zaakId={zaakId} />
  return (
    <Lading query={taak}>
      {(gegevens) =>
        begonnen.isPending ? (
          <Skelet />
        ) : gegevens.formulier ? (
          <Taakformulier taak={gegevens} begin={begonnen.data ?? gegevens.antwoorden} />
        ) : (
          <ZonderFormulier taak={gegevens} knop={t.voltooi} />
        )
      }
    </Lading>
  )
}

function Taakformulier({ taak, begin }: { taak: PortaalTaak; begin: Antwoorden }) {
  const t = useProcesTeksten()
  const { stap = '' } = useSearch({ strict: false }) as { stap?: string }
  const namens = useNamens()
  const navigate = useNavigate()
  const [antwoorden, setAntwoorden] = useState(begin)
  const { uitkomst, voorbij, voltooi } = useVoltooi(taak)
  if (voorbij) return <Voorbij zaakId={taak.zaakId} />
  if (uitkomst) return <Verstuurd naam={taak.titel} uitkomst={uitkomst} />
  if (!taak.formulier) return null
  const sleutel = `taak ${taak.id}`
  return (
    <Suspense fallback={<Skelet />}>
      <Vragenlijst
        naam={taak.titel}
        definitie={{ ...taak.formulier, ...(taak.formulier.verstuurtekst ? {} : { verstuurtekst: t.voltooi }) }}
        gegevens={taak.context}
        antwoorden={antwoorden}
        onWijzig={(nieuw) => {
          setAntwoorden(nieuw)
          void apparaat()
            .then((kluis) => kluis.bewaar('concept', sleutel, nieuw))
            .catch(() => {})
        }}
        stap={stap}
        naarStap={(volgende) =>
          void navigate({ to: '.', search: (nu: object) => ({ ...nu, stap: volgende }), resetScroll: true } as never)
        }
        terug={{ naam: t.zaak(taak.zaaknummer), ga: () => void navigate({ to: paden.zaak(taak.zaakId) } as never) }}
        woningen={[]}
        laadOp={(bestand) => verstuurBestand(bestand, namens)}
        verstuur={voltooi}
      />
    </Suspense>
  )
}

function ZonderFormulier({ taak, knop }: { taak: PortaalTaak; knop: string }) {
  const t = useProcesTeksten()
  const { uitkomst, voorbij, voltooi } = useVoltooi(taak)
  const [bezig, setBezig] = useState(false)
  const [fout, setFout] = useState<unknown>()
  if (voorbij) return <Voorbij zaakId={taak.zaakId} />
  if (uitkomst) return <Verstuurd naam={taak.titel} uitkomst={uitkomst} />
  return (
    <Pagina
      titel={taak.titel}
      onder={taak.zaakTitel}
      terug={{ naar: paden.zaak(taak.zaakId), naam: t.zaak(taak.zaaknummer) }}
    >
      <div className="stapel">
        {taak.uitleg && <Paragraph>{taak.uitleg}</Paragraph>}
        {fout !== undefined && <Fout fout={fout} />}
        <div>
          <Button
            purpose="primary"
            {...(bezig && { busy: true })}
            onClick={() => {
              setBezig(true)
              voltooi({})
                .catch(setFout)
                .finally(() => setBezig(false))
            }}
          >
            {knop}
          </Button>
        </div>
      </div>
    </Pagina>
  )
}

function Voorbij({ zaakId }: { zaakId: string }) {
  const t = useProcesTeksten()
  return (
    <Pagina titel={t.taakVoorbij} terug={{ naar: paden.zaak(zaakId), naam: t.bekijk }}>
      <Paragraph>{t.taakVoorbijUitleg}</Paragraph>
    </Pagina>
  )
}

function useVoltooi(taak: PortaalTaak) {
  const namens = useNamens()
  const client = useQueryClient()
  const [uitkomst, setUitkomst] = useState<Uitkomst>()
  const [voorbij, setVoorbij] = useState(false)
  async function voltooi(antwoorden: Antwoorden): Promise<void> {
    try {
      const klaar = await verstuurEenmaal<Exclude<Uitkomst, 'wacht'>>({
        titel: taak.titel,
        soort: 'taak',
        doel: taak.id,
        namens,
        body: { antwoorden },
      })
      setUitkomst('wacht' in klaar ? 'wacht' : klaar.antwoord)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'stap-voorbij') eisTweedeStap(error, `?stap=${CONTROLE}`)
      setVoorbij(true)
    }
    await (await apparaat()).wis('concept', `taak ${taak.id}`)
    void client.invalidateQueries({ refetchType: 'none' })
  }
  return { uitkomst, voorbij, voltooi }
}
