import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paden } from '../paden.ts'
import { wortel } from '../wortel.ts'

export const shellRoutes = [
  createRoute({
    getParentRoute: () => wortel,
    path: paden.meer,
    component: lazyRouteComponent(() => import('./MeerPagina.tsx'), 'MeerPagina'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: paden.hulp,
    component: lazyRouteComponent(() => import('./HulpPagina.tsx'), 'HulpPagina'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: paden.voorWie,
    component: lazyRouteComponent(() => import('./VoorWiePagina.tsx'), 'VoorWiePagina'),
  }),
]
