import { NativeSelect, TextInput } from '@mantine/core'
import { parseFeel } from '#contract/regels/feel/feel.ts'
import { useSchemaeditorTeksten } from './schemaeditorTeksten.ts'

type Veld = { label: string; waarde: string; uitleg?: string | undefined; onWijzig: (waarde: string) => void }

/** Text, or FEEL when it begins with `=`; with `feel` it is FEEL anyhow. What does not parse is said at once. */
export function Tekstveld({ label, waarde, uitleg, onWijzig, feel = false }: Veld & { feel?: boolean }) {
  const expressie = feel ? waarde.replace(/^=\s*/, '') : waarde.startsWith('=') ? waarde.slice(1) : ''
  return (
    <TextInput
      label={label}
      description={uitleg}
      value={waarde}
      error={expressie.trim() ? parseFeel(expressie).fouten[0]?.melding : undefined}
      spellCheck={!feel}
      onChange={({ currentTarget }) => onWijzig(currentTarget.value)}
    />
  )
}

type Optie = { value: string; label: string }

/** One of a list, or nothing; what the file says stays a choice, and `metFeel` lets it be worked out. */
export function Keuzeveld({
  label,
  waarde,
  uitleg,
  onWijzig,
  opties,
  leeg,
  metFeel = false,
}: Veld & { opties: readonly Optie[]; leeg: string; metFeel?: boolean }) {
  const t = useSchemaeditorTeksten()
  const isFeel = metFeel && waarde.startsWith('=')
  const bekend = waarde === '' || isFeel || opties.some(({ value }) => value === waarde)
  const data = [
    { value: '', label: leeg },
    ...(bekend ? [] : [{ value: waarde, label: t.bestaatNiet(waarde) }]),
    ...opties,
    ...(metFeel ? [{ value: '=', label: t.berekenen }] : []),
  ]
  return (
    <>
      <NativeSelect
        label={label}
        description={uitleg}
        value={isFeel ? '=' : waarde}
        data={data}
        error={bekend ? undefined : t.bestaatNiet(waarde)}
        onChange={({ currentTarget }) => onWijzig(currentTarget.value)}
      />
      {isFeel && <Tekstveld label={t.berekening(label)} waarde={waarde} onWijzig={onWijzig} />}
    </>
  )
}

/** A name that is kept when one leaves the field: half a name would be a new one. */
export function Naamveld({ label, waarde, uitleg, onWijzig, namen }: Veld & { namen: readonly string[] }) {
  const id = `namen-${label.replace(/\W/g, '')}`
  return (
    <>
      <TextInput
        key={waarde}
        label={label}
        description={uitleg}
        defaultValue={waarde}
        list={id}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value.trim() !== waarde) onWijzig(currentTarget.value.trim())
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
      <datalist id={id}>
        {[...new Set(namen)].map((naam) => (
          <option key={naam} value={naam} />
        ))}
      </datalist>
    </>
  )
}
