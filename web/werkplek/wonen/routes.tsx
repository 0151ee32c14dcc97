import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { wortel } from '../wortel.ts'

const eenheidRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/eenheden/$eenheidId',
  staticData: { recht: 'wonen.lezen' },
  component: lazyRouteComponent(() => import('./EenheidPagina.tsx'), 'EenheidPagina'),
})

const complexRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/complexen/$complexId',
  staticData: { recht: 'wonen.lezen' },
  component: lazyRouteComponent(() => import('./ComplexPagina.tsx'), 'ComplexPagina'),
})

export const wonenRoutes = [eenheidRoute, complexRoute]
