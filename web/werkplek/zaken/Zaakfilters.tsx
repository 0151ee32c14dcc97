import { Button, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Icoon } from '#kit/Icoon.tsx'
import { Zoekveld } from '#kit/Zoekveld.tsx'
import type { ZaakKeuze } from './routes.tsx'
import css from './Zaken.module.css'
import { teamsQuery, zaakstappenQuery, zaaktypenQuery } from './zaken.queries.ts'
import { useZakenTeksten } from './zakenTeksten.ts'

type Props = { keuze: ZaakKeuze; onWijzig: (next: Partial<ZaakKeuze>) => void }

/** What of the list is shown; in the address, so that it survives a reload. */
export function Zaakfilters({ keuze, onWijzig }: Props) {
  const { filter: t, zoek, wachtOp } = useZakenTeksten()
  const zaaktypen = useQuery(zaaktypenQuery).data?.rijen ?? []
  const teams = (useQuery(teamsQuery).data?.rijen ?? []).filter((team) => team.actief)
  // Of one kind there is nothing to choose, and its steps are the steps.
  const zaaktype = keuze.zaaktype ?? (zaaktypen.length === 1 ? zaaktypen[0]?.code : undefined) ?? ''
  const stappen = useQuery({ ...zaakstappenQuery(zaaktype), enabled: zaaktype !== '' }).data?.rijen ?? []
  const lopend = keuze.status !== 'gesloten'
  const wis = { w: 138, clearable: true, clearButtonProps: { 'aria-label': t.wis } }
  return (
    <search className={css['filters']}>
      <SegmentedControl
        aria-label={t.status}
        value={keuze.status ?? ''}
        onChange={(next) => onWijzig({ status: next === 'gesloten' ? 'gesloten' : undefined })}
        data={[
          { value: '', label: t.lopend },
          { value: 'gesloten', label: t.gesloten },
        ]}
      />
      {lopend && (
        <SegmentedControl
          aria-label={t.termijn}
          value={keuze.termijn ?? ''}
          onChange={(next) => onWijzig({ termijn: (next || undefined) as ZaakKeuze['termijn'] })}
          data={[
            { value: '', label: t.alle },
            { value: 'te-laat', label: t.teLaat },
            { value: 'vandaag', label: t.vandaag },
            { value: 'nadert', label: t.nadert },
          ]}
        />
      )}
      <Button
        variant={keuze.mijn ? 'filled' : 'default'}
        aria-pressed={keuze.mijn === true}
        leftSection={<Icoon naam="persoon" maat={14} />}
        onClick={() => onWijzig({ mijn: keuze.mijn ? undefined : true })}
      >
        {t.mijn}
      </Button>
      {zaaktypen.length > 1 && (
        <Select
          aria-label={t.zaaktype}
          placeholder={t.alleZaaktypen}
          {...wis}
          data={zaaktypen.map(({ code, naam }) => ({ value: code, label: naam }))}
          value={keuze.zaaktype ?? null}
          onChange={(zaaktype) => onWijzig({ zaaktype: zaaktype ?? undefined, stap: undefined })}
        />
      )}
      {lopend && stappen.length > 0 && (
        <Select
          aria-label={t.stap}
          placeholder={t.alleStappen}
          searchable
          {...wis}
          w={190}
          data={stappen}
          value={keuze.stap ?? null}
          onChange={(stap) => onWijzig(stap ? { stap, zaaktype } : { stap: undefined })}
        />
      )}
      <Select
        aria-label={t.team}
        placeholder={t.alleTeams}
        searchable
        {...wis}
        data={teams.map(({ id, naam }) => ({ value: id, label: naam }))}
        value={keuze.team ?? null}
        onChange={(team) => onWijzig({ team: team ?? undefined })}
      />
      {lopend && (
        <Select
          aria-label={t.wachtOp}
          placeholder={t.maaktNietUit}
          {...wis}
          data={(['klant', 'derde'] as const).map((value) => ({ value, label: wachtOp[value] }))}
          value={keuze.wachtOp ?? null}
          onChange={(next) => onWijzig({ wachtOp: (next ?? undefined) as ZaakKeuze['wachtOp'] })}
        />
      )}
      <Zoekveld
        label={zoek}
        waarde={keuze.q ?? ''}
        onWijzig={(q) => onWijzig({ q: q || undefined })}
        className={css['zoek']}
      />
    </search>
  )
}
