import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Reparaties as Gelezen, leesReparaties, type Reparatie } from '#contract/erp.ts'
import { dagVan, dagwoord } from '#kit/format.ts'
import { lees } from '#kit/queries.ts'
import { Lading } from '#kit/Staten.tsx'
import { StatusBadge, type Toon } from '#kit/StatusBadge.tsx'
import { useErpTeksten } from './erpTeksten.ts'
import css from './Reparaties.module.css'

/** What was and is being repaired in a home, from the ERP; nothing at all when there is no ERP. */
export function Reparaties({ eenheidId, kop: Kop = 'h3' }: { eenheidId: string; kop?: 'h2' | 'h3' }) {
  const t = useErpTeksten()
  const query = useQuery(lees(leesReparaties, { params: { id: eenheidId } }))
  if (query.data?.erp === 'uit') return null
  return (
    <section className={css['reparaties']}>
      <Kop>{t.reparaties}</Kop>
      <Lading query={query} regels={3}>
        {(gelezen) => <Lijst gelezen={gelezen} opnieuw={() => void query.refetch()} />}
      </Lading>
    </section>
  )
}

/** What runs is always in view; of the past only the latest. */
const eerst = 5

function Lijst({ gelezen, opnieuw }: { gelezen: Gelezen; opnieuw: () => void }) {
  const t = useErpTeksten()
  const [alle, setAlle] = useState(false)
  const { reparaties } = gelezen
  if (gelezen.erp === 'storing') {
    return (
      <p role="status">
        {t.nietTeLezen} <span className={css['zacht']}>{gelezen.melding}</span>{' '}
        <Button variant="default" size="compact-sm" onClick={opnieuw}>
          {t.opnieuw}
        </Button>
      </p>
    )
  }
  if (reparaties.length === 0) return <p className={css['zacht']}>{t.geen}</p>
  const lopend = reparaties.filter(({ loopt }) => loopt).length
  const zichtbaar = alle ? reparaties : reparaties.slice(0, Math.max(eerst, lopend))
  const verborgen = reparaties.length - zichtbaar.length
  return (
    <>
      {lopend > 0 && <p className={css['zacht']}>{t.loopt(lopend)}</p>}
      <ul className={css['lijst']}>
        {zichtbaar.map((each) => (
          <Regel key={each.id} reparatie={each} />
        ))}
      </ul>
      {verborgen > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAlle(true)}>
          {t.meer(verborgen)}
        </Button>
      )}
    </>
  )
}

function Regel({ reparatie: { omschrijving, nummer, gemeldOp, status, loopt } }: { reparatie: Reparatie }) {
  const t = useErpTeksten()
  const toon: Toon = loopt ? 'info' : status === 'GEA' ? 'neutraal' : 'goed'
  return (
    <li>
      <span className={css['wat']}>{omschrijving || nummer}</span>
      <span className={css['zacht']}>{gemeldOp && t.gemeld(dagwoord(dagVan(gemeldOp)))}</span>
      <StatusBadge toon={toon}>{(t.statussen as Record<string, string>)[status] ?? status}</StatusBadge>
    </li>
  )
}
