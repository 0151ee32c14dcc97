import { Textarea } from '@mantine/core'
import css from './Formuliereditor.module.css'

type Props = {
  label: string
  waarde: unknown
  fout: string | undefined
  onWijzig: (waarde: string | undefined) => void
  /** Empty means that nothing is said; else an empty text stays for the check to complain of. */
  leegMag?: boolean
}

/** A condition or calculation: what is wrong with it stands under it while one types. */
export function Feelveld({ label, waarde, fout, onWijzig, leegMag = true }: Props) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={1}
      maxRows={8}
      spellCheck={false}
      maxLength={2000}
      classNames={{ input: css['code'] ?? '' }}
      value={typeof waarde === 'string' ? waarde : ''}
      error={fout}
      onChange={({ currentTarget }) => {
        const tekst = currentTarget.value
        onWijzig(leegMag && tekst.trim() === '' ? undefined : tekst)
      }}
    />
  )
}
