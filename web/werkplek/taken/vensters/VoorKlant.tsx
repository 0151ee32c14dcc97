import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { leesPartij } from '#contract/relaties.ts'
import { dagVan } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { useRecht } from '#kit/ik.ts'
import { PartijKiezer } from '#kit/PartijKiezer.tsx'
import { detailOf } from '#kit/probleem.ts'
import { lees } from '#kit/queries.ts'
import css from '../Taak.module.css'
import { useTakenTeksten } from '../takenTeksten.ts'

type Props = {
  partijId: string | null
  onKies: (partijId: string | null) => void
  onGetypt: (tekst: string) => void
  fout: string | undefined
}

/** Whom a new taak is for: found like anywhere else, shown with his address, and taken away again. */
export function VoorKlant({ partijId, onKies, onGetypt, fout }: Props) {
  const t = useTakenTeksten()
  const magZoeken = useRecht('zoeken')
  // Who chose or took away goes on where he was: the window itself starts at what must be done.
  const [hier, setHier] = useState(false)
  const { data, error } = useQuery({
    ...lees(leesPartij, { params: { id: partijId ?? '' } }),
    enabled: partijId !== null,
  })
  const kies = (next: string | null) => {
    setHier(true)
    onKies(next)
  }
  if (partijId === null) {
    if (!magZoeken) return null
    return (
      <PartijKiezer
        label={t.voorKlantVeld}
        verplicht={false}
        autoFocus={hier}
        gekozen={null}
        fout={fout}
        onGetypt={onGetypt}
        onKies={(partij) => partij && kies(partij.id)}
      />
    )
  }
  const vandaag = dagVan(new Date())
  const adres = data?.adressen.find(({ einddatum }) => einddatum === null || einddatum >= vandaag)?.weergave
  return (
    <div className={css['voor']}>
      <Icoon naam={data && data.soort !== 'persoon' ? 'mensen' : 'persoon'} maat={14} />
      <span className={css['voorwie']}>
        <span className="alleen-voorlezen">{t.kolom.klant}: </span>
        <strong>{data?.naam ?? '…'}</strong>
        {adres && <span className={css['zacht']}>{adres}</span>}
        {(fout ?? error) && (
          <span role="alert" className={css['fout']}>
            {fout ?? detailOf(error)}
          </span>
        )}
      </span>
      <CloseButton
        ref={(knop) => {
          if (hier) knop?.focus()
        }}
        aria-label={t.klantWeg(data?.naam ?? '')}
        onClick={() => kies(null)}
      />
    </div>
  )
}
