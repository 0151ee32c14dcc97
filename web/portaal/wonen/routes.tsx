import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paden } from '../paden.ts'
import { wortel } from '../wortel.ts'

const getParentRoute = () => wortel

export const woningRoutes = [
  createRoute({
    getParentRoute,
    path: paden.woning,
    component: lazyRouteComponent(() => import('./WoningPagina.tsx'), 'WoningPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.rekening('$id'),
    component: lazyRouteComponent(() => import('./RekeningPagina.tsx'), 'RekeningPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.onderhoud('$id'),
    component: lazyRouteComponent(() => import('./OnderhoudPagina.tsx'), 'OnderhoudPagina'),
  }),
]
