import { Alert, Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { klantbeeld } from '#contract/klantbeeld.ts'
import { leesPartij, type Partij, type PartijKort } from '#contract/relaties.ts'
import { lijstSamenvoegingen, voegSamen } from '#contract/samenvoegen.ts'
import { call } from '#kit/api.ts'
import { meld } from '#kit/melding.ts'
import { PartijKiezer } from '#kit/PartijKiezer.tsx'
import { paden } from '#kit/paden.ts'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { ververs } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { Venster } from '#kit/Venster.tsx'
import { partijQuery } from '../relaties.queries.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import css from './Samenvoegen.module.css'
import { useOngedaan } from './useOngedaan.ts'
import { vergelijk } from './vergelijk.ts'

/** Merges a double klant into the one that stays: side by side first, and a way back after. */
export function SamenvoegVenster({ partij, onSluiten }: { partij: Partij; onSluiten: () => void }) {
  const t = useRelatieTeksten()
  const navigate = useNavigate()
  const client = useQueryClient()
  const ongedaan = useOngedaan()
  const [ander, setAnder] = useState<PartijKort | null>(null)
  const [gewisseld, setGewisseld] = useState(false)
  const [bevestigd, setBevestigd] = useState(false)
  const andere = useQuery({ ...partijQuery(ander?.id ?? ''), enabled: ander !== null })
  const [blijft, vervalt] = gewisseld ? [andere.data, partij] : [partij, andere.data]

  const samen = useMutation({
    mutationFn: async () => {
      if (!blijft || !vervalt) return
      return await call(voegSamen, { params: { id: blijft.id }, body: { bronId: vervalt.id, bevestigd } })
    },
    onSuccess: (samenvoeging) => {
      if (!samenvoeging) return
      meld(t.samengevoegd(samenvoeging.bron.naam), {
        actie: { naam: t.terugdraaien, run: () => ongedaan.mutate(samenvoeging.id) },
      })
      void ververs(client, klantbeeld, leesPartij, lijstSamenvoegingen)
      onSluiten()
      void navigate({ to: paden.klant(samenvoeging.doel.id) })
    },
  })
  const { error } = samen
  const vraagtBevestiging = error instanceof ApiProblem && error.code === 'geboortedatum-verschilt'

  return (
    <Venster
      open
      breed
      titel={t.samenvoegTitel}
      onSluiten={onSluiten}
      acties={
        <>
          <Button variant="default" onClick={onSluiten}>
            {t.annuleren}
          </Button>
          <Button
            disabled={!blijft || !vervalt || (vraagtBevestiging && !bevestigd)}
            loading={samen.isPending}
            onClick={() => samen.mutate()}
          >
            {t.samenvoegKnop}
          </Button>
        </>
      }
    >
      <div className={css['venster']}>
        <p>{t.samenvoegUitleg}</p>
        <PartijKiezer
          label={t.samenvoegMet}
          soorten={[partij.soort]}
          behalveId={partij.id}
          gekozen={ander}
          onKies={(gekozen) => {
            setAnder(gekozen)
            setBevestigd(false)
            samen.reset()
          }}
        />
        {ander && (
          <Lading query={andere}>
            {() =>
              blijft && vervalt && <Naast blijft={blijft} vervalt={vervalt} onWissel={() => setGewisseld(!gewisseld)} />
            }
          </Lading>
        )}
        {error && (
          <Alert color={vraagtBevestiging ? 'yellow' : 'red'} role="alert">
            {detailOf(error)}
            {vraagtBevestiging && (
              <Checkbox
                mt="xs"
                size="xs"
                label={t.bevestigGeboren}
                checked={bevestigd}
                onChange={(event) => setBevestigd(event.currentTarget.checked)}
              />
            )}
          </Alert>
        )}
      </div>
    </Venster>
  )
}

function Naast({ blijft, vervalt, onWissel }: { blijft: Partij; vervalt: Partij; onWissel: () => void }) {
  const t = useRelatieTeksten()
  return (
    <div className={css['naast']}>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">
              {t.blijft}: {blijft.nummer}
            </th>
            <th scope="col">
              {t.vervalt}: {vervalt.nummer}
            </th>
          </tr>
        </thead>
        <tbody>
          {vergelijk(blijft, vervalt, t).map((regel) => (
            <tr key={regel.naam} data-verschilt={regel.verschilt || undefined}>
              <th scope="row">
                {regel.naam}
                {regel.verschilt && <span className={css['verschilt']}> {t.verschilt}</span>}
              </th>
              {[regel.blijft, regel.vervalt].map((waarden, kant) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two sides that never change place
                <td key={kant}>
                  {waarden.length === 0 ? t.leeg : waarden.map((waarde) => <div key={waarde}>{waarde}</div>)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button variant="subtle" size="compact-xs" onClick={onWissel}>
        {t.wissel}
      </Button>
    </div>
  )
}
