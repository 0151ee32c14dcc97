import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { Laadskelet } from '#kit/Staten.tsx'
import { aanmeldRoutes } from './aanmelden/routes.tsx'
import { beheerRoutes } from './beheer/routes.tsx'
import { berichtRoutes } from './berichten/routes.tsx'
import { enqueteRoutes } from './enquetes/routes.tsx'
import { gesprekRoutes } from './gesprekken/routes.tsx'
import { klantbeeldRoutes } from './klantbeeld/routes.tsx'
import { klantcontactRoutes } from './klantcontacten/routes.tsx'
import { procesRoutes } from './processen/routes.tsx'
import { relatieRoutes } from './relaties/routes.tsx'
import { PaginaFout } from './shell/PaginaFout.tsx'
import { PaginaOnbekend } from './shell/PaginaOnbekend.tsx'
import { Schil } from './shell/Schil.tsx'
import { startRoute } from './shell/start.routes.tsx'
import { takenRoutes } from './taken/routes.tsx'
import { wonenRoutes } from './wonen/routes.tsx'
import { wortel } from './wortel.ts'
import { zaakRoutes } from './zaken/routes.tsx'

/** Every screen of the werkplek: one line per slice. */
const routes = [
  startRoute,
  ...aanmeldRoutes,
  ...beheerRoutes,
  ...gesprekRoutes,
  ...takenRoutes,
  ...klantcontactRoutes,
  ...klantbeeldRoutes,
  ...relatieRoutes,
  ...procesRoutes,
  ...wonenRoutes,
  ...zaakRoutes,
  ...berichtRoutes,
  ...enqueteRoutes,
]

wortel.update({ component: Schil, notFoundComponent: PaginaOnbekend, errorComponent: PaginaFout })

export function createWerkplekRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: wortel.addChildren(routes),
    basepath: '/werkplek',
    context: { queryClient },
    defaultPreload: 'intent',
    // TanStack Query decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: Laadskelet,
    defaultErrorComponent: PaginaFout,
    scrollRestoration: true,
    trailingSlash: 'never',
  })
}
