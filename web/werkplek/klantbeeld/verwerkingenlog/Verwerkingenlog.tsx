import { Button, NativeSelect, NumberInput, Select } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { listMedewerkers } from '#contract/beheer.ts'
import { verwerkingActies, verwerkingenlog, verwerkingenlogExport } from '#contract/klantbeeld.ts'
import { call, urlOf } from '#kit/api.ts'
import { Datumfilter } from '#kit/DatumVeld.tsx'
import { Icoon } from '#kit/Icoon.tsx'
import { Paginatitel } from '#kit/Paginatitel.tsx'
import { houdVorige, lees } from '#kit/queries.ts'
import { FoutStaat, Laadskelet, LegeStaat } from '#kit/Staten.tsx'
import { useKlantbeeldTeksten } from '../klantbeeldTeksten.ts'
import { Ketenstatus } from './Ketenstatus.tsx'
import { Logtabel } from './Logtabel.tsx'
import css from './Verwerkingenlog.module.css'

const route = getRouteApi('/verwerkingenlog')
const aantal = 50

/** For the privacy-officer: who did what with whose data, and whether nobody touched the log. */
export function Verwerkingenlog() {
  const { log: t } = useKlantbeeldTeksten()
  const search = route.useSearch()
  const navigate = useNavigate()
  const { medewerker, ...overig } = search
  const query = { ...overig, ...(medewerker && { medewerkerId: medewerker }) }
  const lijst = useInfiniteQuery({
    queryKey: [verwerkingenlog.path, query],
    queryFn: ({ pageParam, signal }) =>
      call(verwerkingenlog, { query: { ...query, aantal, ...(pageParam && { na: pageParam }) }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.volgende,
    placeholderData: houdVorige,
    refetchOnWindowFocus: false,
  })
  const rijen = lijst.data?.pages.flatMap((page) => page.rijen) ?? []
  return (
    <>
      <Paginatitel titel={t.titel} onder={t.uitleg}>
        <Button
          component="a"
          variant="default"
          href={urlOf(verwerkingenlogExport, { query })}
          leftSection={<Icoon naam="download" maat={14} />}
        >
          {t.download}
        </Button>
      </Paginatitel>
      <Ketenstatus />
      <Filters />
      {lijst.error && rijen.length === 0 ? (
        <FoutStaat fout={lijst.error} opnieuw={() => void lijst.refetch()} />
      ) : lijst.isPending ? (
        <Laadskelet regels={8} />
      ) : rijen.length === 0 ? (
        <LegeStaat
          titel={t.leeg}
          icoon="zoek"
          actie={
            <Button variant="default" onClick={() => void navigate({ to: '/verwerkingenlog', search: {} })}>
              {t.wisKeuze}
            </Button>
          }
        />
      ) : (
        <Logtabel rijen={rijen} />
      )}
      {lijst.hasNextPage && (
        <div className={css['meer']}>
          <Button variant="default" loading={lijst.isFetchingNextPage} onClick={() => void lijst.fetchNextPage()}>
            {t.meer}
          </Button>
        </div>
      )}
    </>
  )
}

function Filters() {
  const { log: t } = useKlantbeeldTeksten()
  const search = route.useSearch()
  const navigate = useNavigate()
  const medewerkers = useQuery(lees(listMedewerkers, { query: { aantal: 100, inactief: 'true' } }))
  const kies = (keuze: object) =>
    void navigate({
      to: '/verwerkingenlog',
      search: (vorige: Record<string, unknown>) => ({ ...vorige, ...keuze }),
      replace: true,
    })
  return (
    <search className={css['filters']}>
      <Select
        label={t.medewerker}
        placeholder={t.iedereen}
        searchable
        clearable
        data={(medewerkers.data?.rijen ?? []).map(({ id, naam }) => ({ value: id, label: naam }))}
        value={search.medewerker ?? null}
        onChange={(medewerker) => kies({ medewerker: medewerker ?? undefined })}
      />
      <NumberInput
        label={t.contactnummer}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        value={search.contactnummer ?? ''}
        onChange={(waarde) => kies({ contactnummer: Number(waarde) || undefined })}
      />
      <NativeSelect
        label={t.actie}
        value={search.actie ?? ''}
        onChange={(event) => kies({ actie: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t.alleActies },
          ...verwerkingActies.map((actie) => ({ value: actie, label: t.acties[actie] })),
        ]}
      />
      <Datumfilter label={t.van} waarde={search.van} onKies={(van) => kies({ van })} />
      <Datumfilter label={t.tot} waarde={search.tot} onKies={(tot) => kies({ tot })} />
    </search>
  )
}
