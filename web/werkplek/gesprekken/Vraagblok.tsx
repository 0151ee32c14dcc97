import { ActionIcon, Checkbox, MultiSelect, SegmentedControl, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GesprekVraag } from '#contract/gesprekken.ts'
import { klantcontactTypen, notitieMax } from '#contract/klantcontacten.ts'
import { getal } from '#kit/format.ts'
import { Icoon } from '#kit/Icoon.tsx'
import { OpenVariabelen } from '#kit/Invulwacht.tsx'
import { Bijlagen } from './Bijlagen.tsx'
import css from './Gesprek.module.css'
import { Veld } from './Gesprekscherm.tsx'
import { onderwerpenQuery } from './gesprekken.queries.ts'
import { useGesprekTeksten } from './gesprekTeksten.ts'
import { Koppelingen } from './Koppelingen.tsx'
import { Sjabloonkeuze } from './Sjabloonkeuze.tsx'
import { type Actie, type Afhandeling, afhandelingVan, type Staat } from './staat.ts'
import { Taakblok } from './Taakblok.tsx'

type Props = { staat: Staat; doe: (actie: Actie) => void; vraag: GesprekVraag; index: number }

/** One question of the conversation: what was asked, and how it goes on. Only one is open at a time. */
export function Vraagblok(props: Props) {
  const { staat, doe, vraag, index } = props
  const t = useGesprekTeksten()
  const many = staat.inhoud.vragen.length > 1
  const open = !many || staat.open === vraag.sleutel
  const wrong = Object.keys(staat.fouten).some((name) => name.startsWith(`vragen.${index}.`))
  const naam = vraag.onderwerp.trim() || (vraag.vraag || vraag.antwoord).trim().split('\n')[0] || ''
  return (
    <section className={css['vraag']} data-open={open || undefined} aria-label={t.vraagNummer(index + 1)}>
      {many && (
        <header className={css['vraagkop']}>
          <button type="button" aria-expanded={open} onClick={() => doe({ soort: 'open', sleutel: vraag.sleutel })}>
            <Icoon naam={wrong ? 'let_op' : open ? 'pijl_neer' : 'pijl_rechts'} maat={14} />
            <strong>{t.vraagNummer(index + 1)}</strong>
            <span>{naam}</span>
          </button>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t.vraagWeg(index + 1)}
            onClick={() => doe({ soort: 'vraag-weg', sleutel: vraag.sleutel })}
          >
            <Icoon naam="sluit" maat={14} />
          </ActionIcon>
        </header>
      )}
      {open && <Velden {...props} />}
    </section>
  )
}

