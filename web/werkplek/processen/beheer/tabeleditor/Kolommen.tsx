import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseFeel } from '#contract/regels/feel/feel.ts'
import { Icoon } from '#kit/Icoon.tsx'
import type { Vertaal } from '../../schema/vertaal.ts'
import { namenVoor } from './invoer.ts'
import { grondsoorten } from './modeler.ts'
import { gegevensVoor, hernoem, naamVan, voegGegevenToe, zetGebruik } from './samenhang.ts'
import css from './Tabeleditor.module.css'
import { verplaatsKolom, verwijderKolom, voegKolomToe, wijzigKolom, zetTrefbeleid } from './tabelacties.ts'
import { useTabeleditorTeksten } from './tabeleditorTeksten.ts'
import type { Kolomstand, Tabelstand } from './tabelstand.ts'
import type { Tabelmodeler } from './useTabelmodeler.ts'

const trefbeleiden = {
  UNIQUE: 'Unique',
  FIRST: 'First',
  ANY: 'Any (hit policy)',
  PRIORITY: 'Priority',
  COLLECT: 'Collect',
  'COLLECT SUM': 'Collect (Sum)',
  'COLLECT MIN': 'Collect (Min)',
  'COLLECT MAX': 'Collect (Max)',
  'COLLECT COUNT': 'Collect (Count)',
  'RULE ORDER': 'Rule order',
  'OUTPUT ORDER': 'Output order',
}

type Props = { tabel: Tabelmodeler; stand: Tabelstand | undefined; beslissing: string; vertaal: Vertaal }

/** What the table judges and what it gives: columns, types, allowed values, and the data that it may use. */
export function Kolommen({ tabel, stand, beslissing, vertaal }: Props) {
  const t = useTabeleditorTeksten()
  const definities = tabel.modeler.getDefinitions()
  const namen = namenVoor(definities, beslissing)
  return (
    <div className={css['kolommen']}>
      <TextInput
        label={vertaal('Decision name')}
        className={css['beleid']}
        value={naamVan(definities, beslissing)}
        onChange={({ currentTarget }) => hernoem(tabel.weergave, definities, beslissing, currentTarget.value)}
      />
      {stand ? (
        <>
          <NativeSelect
            label={t.trefbeleid}
            className={css['beleid']}
            value={stand.trefbeleid}
            data={Object.entries(trefbeleiden).map(([value, label]) => ({ value, label: vertaal(label) }))}
            onChange={({ currentTarget }) => zetTrefbeleid(tabel.weergave, currentTarget.value)}
          />
          {(['invoer', 'uitvoer'] as const).map((soort) => (
            <section key={soort} aria-label={soort === 'invoer' ? t.invoer : t.uitkomst}>
              <h3>{soort === 'invoer' ? t.invoer : t.uitkomst}</h3>
              {stand[soort].map((kolom, plek) => (
                <Kolomvelden
                  key={kolom.id}
                  tabel={tabel}
                  kolom={kolom}
                  nummer={plek + 1}
                  aantal={stand[soort].length}
                  isInvoer={soort === 'invoer'}
                  namen={namen}
                  vertaal={vertaal}
                />
              ))}
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<Icoon naam="plus" maat={12} />}
                onClick={() => voegKolomToe(tabel.weergave, soort)}
              >
                {soort === 'invoer' ? t.invoerErbij : t.uitkomstErbij}
              </Button>
            </section>
          ))}
        </>
      ) : (
        <p>{t.geenKolommen}</p>
      )}
      <Gegevens tabel={tabel} beslissing={beslissing} vertaal={vertaal} />
    </div>
  )
}

type Kolomprops = {
  tabel: Tabelmodeler
  kolom: Kolomstand
  nummer: number
  aantal: number
  isInvoer: boolean
  namen: string[]
  vertaal: Vertaal
}

