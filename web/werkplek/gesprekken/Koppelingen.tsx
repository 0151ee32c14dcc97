import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { GesprekVraag, Koppeling } from '#contract/gesprekken.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { later } from '#kit/later.tsx'
import css from './Gesprek.module.css'
import { Veld } from './Gesprekscherm.tsx'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import { Koppelknop, koppeliconen } from './Koppelknop.tsx'
import type { Actie, Staat } from './staat.ts'

const Koppelmenu = later(
  () => import('./Koppelmenu.tsx').then((module) => module.Koppelmenu),
  () => <Koppelknop />,
)

/** What it is about: a home, a contract, an earlier contact or a case. Offered from what this klant has. */
export function Koppelingen({
  staat,
  doe,
  vraag,
  index,
}: {
  staat: Staat
  doe: (actie: Actie) => void
  vraag: GesprekVraag
  index: number
}) {
  const t = useGesprekTeksten()
  const [zaak, setZaak] = useState<string>()
  const koppel = (koppeling: Koppeling) => doe({ soort: 'koppel', sleutel: vraag.sleutel, koppeling })
  const addZaak = () => {
    const objectId = (zaak ?? '').trim()
    if (/^[\w.:/-]{1,100}$/.test(objectId)) koppel({ soort: 'zaak', objectId, omschrijving: objectId })
    setZaak(undefined)
  }
  const fouten = Object.entries(staat.fouten).filter(([name]) => name.startsWith(`vragen.${index}.koppelingen`))
  return (
    <Veld naam={`vragen.${index}.koppelingen`} fout={fouten[0]?.[1]}>
      <div className={css['chips']}>
        <span className={css['label']}>{t.koppelingen}</span>
        {vraag.koppelingen.map((each) => (
          <span key={`${each.soort}${each.objectId}`} className={css['chip']}>
            <Icoon naam={koppeliconen[each.soort]} maat={14} />
            <span>{each.omschrijving || each.objectId}</span>
            <ActionIcon
              variant="transparent"
              size={18}
              aria-label={t.ontkoppel(each.omschrijving || each.objectId)}
              onClick={() => doe({ soort: 'ontkoppel', sleutel: vraag.sleutel, koppeling: each })}
            >
              <Icoon naam="sluit" maat={12} />
            </ActionIcon>
          </span>
        ))}
        <Koppelmenu partijId={staat.partij?.id} onKies={koppel} onZaak={() => setZaak('')} />
      </div>
      {zaak !== undefined && (
        <div className={css['rij']}>
          <TextInput
            autoFocus
            aria-label={t.zaak}
            placeholder={t.zaak}
            value={zaak}
            onChange={({ currentTarget }) => setZaak(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
              event.preventDefault()
              addZaak()
            }}
          />
          <Button variant="default" onClick={addZaak}>
            {t.zaakErbij}
          </Button>
        </div>
      )}
    </Veld>
  )
}
