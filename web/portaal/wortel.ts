import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, retainSearchParams } from '@tanstack/react-router'

type Zoek = {
  /** For whom one acts; absent is for oneself. It stays on every link, so that two tabs can act for two people. */
  namens?: string | undefined
}

/** The root that every route of every part hangs under; apart from `router.tsx`, so that no part imports another. */
export const wortel = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  validateSearch: ({ namens }: Record<string, unknown>): Zoek => (typeof namens === 'string' ? { namens } : {}),
  search: { middlewares: [retainSearchParams(['namens'])] },
})
