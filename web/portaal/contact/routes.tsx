import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paden } from '../paden.ts'
import { wortel } from '../wortel.ts'

const getParentRoute = () => wortel

export const contactRoutes = [
  createRoute({
    getParentRoute,
    path: paden.contact,
    component: lazyRouteComponent(() => import('./ContactPagina.tsx'), 'ContactPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.nieuweVraag,
    component: lazyRouteComponent(() => import('./NieuweVraagPagina.tsx'), 'NieuweVraagPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.post,
    component: lazyRouteComponent(() => import('./PostPagina.tsx'), 'PostPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.poststuk('$id'),
    component: lazyRouteComponent(() => import('./PoststukPagina.tsx'), 'PoststukPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.gesprek('$id'),
    component: lazyRouteComponent(() => import('./DraadPagina.tsx'), 'DraadPagina'),
  }),
]
