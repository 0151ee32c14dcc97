import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paden } from '../paden.ts'
import { wortel } from '../wortel.ts'

export const thuisRoutes = [
  createRoute({
    getParentRoute: () => wortel,
    path: paden.thuis,
    component: lazyRouteComponent(() => import('./ThuisPagina.tsx'), 'ThuisPagina'),
  }),
]
