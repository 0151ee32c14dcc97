import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { wortel } from '../wortel.ts'

const nieuweKlantRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/klanten/nieuw',
  staticData: { recht: 'partij.schrijven' },
  validateSearch: z.object({ naam: z.string().max(200).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./nieuw/NieuweKlant.tsx'), 'NieuweKlant'),
})

const controleRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/adressen/controleren',
  staticData: { recht: 'partij.schrijven' },
  component: lazyRouteComponent(() => import('./NietGevalideerd.tsx'), 'NietGevalideerd'),
})

export const relatieRoutes = [nieuweKlantRoute, controleRoute]
