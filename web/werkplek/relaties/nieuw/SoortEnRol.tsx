import { Checkbox, Radio, SegmentedControl, Select } from '@mantine/core'
import { huishoudrollen, relatierollen, rolNaam } from '#contract/relatiecodes.ts'
import { PartijKiezer } from '#kit/PartijKiezer.tsx'
import { useRelatieTeksten } from '../relatieTeksten.ts'
import css from './NieuweKlant.module.css'
import type { NieuweKlant } from './nieuweKlant.ts'

type Props = {
  klant: NieuweKlant
  onWijzig: (changes: Partial<NieuweKlant>) => void
  fouten: { rol?: string | undefined; huishoudenId?: string | undefined; werktVoorId?: string | undefined }
}

/** Who is it, and as what does he come? Chosen before the person card opens. */
export function SoortEnRol({ klant, onWijzig, fouten }: Props) {
  const t = useRelatieTeksten()
  const { soort, bij, huishouden } = klant
  return (
    <fieldset className={css['blok']}>
      <legend>{t.soort}</legend>
      <SegmentedControl
        aria-label={t.soort}
        fullWidth
        className={css['soorten']}
        value={soort}
        data={(['persoon', 'organisatie', 'contactpersoon'] as const).map((value) => ({
          value,
          label: t.soortNaam[value],
        }))}
        onChange={(value) => onWijzig({ soort: value as NieuweKlant['soort'], gekozen: null })}
      />
      {soort === 'contactpersoon' && (
        <PartijKiezer
          label={t.welkBedrijf}
          soorten={['organisatie']}
          gekozen={klant.gekozen}
          fout={fouten.werktVoorId}
          onKies={(gekozen) => onWijzig({ gekozen, werktVoorId: gekozen?.id ?? '' })}
        />
      )}
      {soort === 'persoon' && (
        <>
          <Radio.Group
            label={t.huishouden}
            value={bij}
            onChange={(value) => onWijzig({ bij: value as NieuweKlant['bij'] })}
          >
            <div className={css['keuzes']}>
              <Radio value="nieuw" label={t.huishoudenNieuw} size="xs" />
              <Radio value="bestaand" label={t.huishoudenBestaand} size="xs" />
              <Radio value="geen" label={t.huishoudenGeen} description={t.huishoudenUitleg} size="xs" />
            </div>
          </Radio.Group>
          {bij === 'bestaand' && (
            <PartijKiezer
              label={t.welkHuishouden}
              soorten={['huishouden']}
              gekozen={klant.gekozen}
              fout={fouten.huishoudenId}
              onKies={(gekozen) => onWijzig({ gekozen, huishouden: { ...huishouden, id: gekozen?.id ?? '' } })}
            />
          )}
          {bij !== 'geen' && (
            <div className={css['rol']}>
              <Select
                label={t.rol}
                placeholder={t.rolKies}
                name="huishouden.rol"
                required
                searchable
                data={rolkeuzes}
                value={huishouden.rol || null}
                error={fouten.rol}
                onChange={(rol) => onWijzig({ huishouden: { ...huishouden, rol: rol ?? '' } })}
              />
              {huishouden.rol === 'MBW' && (
                <Checkbox
                  size="xs"
                  label={t.inwonendKind}
                  checked={huishouden.inwonendKind}
                  onChange={(event) =>
                    onWijzig({ huishouden: { ...huishouden, inwonendKind: event.currentTarget.checked } })
                  }
                />
              )}
            </div>
          )}
        </>
      )}
    </fieldset>
  )
}

const eerst = new Set<string>(huishoudrollen)
/** What is usual first; then every other role that may be given. */
export const rolkeuzes = [
  { group: 'Meestal', items: huishoudrollen.map((value) => ({ value, label: rolNaam(value) })) },
  {
    group: 'Alle rollen',
    items: Object.entries(relatierollen)
      .filter(([code, rol]) => !eerst.has(code) && !('vervallen' in rol))
      .map(([value, rol]) => ({ value, label: rol.naam }))
      .sort((a, b) => a.label.localeCompare(b.label, 'nl')),
  },
]