function Velden({ staat, doe, vraag, index }: Props) {
  const t = useGesprekTeksten()
  const { data } = useQuery(onderwerpenQuery)
  const [internOpen, setInternOpen] = useState(vraag.interneNotitie !== '')
  const fout = (veld: string) => staat.fouten[`vragen.${index}.${veld}`]
  const zet = (velden: Partial<Omit<GesprekVraag, 'sleutel' | 'taak'>>) =>
    doe({ soort: 'vraag', sleutel: vraag.sleutel, velden })
  const isTerug = vraag.type === 'terugkoppeling'
  const keuze = afhandelingVan(vraag)
  const onderwerpen = (data?.rijen ?? []).filter((each) => each.actief || vraag.onderwerpIds.includes(each.id))
  return (
    <div className={css['velden']}>
      <div className={css['rij']}>
        <Veld naam={`vragen.${index}.sjabloonId`} fout={fout('sjabloonId')}>
          <Sjabloonkeuze staat={staat} doe={doe} vraag={vraag} />
        </Veld>
        <Select
          aria-label={t.type}
          data={klantcontactTypen.map((type) => ({ value: type, label: t.typen[type] }))}
          value={vraag.type}
          allowDeselect={false}
          onChange={(type) => type && zet({ type: type as GesprekVraag['type'] })}
          className={css['type'] ?? ''}
        />
      </div>
      {!isTerug && (
        <Lang
          naam={`vragen.${index}.vraag`}
          label={{ vraag: t.vraagVan, klacht: t.klachtVan, verzoek: t.verzoekVan }[vraag.type as 'vraag']}
          waarde={vraag.vraag}
          fout={fout('vraag')}
          onWijzig={(tekst) => zet({ vraag: tekst })}
          minRows={4}
        />
      )}
      {!isTerug && (
        <Veld naam={`vragen.${index}.directBeantwoord`} fout={fout('directBeantwoord') ?? fout('taak.aanmaken')}>
          <SegmentedControl
            fullWidth
            aria-label={t.afhandeling}
            value={keuze === 'vastleggen' && staat.inhoud.richting === 'inkomend' ? '' : keuze}
            onChange={(next) => doe({ soort: 'afhandeling', sleutel: vraag.sleutel, keuze: next as Afhandeling })}
            data={[
              { value: 'direct', label: t.direct },
              { value: 'taak', label: t.taak },
              ...(staat.inhoud.richting === 'uitgaand' ? [{ value: 'vastleggen', label: t.vastleggen }] : []),
            ]}
          />
        </Veld>
      )}
      {(isTerug || keuze === 'direct' || vraag.antwoord !== '') && (
        <>
          {vraag.antwoordOp && (
            <p className={css['uitleg']}>
              <Icoon naam="koppeling" maat={14} /> {t.antwoordOp}
            </p>
          )}
          <Lang
            naam={`vragen.${index}.antwoord`}
            label={isTerug ? t.terugkoppeling : t.antwoord}
            waarde={vraag.antwoord}
            fout={fout('antwoord')}
            onWijzig={(tekst) => zet({ antwoord: tekst })}
            minRows={isTerug ? 5 : 2}
          />
        </>
      )}
      {keuze === 'taak' && <Taakblok staat={staat} doe={doe} vraag={vraag} index={index} />}
      <div className={css['schakelaars']}>
        <Veld naam={`vragen.${index}.toonInPortaal`} fout={fout('toonInPortaal')}>
          <Switch
            label={t.portaal}
            checked={vraag.toonInPortaal}
            disabled={vraag.vertrouwelijk || staat.partij === null}
            onChange={({ currentTarget }) => zet({ toonInPortaal: currentTarget.checked })}
          />
        </Veld>
        <Checkbox
          label={t.vertrouwelijk}
          title={t.vertrouwelijkUitleg}
          checked={vraag.vertrouwelijk}
          onChange={({ currentTarget }) =>
            zet({ vertrouwelijk: currentTarget.checked, ...(currentTarget.checked && { toonInPortaal: false }) })
          }
        />
      </div>
      <MultiSelect
        label={t.onderwerpen}
        placeholder={vraag.onderwerpIds.length === 0 ? t.kiesOnderwerpen : ''}
        data={onderwerpen.map(({ id, naam }) => ({ value: id, label: naam }))}
        value={vraag.onderwerpIds.filter((id) => onderwerpen.some((each) => each.id === id))}
        onChange={(onderwerpIds) => zet({ onderwerpIds })}
        maxValues={10}
        searchable
        hidePickedOptions
      />
      <Koppelingen staat={staat} doe={doe} vraag={vraag} index={index} />
      {internOpen ? (
        <Lang
          naam={`vragen.${index}.interneNotitie`}
          label={t.intern}
          uitleg={t.internUitleg}
          waarde={vraag.interneNotitie}
          fout={fout('interneNotitie')}
          onWijzig={(tekst) => zet({ interneNotitie: tekst })}
          minRows={2}
        />
      ) : (
        <button type="button" className={css['tekstknop']} onClick={() => setInternOpen(true)}>
          <Icoon naam="slot" maat={14} /> {t.internOpen}
        </button>
      )}
      <Bijlagen staat={staat} doe={doe} vraag={vraag} index={index} />
      <Veld naam={`vragen.${index}.onderwerp`} fout={fout('onderwerp')}>
        <TextInput
          label={t.onderwerp}
          placeholder={t.onderwerpUitleg}
          value={vraag.onderwerp}
          error={fout('onderwerp') !== undefined}
          onChange={({ currentTarget }) => zet({ onderwerp: currentTarget.value })}
        />
      </Veld>
    </div>
  )
}

/** Room for a whole story; counts down only when the end comes in sight. */
function Lang(props: {
  naam: string
  label: string
  uitleg?: string
  waarde: string
  fout: string | undefined
  onWijzig: (tekst: string) => void
  minRows: number
}) {
  const { naam, label, uitleg, waarde, fout, onWijzig, minRows } = props
  const t = useGesprekTeksten()
  const over = notitieMax - waarde.length
  return (
    <Veld naam={naam} fout={fout}>
      <Textarea
        label={label}
        {...(uitleg && { description: uitleg })}
        autosize
        minRows={minRows}
        maxRows={16}
        value={waarde}
        error={fout !== undefined}
        onChange={({ currentTarget }) => onWijzig(currentTarget.value)}
      />
      <OpenVariabelen tekst={waarde} />
      {over < 2000 && (
        <p className={css['teller']} data-fout={over < 0 || undefined} role="status">
          {over < 0 ? t.tekensTeVeel(getal(-over)) : t.tekens(getal(over))}
        </p>
      )}
    </Veld>
  )
}
