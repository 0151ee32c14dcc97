import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { getIk } from '#contract/aanmelden.ts'
import { call } from '#kit/api.ts'
import { ikQuery } from '#kit/ik.ts'
import { hoorAangemeld } from '../aanmelden/vensters.ts'

/**
 * The cookie belongs to all windows: when somebody else signs in in another one, this one would go on writing in his
 * name. It starts afresh instead.
 */
export function useAndereMedewerker(): void {
  const client = useQueryClient()
  useEffect(() => {
    async function compare() {
      const before = client.getQueryData(ikQuery.queryKey)
      const now = await call(getIk, { bijVerlopen: 'gooi' }).catch(() => undefined)
      if (before && now && before.medewerker.id !== now.medewerker.id) window.location.reload()
    }
    return hoorAangemeld(() => void compare())
  }, [client])
}
