import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { getIk } from '#contract/aanmelden.ts'
import { call } from '#kit/api.ts'
import { ikQuery } from '#kit/ik.ts'
import { sessieHersteld, sessieStand } from '#kit/sessie.ts'
import { useBron } from '#kit/useBron.ts'

const Aanmeldvenster = lazy(() =>
  import('../aanmelden/Aanmeldvenster.tsx').then((module) => ({ default: module.Aanmeldvenster })),
)

/**
 * The session ended while working: sign in over the screen, which stays as it is. Somebody else signing in starts
 * afresh, so that no text is sent in the wrong name.
 */
export function Aanmeldlaag() {
  const stand = useBron(sessieStand)
  const client = useQueryClient()
  if (stand === 'goed') return null

  async function goOn() {
    const before = client.getQueryData(ikQuery.queryKey)
    const now = await call(getIk, { bijVerlopen: 'gooi' })
    if (before?.medewerker.id !== now.medewerker.id) {
      sessieHersteld(false)
      window.location.reload()
      return
    }
    client.setQueryData(ikQuery.queryKey, now)
    sessieHersteld(true)
  }

  return (
    <Suspense>
      <Aanmeldvenster onAangemeld={() => void goOn()} />
    </Suspense>
  )
}
