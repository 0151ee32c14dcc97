import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paden } from '../paden.ts'
import { wortel } from '../wortel.ts'

export const zaakRoutes = [
  createRoute({
    getParentRoute: () => wortel,
    path: paden.zaken,
    component: lazyRouteComponent(() => import('./ZakenPagina.tsx'), 'ZakenPagina'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: paden.zaak('$id'),
    component: lazyRouteComponent(() => import('./ZaakPagina.tsx'), 'ZaakPagina'),
  }),
]