function Kolomvelden({ tabel, kolom, nummer, aantal, isInvoer, namen, vertaal }: Kolomprops) {
  const t = useTabeleditorTeksten()
  const naam = kolom.label || kolom.expressie || String(nummer)
  const zet = (deel: keyof Kolomstand) => (event: { currentTarget: { value: string } }) =>
    wijzigKolom(tabel.weergave, kolom.id, deel, event.currentTarget.value)
  const foutIn = (tekst: string, soort: 'expressie' | 'test', bekend: string[]) =>
    tekst ? parseFeel(tekst, { soort, namen: bekend }).fouten[0]?.melding : undefined
  return (
    <fieldset className={css['kolom']}>
      <legend>{t.kolom(nummer, naam)}</legend>
      <TextInput label={t.opschrift} value={kolom.label} onChange={zet('label')} />
      <TextInput
        label={isInvoer ? t.expressie : t.uitkomstnaam}
        value={kolom.expressie}
        error={isInvoer && foutIn(kolom.expressie, 'expressie', namen)}
        onChange={zet('expressie')}
      />
      <Soortkeuze soort={kolom.soort} vertaal={vertaal} onKies={zet('soort')} />
      <TextInput
        label={t.waarden}
        description={t.waardenUitleg}
        value={kolom.waarden}
        error={foutIn(kolom.waarden, 'test', [])}
        onChange={zet('waarden')}
      />
      {!isInvoer && (
        <TextInput
          label={t.standaard}
          value={kolom.standaard}
          error={foutIn(kolom.standaard, 'expressie', namen)}
          onChange={zet('standaard')}
        />
      )}
      <span className={css['knoppen']}>
        <ActionIcon
          variant="default"
          disabled={nummer === 1}
          aria-label={t.naarLinks(naam)}
          onClick={() => verplaatsKolom(tabel.weergave, kolom.id, -1)}
        >
          <Icoon naam="pijl_links" maat={12} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          disabled={nummer === aantal}
          aria-label={t.naarRechts(naam)}
          onClick={() => verplaatsKolom(tabel.weergave, kolom.id, 1)}
        >
          <Icoon naam="pijl_rechts" maat={12} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          disabled={!isInvoer && aantal === 1}
          aria-label={t.kolomWeg(naam)}
          onClick={() => verwijderKolom(tabel.weergave, kolom.id)}
        >
          <Icoon naam="prullenbak" maat={12} />
        </ActionIcon>
      </span>
    </fieldset>
  )
}

type Soortprops = { soort: string; vertaal: Vertaal; onKies: (event: { currentTarget: { value: string } }) => void }

function Soortkeuze({ soort, vertaal, onKies }: Soortprops) {
  const t = useTabeleditorTeksten()
  // A file may have types of its own.
  const soorten = grondsoorten.includes(soort) || !soort ? grondsoorten : [soort, ...grondsoorten]
  return (
    <NativeSelect
      label={t.soort}
      value={soort || 'Any'}
      data={soorten.map((value) => ({ value, label: vertaal(value) }))}
      onChange={onKies}
    />
  )
}

function Gegevens({ tabel, beslissing, vertaal }: Omit<Props, 'stand'>) {
  const t = useTabeleditorTeksten()
  const definities = tabel.modeler.getDefinitions()
  const gegevens = gegevensVoor(definities, beslissing)
  const [naam, setNaam] = useState('')
  const [soort, setSoort] = useState('string')
  const [fout, setFout] = useState<string>()
  return (
    <section aria-label={t.gegevens}>
      <h3>{t.gegevens}</h3>
      <p className={css['zacht']}>{t.gegevensUitleg}</p>
      <div className={css['gegevens']}>
        {gegevens.map((gegeven) => (
          <Checkbox
            key={gegeven.id}
            label={gegeven.label === gegeven.naam ? gegeven.naam : `${gegeven.label} (${gegeven.naam})`}
            checked={gegeven.gebruikt}
            onChange={({ currentTarget }) =>
              zetGebruik(tabel.weergave, definities, beslissing, gegeven.id, currentTarget.checked)
            }
          />
        ))}
      </div>
      <form
        noValidate
        className={css['kolom']}
        onSubmit={(event) => {
          event.preventDefault()
          if (!/^[a-z][A-Za-z0-9]*$/.test(naam)) return setFout(t.naamFout)
          if (gegevens.some((gegeven) => gegeven.naam === naam)) return setFout(t.naamBestaat)
          setFout(undefined)
          setNaam('')
          voegGegevenToe(tabel.weergave, definities, beslissing, { naam, soort })
        }}
      >
        <TextInput
          label={t.nieuwGegeven}
          description={t.nieuwGegevenUitleg}
          value={naam}
          error={fout}
          onChange={({ currentTarget }) => setNaam(currentTarget.value)}
        />
        <Soortkeuze soort={soort} vertaal={vertaal} onKies={({ currentTarget }) => setSoort(currentTarget.value)} />
        <Button type="submit" size="compact-sm" variant="default">
          {t.toevoegen}
        </Button>
      </form>
    </section>
  )
}
