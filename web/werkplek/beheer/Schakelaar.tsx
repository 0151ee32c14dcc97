import { Switch } from '@mantine/core'
import { type Control, Controller, type FieldValues, type Path } from 'react-hook-form'

/** A yes or no of a form. Mantine keeps its own state, so the form has to tell it. */
export function Schakelaar<In extends FieldValues, Out>({
  control,
  naam,
  label,
  uitleg,
}: {
  control: Control<In, unknown, Out>
  naam: Path<In>
  label: string
  uitleg?: string
}) {
  return (
    <Controller
      control={control}
      name={naam}
      render={({ field: { value, ...field } }) => (
        <Switch {...field} size="sm" label={label} checked={value === true} {...(uitleg && { description: uitleg })} />
      )}
    />
  )
}
