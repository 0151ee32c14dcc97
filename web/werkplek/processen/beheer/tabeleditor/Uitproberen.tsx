import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Besluit, type ProcesVersie, probeerBeslissing } from '#contract/procesbeheer.ts'
import { call } from '#kit/api.ts'
import { DatumVeld } from '#kit/DatumVeld.tsx'
import { ApiProblem, detailOf } from '#kit/probleem.ts'
import { toonWaarde } from '../../waarde.ts'
import { type Invoernaam, invoerVan } from './invoer.ts'
import { leesProefwaarde } from './proefwaarde.ts'
import css from './Tabeleditor.module.css'
import { useTabeleditorTeksten } from './tabeleditorTeksten.ts'
import type { Tabelmodeler } from './useTabelmodeler.ts'

type Props = {
  versie: ProcesVersie
  tabel: Tabelmodeler
  beslissing: string
  /** The rules of this table that led to the outcome. */
  onRaak: (regels: number[]) => void
}

/** Fills in what the process would know, and says which rule hits with what outcome. */
export function Uitproberen({ versie, tabel, beslissing, onRaak }: Props) {
  const t = useTabeleditorTeksten()
  const [getypt, setGetypt] = useState<Record<string, string>>({})
  const [fouten, setFouten] = useState<Record<string, string>>({})
  const alle = invoerVan(tabel.modeler.getDefinitions(), beslissing)
  const velden = alle.filter(({ naam }) => naam !== 'instellingen')
  const probeer = useMutation({
    mutationFn: (invoer: Record<string, unknown>) =>
      call(probeerBeslissing, {
        params: { id: versie.id, beslissing },
        body: { invoer: invoer as never, regels: versie.bestanden['regels.dmn'] },
      }),
    onSuccess: ({ besluiten }) => onRaak(besluiten.at(-1)?.regels.map(({ nummer }) => nummer) ?? []),
    onError: () => onRaak([]),
  })
  const verstuur = () => {
    const gelezen = velden.map(({ naam, soort }) => ({ naam, ...leesProefwaarde(getypt[naam] ?? '', soort) }))
    const mis = gelezen.flatMap(({ naam, fout }) => (fout ? [[naam, t[fout]]] : []))
    setFouten(Object.fromEntries(mis))
    if (mis.length > 0) return
    probeer.mutate(
      Object.fromEntries(gelezen.flatMap(({ naam, waarde }) => (waarde === undefined ? [] : [[naam, waarde]]))),
    )
  }
  return (
    <form
      noValidate
      className={css['proef']}
      onSubmit={(event) => {
        event.preventDefault()
        verstuur()
      }}
    >
      <p className={css['zacht']}>
        {t.proberenUitleg} {alle.length > velden.length && t.instellingen}
      </p>
      <div className={css['kolom']}>
        {velden.map((veld) => (
          <Proefveld
            key={veld.naam}
            veld={veld}
            waarde={getypt[veld.naam] ?? ''}
            fout={fouten[veld.naam]}
            onWijzig={(waarde) => setGetypt((was) => ({ ...was, [veld.naam]: waarde }))}
          />
        ))}
      </div>
      <Button type="submit" size="xs" variant="default" loading={probeer.isPending} className={css['knop']}>
        {t.probeer}
      </Button>
      <div role="status" className={css['uitslag']}>
        {probeer.isError && <p className={css['fout']}>{redenVan(probeer.error)}</p>}
        {probeer.data?.besluiten.map((besluit) => (
          <Uitslag key={besluit.beslissing} besluit={besluit} />
        ))}
        {probeer.data && probeer.data.onbekend.length > 0 && (
          <p className={css['zacht']}>{t.nietIngevuld(probeer.data.onbekend.join(', '))}</p>
        )}
      </div>
    </form>
  )
}

type Veldprops = { veld: Invoernaam; waarde: string; fout: string | undefined; onWijzig: (waarde: string) => void }

function Proefveld({ veld: { naam, label, soort, uitleg }, waarde, fout, onWijzig }: Veldprops) {
  const t = useTabeleditorTeksten()
  const opschrift = label === naam ? naam : `${label} (${naam})`
  if (soort === 'date')
    return <DatumVeld label={opschrift} waarde={waarde || null} fout={fout} onWijzig={(next) => onWijzig(next ?? '')} />
  if (soort === 'boolean')
    return (
      <NativeSelect
        label={opschrift}
        description={uitleg}
        value={waarde}
        data={[
          { value: '', label: t.onbekend },
          { value: 'true', label: t.woorden.ja },
          { value: 'false', label: t.woorden.nee },
        ]}
        onChange={({ currentTarget }) => onWijzig(currentTarget.value)}
      />
    )
  return (
    <TextInput
      label={opschrift}
      description={[uitleg, soort === 'string' || soort === 'number' ? '' : t.alsFeel].filter(Boolean).join(' ')}
      inputMode={soort === 'number' ? 'decimal' : 'text'}
      value={waarde}
      error={fout}
      onChange={({ currentTarget }) => onWijzig(currentTarget.value)}
    />
  )
}

function Uitslag({ besluit: { naam, uitkomst, regels } }: { besluit: Besluit }) {
  const t = useTabeleditorTeksten()
  return (
    <dl>
      <dt>{naam}</dt>
      <dd>
        <strong>{toonWaarde(uitkomst, t.woorden)}</strong>
        {regels.map(({ nummer, opmerking }) => (
          <p key={nummer}>{[t.regel(nummer), opmerking].filter(Boolean).join(': ')}</p>
        ))}
      </dd>
    </dl>
  )
}

function redenVan(error: unknown): string {
  if (error instanceof ApiProblem && error.invalidParams.length > 0)
    return error.invalidParams.map(({ reason }) => reason).join(' ')
  return detailOf(error)
}
