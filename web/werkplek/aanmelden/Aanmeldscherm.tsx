import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { aanmeldenAlsDemo, getAanmelden } from '#contract/aanmelden.ts'
import { call } from '#kit/api.ts'
import { lees } from '#kit/queries.ts'

/** The whole page when nobody is signed in. */
export function Aanmeldscherm({ onAangemeld }: { onAangemeld: () => void }) {
  const { data } = useQuery(lees(getAanmelden))
  const signIn = useMutation({
    mutationFn: (medewerkerId: string) => call(aanmeldenAlsDemo, { body: { medewerkerId } }),
    onSuccess: onAangemeld,
  })
  return (
    <main>
      <h1>{data?.organisatie}</h1>
      {data?.demo?.map((persoon) => (
        <Button key={persoon.id} onClick={() => signIn.mutate(persoon.id)}>
          {persoon.naam}
        </Button>
      ))}
    </main>
  )
}
