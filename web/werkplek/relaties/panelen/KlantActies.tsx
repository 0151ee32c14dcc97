import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Partij } from '#contract/relaties.ts'
import { useActie } from '#kit/acties.ts'
import { useRecht } from '#kit/ik.ts'
import { Keuzemenu } from '#kit/Keuzemenu.tsx'
import { later } from '#kit/later.tsx'
import { beeldQuery } from '../relaties.queries.ts'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import { kantVan, type Wat } from '../vensters/wat.ts'

const Wijzigvenster = later(() => import('../vensters/Wijzigvenster.tsx').then((module) => module.Wijzigvenster))

/** The menu on the klantbeeld with everything that one can change of a klant; the same in the search palette. */
export function KlantActies({ partijId }: { partijId: string }) {
  // The same read as the page itself: no second request.
  const { data } = useQuery(beeldQuery(partijId))
  return data && <Acties partij={data.partij} />
}

function Acties({ partij }: { partij: Partij }) {
  const t = useRelatieTeksten()
  const magWijzigen = useRecht('partij.schrijven') && !partij.samengevoegdIn
  const magSamenvoegen = useRecht('partij.samenvoegen') && !partij.samengevoegdIn
  const [wat, setWat] = useState<Wat>()
  const kant = kantVan(partij)
  useActie(
    { id: 'klant-wijzigen', naam: t.gegevensWijzigen, icoon: 'bewerk' },
    () => setWat({ soort: 'gegevens' }),
    magWijzigen,
  )
  useActie(
    { id: 'klant-telefoon', naam: t.telefoonToevoegen, icoon: 'telefoon' },
    () => setWat({ soort: 'digitaal' }),
    magWijzigen,
  )
  useActie({ id: 'klant-adres', naam: t.adresToevoegen, icoon: 'huis' }, () => setWat({ soort: 'adres' }), magWijzigen)
  useActie(
    { id: 'klant-samenvoegen', naam: t.samenvoegen, icoon: 'mensen' },
    () => setWat({ soort: 'samenvoegen' }),
    magSamenvoegen,
  )
  if (!magWijzigen && !magSamenvoegen) return null
  const keuze = (naam: string, next: Wat) => ({ naam, onKies: () => setWat(next) })
  return (
    <>
      <Keuzemenu
        naam={t.wijzigen}
        keuzes={[
          ...(magWijzigen
            ? [
                keuze(t.gegevensWijzigen, { soort: 'gegevens' }),
                keuze(t.telefoonToevoegen, { soort: 'digitaal' }),
                keuze(t.adresToevoegen, { soort: 'adres' }),
                keuze(kant === 'lid' ? t.lidToevoegen : t.rolToevoegen, { soort: 'rol', kant }),
                keuze(t.vertegenwoordigingToevoegen, { soort: 'vertegenwoordiging' }),
                keuze(t.signaleringToevoegen, { soort: 'signalering' }),
                keuze(t.rekeningToevoegen, { soort: 'rekening' }),
              ]
            : []),
          ...(magSamenvoegen ? [keuze(t.samenvoegen, { soort: 'samenvoegen' })] : []),
        ]}
      />
      {wat && <Wijzigvenster partij={partij} wat={wat} onSluiten={() => setWat(undefined)} />}
    </>
  )
}
