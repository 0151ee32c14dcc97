import { Select, Table } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type Enqueteopmerking, type Enqueteresultaat, getEnquetes, laagsteGoedeScore } from '#contract/enquetes.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { getal, procent } from '#kit/format.ts'
import { useGebeurtenis } from '#kit/gebeurtenissen.ts'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { paden } from '#kit/paden.ts'
import { houdVorige, lees, ververs } from '#kit/queries.ts'
import { Lading, LegeStaat } from '#kit/Staten.tsx'
import { StatusBadge } from '#kit/StatusBadge.tsx'
import { Tijdstip } from '#kit/Tijdstip.tsx'
import css from './Enquetes.module.css'
import { useEnqueteTeksten } from './enqueteTeksten.ts'

const route = getRouteApi('/enquetes')
type Keuze = { zaaktype?: string | undefined; van?: string | undefined; tot?: string | undefined }

/** What klanten thought of it, per process, and what they wrote. */
export function Enquetes() {
  const t = useEnqueteTeksten()
  const client = useQueryClient()
  const navigate = useNavigate()
  const keuze: Keuze = route.useSearch()
  const kies = (next: Keuze) => void navigate({ to: '.', search: { ...keuze, ...next }, replace: true })
  // The list of processes stays whole when one of them is chosen.
  const alle = useQuery(lees(getEnquetes, { query: {} }))
  const query = useQuery({ ...lees(getEnquetes, { query: keuze }), placeholderData: houdVorige })
  useGebeurtenis(['enquete.*'], () => void ververs(client, getEnquetes))
  return (
    <div className={css['pagina']}>
      <Paginatitel titel={t.titel} onder={t.uitleg} />
      <div className={css['filters']}>
        <Select
          label={t.proces}
          data={[
            { value: '', label: t.alles },
            ...(alle.data?.processen ?? []).map(({ zaaktype, naam }) => ({ value: zaaktype, label: naam })),
          ]}
          value={keuze.zaaktype ?? ''}
          allowDeselect={false}
          onChange={(zaaktype) => kies({ zaaktype: zaaktype || undefined })}
        />
        <DatumVeld
          label={t.van}
          waarde={keuze.van ?? ''}
          onWijzig={(van) => kies({ van: van || undefined })}
          korteJaren
        />
        <DatumVeld
          label={t.tot}
          waarde={keuze.tot ?? ''}
          onWijzig={(tot) => kies({ tot: tot || undefined })}
          korteJaren
        />
      </div>
      <Lading query={query}>
        {({ processen, opmerkingen }) =>
          processen.length === 0 ? (
            <LegeStaat titel={t.leeg} icoon="ster">
              {t.leegUitleg}
            </LegeStaat>
          ) : (
            <>
              <Cijfers processen={processen} />
              <section>
                <h2>{t.opmerkingen}</h2>
                {opmerkingen.length === 0 ? <p>{t.geenOpmerkingen}</p> : <Opmerkingen rijen={opmerkingen} />}
              </section>
            </>
          )
        }
      </Lading>
    </div>
  )
}

function Cijfers({ processen }: { processen: Enqueteresultaat[] }) {
  const t = useEnqueteTeksten()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
    <section className={css['rol']} aria-label={t.titel} tabIndex={0}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.proces}</Table.Th>
            <Table.Th className={css['getal']}>{t.gemiddeld}</Table.Th>
            <Table.Th className={css['getal']}>{t.respons}</Table.Th>
            <Table.Th className={css['getal']}>{t.nietOpgelost}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {processen.map(({ zaaktype, naam, gemiddeld, beantwoord, uitgenodigd, nietOpgelost }) => (
            <Table.Tr key={zaaktype}>
              <Table.Th scope="row">{naam}</Table.Th>
              <Table.Td className={css['getal']}>{gemiddeld === null ? '–' : getal(gemiddeld)}</Table.Td>
              <Table.Td className={css['getal']}>
                {procent(beantwoord / uitgenodigd)} ({t.antwoorden(beantwoord, uitgenodigd)})
              </Table.Td>
              <Table.Td className={css['getal']}>{getal(nietOpgelost)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function Opmerkingen({ rijen }: { rijen: Enqueteopmerking[] }) {
  const t = useEnqueteTeksten()
  return (
    <ul className={css['lijst']}>
      {rijen.map(({ id, score, opgelost, opmerking, zaaktypeNaam, beantwoordOp, zaak }) => (
        <li key={id}>
          <div className={css['kop']}>
            <StatusBadge toon={score < laagsteGoedeScore ? 'fout' : 'goed'}>{t.cijfer(score)}</StatusBadge>
            {opgelost === false && <StatusBadge toon="fout">{t.onopgelost}</StatusBadge>}
            <span>{zaaktypeNaam}</span>
            {zaak && <Link to={paden.zaak(zaak.id)}>{zaak.nummer}</Link>}
            <Tijdstip moment={beantwoordOp} />
          </div>
          <p>{opmerking}</p>
        </li>
      ))}
    </ul>
  )
}
