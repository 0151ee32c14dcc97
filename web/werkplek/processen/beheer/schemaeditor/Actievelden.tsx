import { ActionIcon, Button } from '@mantine/core'
import { Icoon } from '#kit/Icoon.tsx'
import type { Paneelprops } from './Eigenschappen.tsx'
import { tekstVan } from './modeler.ts'
import css from './Schemaeditor.module.css'
import { useSchemaeditorTeksten } from './schemaeditorTeksten.ts'
import { Keuzeveld, Tekstveld } from './velden.tsx'
import { type Koppeling, type Koppelsoort, koppelingen, zet, zetKoppelingen } from './wijzig.ts'

/** What the step does by itself, with what, and what it keeps of the answer. */
export function Actievelden(props: Paneelprops) {
  const t = useSchemaeditorTeksten()
  const { schema, element, keuzes } = props
  const { modeler } = schema
  const { businessObject, type } = element
  const veld = (naam: string) => ({
    waarde: tekstVan(businessObject.get(`rondom:${naam}`)),
    onWijzig: (waarde: string) => zet(modeler, element, `rondom:${naam}`, waarde),
  })
  const soort = keuzes.acties.find(({ naam }) => naam === veld('actie').waarde)
  const isVerzenden = type === 'bpmn:SendTask'
  const invoer = koppelingen(element, 'Invoer')
  const zetInvoer = (naam: string, waarde: string) => {
    const anders = invoer.filter((each) => each.naam !== naam)
    const plek = invoer.findIndex((each) => each.naam === naam)
    const next = waarde ? anders.toSpliced(plek < 0 ? anders.length : plek, 0, { naam, waarde }) : anders
    zetKoppelingen(modeler, element, 'Invoer', next)
  }
  const bekend = new Set(soort?.invoer.map(({ naam }) => naam))
  const vrij = invoer.filter(({ naam }) => !bekend.has(naam))
  return (
    <>
      <Keuzeveld
        label={t.actie}
        uitleg={soort?.uitleg}
        opties={keuzes.acties.map(({ naam, label }) => ({ value: naam, label }))}
        leeg={isVerzenden ? t.berichtVersturen : t.kies}
        {...veld('actie')}
      />
      <Keuzeveld label={t.bericht} opties={keuzes.berichten} leeg={t.geen} metFeel {...veld('bericht')} />
      <Keuzeveld label={t.document} opties={keuzes.documenten} leeg={t.geen} metFeel {...veld('document')} />
      {soort && soort.invoer.length > 0 && (
        <fieldset className={css['groep']}>
          <legend>{t.invoer}</legend>
          {soort.invoer.map(({ naam, uitleg, verplicht, waarden }) => {
            const waarde = invoer.find((each) => each.naam === naam)?.waarde ?? ''
            const label = verplicht ? t.verplicht(naam) : naam
            return waarden.length > 0 ? (
              <Keuzeveld
                key={naam}
                label={label}
                uitleg={uitleg}
                opties={waarden.map((each) => ({ value: each, label: each }))}
                leeg={t.geen}
                metFeel
                waarde={waarde}
                onWijzig={(next) => zetInvoer(naam, next)}
              />
            ) : (
              <Tekstveld
                key={naam}
                label={label}
                uitleg={uitleg}
                waarde={waarde}
                onWijzig={(next) => zetInvoer(naam, next)}
              />
            )
          })}
        </fieldset>
      )}
      <Koppelingen
        {...props}
        soort="Invoer"
        rijen={vrij}
        onZet={(rijen) =>
          zetKoppelingen(modeler, element, 'Invoer', [...invoer.filter(({ naam }) => bekend.has(naam)), ...rijen])
        }
      />
      <Koppelingen
        {...props}
        soort="Uitvoer"
        rijen={koppelingen(element, 'Uitvoer')}
        geeft={soort?.uitvoer ?? []}
        onZet={(rijen) => zetKoppelingen(modeler, element, 'Uitvoer', rijen)}
      />
    </>
  )
}

type Rijprops = { soort: Koppelsoort; rijen: Koppeling[]; geeft?: string[]; onZet: (rijen: Koppeling[]) => void }

function Koppelingen({ soort, rijen, geeft = [], onZet }: Rijprops) {
  const t = useSchemaeditorTeksten()
  const titel = soort === 'Invoer' ? t.andereInvoer : t.uitvoer
  const zetRij = (plek: number, deel: Partial<Koppeling>) =>
    onZet(rijen.map((rij, each) => (each === plek ? { ...rij, ...deel } : rij)))
  return (
    <fieldset className={css['groep']}>
      <legend>{titel}</legend>
      {geeft.length > 0 && <p className={css['zacht']}>{t.geeft(geeft.join(', '))}</p>}
      {rijen.map(({ naam, waarde }, plek) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what one types, and names may be the same for a while
        <div key={plek} className={css['koppeling']}>
          <Tekstveld label={t.naamIn} waarde={naam} onWijzig={(next) => zetRij(plek, { naam: next })} />
          <Tekstveld label={t.waarde} waarde={waarde} onWijzig={(next) => zetRij(plek, { waarde: next })} />
          <ActionIcon
            variant="default"
            aria-label={t.rijWeg(naam || String(plek + 1))}
            onClick={() => onZet(rijen.toSpliced(plek, 1))}
          >
            <Icoon naam="prullenbak" maat={12} />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-sm" variant="default" onClick={() => onZet([...rijen, { naam: '', waarde: '' }])}>
        {soort === 'Invoer' ? t.invoerErbij : t.uitvoerErbij}
      </Button>
    </fieldset>
  )
}
