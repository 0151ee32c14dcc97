import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { contactRoutes } from './contact/routes.tsx'
import { gegevensRoutes } from './gegevens/routes.tsx'
import { Skelet } from './nlds/Lading.tsx'
import { procesRoutes } from './processen/routes.tsx'
import { PaginaFout } from './shell/PaginaFout.tsx'
import { PaginaOnbekend } from './shell/PaginaOnbekend.tsx'
import { shellRoutes } from './shell/routes.tsx'
import { Schil } from './shell/Schil.tsx'
import { thuisRoutes } from './thuis/routes.tsx'
import { woningRoutes } from './wonen/routes.tsx'
import { wortel } from './wortel.ts'
import { zaakRoutes } from './zaken/routes.tsx'

/** Every page of the portal: one line per part. */
const routes = [
  ...thuisRoutes,
  ...procesRoutes,
  ...zaakRoutes,
  ...contactRoutes,
  ...gegevensRoutes,
  ...woningRoutes,
  ...shellRoutes,
]

wortel.update({ component: Schil, notFoundComponent: PaginaOnbekend, errorComponent: PaginaFout })

export function createPortaalRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: wortel.addChildren(routes),
    context: { queryClient },
    defaultPreload: 'intent',
    // TanStack Query decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: Skelet,
    defaultErrorComponent: PaginaFout,
    scrollRestoration: true,
    trailingSlash: 'never',
  })
}
