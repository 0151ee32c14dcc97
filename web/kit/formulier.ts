import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { ApiProblem, detailOf, type InvalidParam } from './probleem.ts'

export type Formulier<In extends FieldValues, Out> = UseFormReturn<In, unknown, Out> & {
  /** For `<form onSubmit>`; the server's objections land on the fields. */
  verstuur: (event?: React.FormEvent) => void
  /** What is wrong with the form as a whole, or with fields that it does not have. */
  algemeen: string | undefined
  /** Increases at each refused attempt; the summary takes the focus then. */
  poging: number
}

/**
 * A form over a contract schema: checked here while typing, and by the server at the end, with one way to show it.
 * Text stays in the fields whatever happens.
 * @param options.verstuur calls the endpoint; an `ApiProblem` with `invalidParams` becomes errors of fields
 * @param options.voorvoegsel the place of these fields in the body of the request, when it is deeper
 */
export function useFormulier<S extends z.ZodType<FieldValues, FieldValues>>(
  schema: S,
  options: {
    begin: DefaultValues<z.input<S>>
    verstuur: (waarden: z.output<S>) => Promise<unknown>
    voorvoegsel?: string
  },
): Formulier<z.input<S>, z.output<S>> {
  const [algemeen, setAlgemeen] = useState<string>()
  const [poging, setPoging] = useState(0)
  const form = useForm<z.input<S>, unknown, z.output<S>>({
    // The resolver's types do not know schemas that change their value; what it does is right.
    resolver: zodResolver(schema as never) as never,
    defaultValues: options.begin,
    mode: 'onTouched',
    shouldFocusError: false,
  })

  const send = form.handleSubmit(
    async (waarden) => {
      setAlgemeen(undefined)
      try {
        await options.verstuur(waarden)
      } catch (error) {
        const params = error instanceof ApiProblem ? error.invalidParams : []
        const { velden, rest } = verdeelFouten(params, options.voorvoegsel, (name) => has(form.getValues(), name))
        for (const { name, reason } of velden)
          form.setError(name as Path<z.input<S>>, { type: 'server', message: reason })
        const others = rest.map((each) => each.reason)
        if (velden.length === 0 || others.length > 0) setAlgemeen([detailOf(error), ...others].join(' '))
        setPoging((n) => n + 1)
      }
    },
    () => setPoging((n) => n + 1),
  )
  return Object.assign({}, form, {
    verstuur: (event?: React.FormEvent) => {
      event?.preventDefault()
      void send()
    },
    algemeen,
    poging,
  }) as Formulier<z.input<S>, z.output<S>>
}

/** Objections to fields of this form, and to what it does not show. `adressen.0.postcode` is how both sides name it. */
export function verdeelFouten(
  params: readonly InvalidParam[],
  voorvoegsel: string | undefined,
  bestaat: (name: string) => boolean,
): { velden: InvalidParam[]; rest: InvalidParam[] } {
  const velden: InvalidParam[] = []
  const rest: InvalidParam[] = []
  for (const param of params) {
    const name =
      voorvoegsel && param.name.startsWith(`${voorvoegsel}.`) ? param.name.slice(voorvoegsel.length + 1) : param.name
    if (bestaat(name)) velden.push({ ...param, name })
    else rest.push(param)
  }
  return { velden, rest }
}

function has(values: unknown, name: string): boolean {
  let at: unknown = values
  for (const part of name.split('.')) {
    if (typeof at !== 'object' || at === null || !(part in at)) return false
    at = (at as Record<string, unknown>)[part]
  }
  return true
}
