import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'

/**
 * The root that every route of every slice hangs under. It stands apart from `router.tsx`, so that a slice can name it
 * as parent without importing the other slices.
 */
export const wortel = createRootRouteWithContext<{ queryClient: QueryClient }>()()
