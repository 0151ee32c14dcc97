import { ActionIcon, Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import type { Veldsoort } from '#contract/formulieren.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { delenVan, namenIn, type RuwFormulier, type RuwVeld, zetInDeel, zetSoort, zetVeld } from './bewerkFormulier.ts'
import { useFormuliereditorTeksten } from './editorTeksten.ts'
import { Feelveld } from './Feelveld.tsx'
import css from './Formuliereditor.module.css'
import { Optiesveld } from './Optiesveld.tsx'

type Props = {
  form: RuwFormulier
  plek: number
  /** By path: `velden.3.label`. */
  fouten: Readonly<Record<string, string>>
  lijsten: readonly string[]
  onWijzig: (form: RuwFormulier) => void
}

/** Everything that one can set of a field, by its kind. */
export function Veldeigenschappen({ form, plek, fouten, lijsten, onWijzig }: Props) {
  const t = useFormuliereditorTeksten()
  const veld = form.velden[plek] ?? {}
  const soort = String(veld['soort']) as Veldsoort
  const fout = (naam: string) => fouten[`velden.${plek}.${naam}`]
  const zet = (naam: string, waarde: unknown) => onWijzig(zetVeld(form, plek, naam, waarde))
  const tekst = (naam: string) => String(veld[naam] ?? '')
  const delen = delenVan(form)
  const veldnaam = tekst('naam')
  return (
    <section className={css['eigenschappen']} aria-label={t.eigenschappen(tekst('label') || veldnaam)}>
      <Textarea
        label={t.label}
        autosize
        minRows={1}
        maxLength={200}
        value={tekst('label')}
        error={fout('label')}
        onChange={({ currentTarget }) => zet('label', currentTarget.value.replace(/\n/g, ' '))}
      />
      <div className={css['tweetal']}>
        <Select
          label={t.soort}
          allowDeselect={false}
          data={Object.entries(t.soorten).map(([value, label]) => ({ value, label }))}
          value={soort in t.soorten ? soort : null}
          error={fout('soort')}
          onChange={(next) => next && onWijzig(zetSoort(form, plek, next as Veldsoort))}
        />
        <TextInput
          label={t.naam}
          classNames={{ input: css['code'] ?? '' }}
          spellCheck={false}
          value={veldnaam}
          error={fout('naam')}
          onChange={({ currentTarget }) => zet('naam', currentTarget.value.trim())}
        />
      </div>
      <p className={css['zacht']}>{t.naamUitleg}</p>
      <Textarea
        label={t.veldUitleg}
        autosize
        minRows={1}
        maxLength={1000}
        value={tekst('uitleg')}
        error={fout('uitleg')}
        onChange={({ currentTarget }) => zet('uitleg', currentTarget.value === '' ? undefined : currentTarget.value)}
      />
      {soort === 'informatie' ? (
        <Mededeling veld={veld} zet={zet} fout={fout} />
      ) : (
        <Verplicht veld={veld} zet={zet} fout={fout} />
      )}
      <Feelveld
        label={t.zichtbaar}
        waarde={veld['zichtbaar']}
        fout={fout('zichtbaar')}
        onWijzig={(waarde) => zet('zichtbaar', waarde)}
      />
      {soort !== 'informatie' && (
        <Feelveld
          label={t.standaard}
          waarde={veld['standaard']}
          fout={fout('standaard')}
          onWijzig={(waarde) => zet('standaard', waarde)}
        />
      )}
      <PerSoort soort={soort} veld={veld} zet={zet} fout={fout} />
      {(soort === 'keuze' || soort === 'meerkeuze') && (
        <Optiesveld
          pad={`velden.${plek}.opties`}
          waarde={veld['opties']}
          fouten={fouten}
          lijsten={lijsten}
          onWijzig={(waarde) => zet('opties', waarde)}
        />
      )}
      {soort !== 'informatie' && <Controles plek={plek} veld={veld} fouten={fouten} zet={zet} />}
      <div className={css['tweetal']}>
        <Select
          label={t.breedte}
          allowDeselect={false}
          data={(['heel', 'half'] as const).map((value) => ({ value, label: t.breedten[value] }))}
          value={tekst('breedte') || 'heel'}
          onChange={(next) => zet('breedte', next === 'heel' ? undefined : next)}
        />
        {delen && (
          <Select
            label={t.deel}
            allowDeselect={false}
            data={delen.map((deel, i) => ({ value: String(i), label: String(deel['titel'] ?? i + 1) }))}
            value={String(delen.findIndex((deel) => namenIn(deel).includes(veldnaam)))}
            onChange={(next) => next && onWijzig(zetInDeel(form, veldnaam, Number(next)))}
          />
        )}
      </div>
    </section>
  )
}

type Deel = {
  veld: RuwVeld
  zet: (naam: string, waarde: unknown) => void
  fout: (naam: string) => string | undefined
}

function Verplicht({ veld, zet, fout }: Deel) {
  const t = useFormuliereditorTeksten()
  const { verplicht } = veld
  const keuze = typeof verplicht === 'string' ? 'als' : verplicht === true ? 'ja' : 'nee'
  return (
    <>
      <Select
        label={t.verplicht}
        allowDeselect={false}
        data={(['nee', 'ja', 'als'] as const).map((value) => ({ value, label: t.verplichtKeuze[value] }))}
        value={keuze}
        onChange={(next) => zet('verplicht', next === 'als' ? 'true' : next === 'ja' ? true : undefined)}
      />
      {keuze === 'als' && (
        <Feelveld
          label={t.verplichtAls}
          waarde={verplicht}
          fout={fout('verplicht')}
          leegMag={false}
          onWijzig={(waarde) => zet('verplicht', waarde ?? '')}
        />
      )}
    </>
  )
}

function Mededeling({ veld, zet, fout }: Deel) {
  const t = useFormuliereditorTeksten()
  return (
    <>
      <Textarea
        label={t.tekst}
        autosize
        minRows={2}
        maxLength={4000}
        value={String(veld['tekst'] ?? '')}
        error={fout('tekst')}
        onChange={({ currentTarget }) => zet('tekst', currentTarget.value)}
      />
      <Select
        label={t.toon}
        allowDeselect={false}
        data={(['info', 'goed', 'let-op', 'fout'] as const).map((value) => ({ value, label: t.tonen[value] }))}
        value={String(veld['toon'] ?? 'info')}
        onChange={(next) => zet('toon', next === 'info' ? undefined : next)}
      />
      <Feelveld
        label={t.berekend}
        waarde={veld['berekend']}
        fout={fout('berekend')}
        onWijzig={(waarde) => zet('berekend', waarde)}
      />
    </>
  )
}

/** What one kind has and another has not: its bounds, mostly. */
function PerSoort({ soort, ...deel }: Deel & { soort: Veldsoort }) {
  const t = useFormuliereditorTeksten()
  const getallen: Partial<Record<Veldsoort, [naam: string, label: string][]>> = {
    tekst: [
      ['min', t.minTekens],
      ['max', t.maxTekens],
    ],
    tekstvak: [
      ['min', t.minTekens],
      ['max', t.maxTekens],
    ],
    getal: [
      ['min', t.min],
      ['max', t.max],
      ['decimalen', t.decimalen],
    ],
    bedrag: [
      ['min', t.minBedrag],
      ['max', t.maxBedrag],
    ],
    meerkeuze: [
      ['min', t.minKeuzes],
      ['max', t.maxKeuzes],
    ],
    bestand: [['max', t.maxBestanden]],
    foto: [['max', t.maxBestanden]],
  }
  const { veld, zet, fout } = deel
  return (
    <>
      {getallen[soort] && (
        <div className={css['tweetal']}>
          {getallen[soort].map(([naam, label]) => (
            <NumberInput
              key={naam}
              label={label}
              value={typeof veld[naam] === 'number' ? veld[naam] : ''}
              error={fout(naam)}
              allowDecimal={soort === 'getal' && naam !== 'decimalen'}
              decimalSeparator=","
              onChange={(next) => zet(naam, next === '' ? undefined : Number(next))}
            />
          ))}
        </div>
      )}
      {soort === 'getal' && (
        <TextInput
          label={t.eenheid}
          maxLength={20}
          value={String(veld['eenheid'] ?? '')}
          error={fout('eenheid')}
          onChange={({ currentTarget }) => zet('eenheid', currentTarget.value || undefined)}
        />
      )}
      {soort === 'tekst' && (
        <Select
          label={t.vorm}
          allowDeselect={false}
          data={Object.entries(t.vormen).map(([value, label]) => ({ value, label }))}
          value={String(veld['vorm'] ?? 'vrij')}
          onChange={(next) => zet('vorm', next === 'vrij' ? undefined : next)}
        />
      )}
      {soort === 'keuze' && (
        <Select
          label={t.weergave}
          allowDeselect={false}
          data={Object.entries(t.weergaveKeuzes).map(([value, label]) => ({ value, label }))}
          value={String(veld['weergave'] ?? 'vanzelf')}
          onChange={(next) => zet('weergave', next === 'vanzelf' ? undefined : next)}
        />
      )}
      {soort === 'datum' && (
        <>
          <Feelveld label={t.minDag} waarde={veld['min']} fout={fout('min')} onWijzig={(next) => zet('min', next)} />
          <Feelveld label={t.maxDag} waarde={veld['max']} fout={fout('max')} onWijzig={(next) => zet('max', next)} />
        </>
      )}
    </>
  )
}

type ControleProps = {
  plek: number
  veld: RuwVeld
  fouten: Readonly<Record<string, string>>
  zet: (naam: string, waarde: unknown) => void
}

function Controles({ plek, veld, fouten, zet }: ControleProps) {
  const t = useFormuliereditorTeksten()
  const controles = Array.isArray(veld['controles']) ? (veld['controles'] as RuwVeld[]) : []
  const zetAlle = (next: RuwVeld[]) => zet('controles', next.length > 0 ? next : undefined)
  const zetEen = (i: number, naam: string, waarde: string) =>
    zetAlle(controles.with(i, { ...controles[i], [naam]: waarde }))
  return (
    <fieldset className={css['groep']}>
      <legend>{t.controles}</legend>
      {controles.map((controle, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what one types may not move the focus
        <div key={i} className={css['controle']}>
          <Feelveld
            label={t.controleAls(i + 1)}
            waarde={controle['als']}
            fout={fouten[`velden.${plek}.controles.${i}.als`]}
            leegMag={false}
            onWijzig={(next) => zetEen(i, 'als', next ?? '')}
          />
          <TextInput
            label={t.controleMelding(i + 1)}
            value={String(controle['melding'] ?? '')}
            error={fouten[`velden.${plek}.controles.${i}.melding`]}
            onChange={({ currentTarget }) => zetEen(i, 'melding', currentTarget.value)}
          />
          <ActionIcon
            variant="default"
            aria-label={t.controleWeg(i + 1)}
            onClick={() => zetAlle(controles.toSpliced(i, 1))}
          >
            <Icoon naam="prullenbak" maat={14} />
          </ActionIcon>
        </div>
      ))}
      <Button size="xs" variant="default" onClick={() => zetAlle([...controles, { als: 'false', melding: '…' }])}>
        {t.controleErbij}
      </Button>
    </fieldset>
  )
}
