import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Koppeling } from '#contract/gesprekken.ts'
import { dagVan, dagwoord, postcode } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { klantbeeldQuery } from './gesprekken.queries.ts'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import { Koppelknop, koppeliconen } from './Koppelknop.tsx'

type Props = {
  partijId: string | undefined
  onKies: (koppeling: Koppeling) => void
  onZaak: () => void
}

/** What this klant has that a question can be about; a case of another system is typed. */
export function Koppelmenu({ partijId, onKies, onZaak }: Props) {
  const t = useGesprekTeksten()
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Koppelknop />
      </Menu.Target>
      <Menu.Dropdown>
        <Aanbod partijId={partijId} onKies={onKies} />
        <Menu.Divider />
        <Menu.Item leftSection={<Icoon naam="taak" maat={14} />} onClick={onZaak}>
          {t.zaakKnop}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Aanbod({ partijId, onKies }: Omit<Props, 'onZaak'>) {
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
            leftSection={<Icoon naam={koppeliconen[soort]} maat={14} />}
            onClick={() => onKies({ soort, objectId: item.id, omschrijving: item.naam.slice(0, 300) })}
          >
            {item.naam}
          </Menu.Item>
        ))}
      </div>
    ))
}
