import { Alert, Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { listStoringen, type Storing } from '#contract/storingen.ts'
import { dagwoord, wanneer } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { paden } from '#kit/paden.ts'
import { lees, ververs } from '#kit/queries.ts'
import css from './Storingen.module.css'
import { Storingvenster } from './Storingvenster.tsx'
import { useStoringTeksten } from './storingTeksten.ts'

type Props = { partijId?: string | undefined; eenheidId?: string | undefined }

/** What is out of order where this klant lives: said before he asks. Nothing when all is well. */
export function Storingen(waar: Props) {
  const client = useQueryClient()
  const { data } = useQuery({
    ...lees(listStoringen, { query: waar }),
    enabled: waar.partijId !== undefined || waar.eenheidId !== undefined,
  })
  useGebeurtenis(['storing.gewijzigd'], () => void ververs(client, listStoringen))
  if (!data || data.rijen.length === 0) return null
  return (
    <div className={css['lijst']}>
      {data.rijen.map((storing) => (
        <Melding key={storing.id} storing={storing} />
      ))}
    </div>
  )
}

function Melding({ storing }: { storing: Storing }) {
  const t = useStoringTeksten()
  const magBijwerken = useRecht('storing.bijwerken')
  const magZaak = useRecht('zaak.lezen')
  const [open, setOpen] = useState(false)
  const { hoofdzaak, verwachtKlaarOp } = storing
  const feiten = [
    t.meldingen(storing.meldingen),
    t.sinds(wanneer(storing.begonnenOp)),
    hoofdzaak.statusNaam,
    ...(verwachtKlaarOp ? [t.verwacht(dagwoord(verwachtKlaarOp))] : []),
  ]
  return (
    <Alert color="yellow" role="status" p="xs" icon={<Icoon naam="let_op" />}>
      <div className={css['kop']}>
        <h2>{t.titel(storing.naam, storing.complex.naam)}</h2>
        {magZaak && <Link to={paden.zaak(hoofdzaak.id)}>{hoofdzaak.nummer}</Link>}
        {magBijwerken && (
          <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
            {t.bijwerken}
          </Button>
        )}
      </div>
      <p>{storing.tekst || t.zonderTekst}</p>
      <p>{feiten.join(' · ')}</p>
      {open && <Storingvenster storing={storing} onSluiten={() => setOpen(false)} />}
    </Alert>
  )
}
