import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import type { Recht } from '#contract/rechten.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Whoever lacks this right sees that, instead of a screen of which every request is refused. */
    recht?: Recht
  }
}

/**
 * The root that every route of every slice hangs under. It stands apart from `router.tsx`, so that a slice can name it
 * as parent without importing the other slices.
 */
export const wortel = createRootRouteWithContext<{ queryClient: QueryClient }>()()
