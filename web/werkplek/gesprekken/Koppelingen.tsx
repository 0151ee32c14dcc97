import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GesprekVraag, Koppeling } from '#contract/gesprekken.ts'
import { dagVan, dagwoord, postcode } from '#kit/format.ts'
import { Icoon, type IcoonNaam } from '#kit/Icoon.tsx'
import css from './Gesprek.module.css'
import { Veld } from './Gesprekscherm.tsx'
import { klantbeeldQuery } from './gesprekken.queries.ts'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import type { Actie, Staat } from './staat.ts'

const iconen: Record<Koppeling['soort'], IcoonNaam> = {
  eenheid: 'huis',
  overeenkomst: 'document',
  klantcontact: 'bericht',
  zaak: 'taak',
}

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
            <Icoon naam={iconen[each.soort]} maat={14} />
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
        <Menu position="bottom-start" width={300}>
          <Menu.Target>
            <Button variant="subtle" size="compact-xs" leftSection={<Icoon naam="koppeling" maat={14} />}>
              {t.koppel}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Aanbod partijId={staat.partij?.id} onKies={koppel} />
            <Menu.Divider />
            <Menu.Item leftSection={<Icoon naam="taak" maat={14} />} onClick={() => setZaak('')}>
              {t.zaakKnop}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
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

function Aanbod({ partijId, onKies }: { partijId: string | undefined; onKies: (koppeling: Koppeling) => void }) {
  const t = useGesprekTeksten()
  const { data } = useQuery({ ...klantbeeldQuery(partijId ?? ''), enabled: partijId !== undefined })
  if (!partijId) return <Menu.Label>{t.nietsTeKoppelen}</Menu.Label>
  const homes = (data?.wonen ?? []).flatMap(({ eenheid }) =>
    eenheid ? [{ id: eenheid.id, naam: `${eenheid.adres}, ${postcode(eenheid.postcode)} ${eenheid.woonplaats}` }] : [],
  )
  const contracts = (data?.wonen ?? []).map(({ id, nummer, eenheid }) => ({
    id,
    naam: eenheid ? `${nummer} · ${eenheid.adres}` : nummer,
  }))
  const earlier = (data?.tijdlijn.rijen ?? [])
    .filter((item) => item.soort === 'klantcontact')
    .slice(0, 6)
    .map((item) => ({ id: item.verwijzingId, naam: `${dagwoord(dagVan(item.moment))} · ${item.titel}` }))
  const groups = [
    { soort: 'eenheid' as const, naam: t.woningen, items: homes },
    { soort: 'overeenkomst' as const, naam: t.overeenkomsten, items: contracts },
    { soort: 'klantcontact' as const, naam: t.eerdereContacten, items: earlier },
  ]
  return groups
    .filter((group) => group.items.length > 0)
    .map(({ soort, naam, items }) => (
      <div key={soort}>
        <Menu.Label>{naam}</Menu.Label>
        {items.map((item) => (
          <Menu.Item
            key={item.id}
            leftSection={<Icoon naam={iconen[soort]} maat={14} />}
            onClick={() => onKies({ soort, objectId: item.id, omschrijving: item.naam.slice(0, 300) })}
          >
            {item.naam}
          </Menu.Item>
        ))}
      </div>
    ))
}
