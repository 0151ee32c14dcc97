import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paden } from '../paden.ts'
import { wortel } from '../wortel.ts'

const getParentRoute = () => wortel

export const gegevensRoutes = [
  createRoute({
    getParentRoute,
    path: paden.gegevens,
    component: lazyRouteComponent(() => import('./GegevensPagina.tsx'), 'GegevensPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.gegeven('adres'),
    validateSearch: ({ soort, vervangt }: Record<string, unknown>) => ({
      soort: soort === 'telefoonnummer' ? ('telefoonnummer' as const) : ('email' as const),
      ...(typeof vervangt === 'string' && { vervangt }),
    }),
    component: lazyRouteComponent(() => import('./AdresPagina.tsx'), 'AdresPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.gegeven('machtigingen'),
    component: lazyRouteComponent(() => import('./MachtigingenPagina.tsx'), 'MachtigingenPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.gegeven('voorkeuren'),
    component: lazyRouteComponent(() => import('./VoorkeurenPagina.tsx'), 'VoorkeurenPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.gegeven('inzagen'),
    component: lazyRouteComponent(() => import('./InzagenPagina.tsx'), 'InzagenPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.gegeven('kopie'),
    component: lazyRouteComponent(() => import('./KopiePagina.tsx'), 'KopiePagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.gegeven('melding'),
    component: lazyRouteComponent(() => import('./MeldingPagina.tsx'), 'MeldingPagina'),
  }),
  createRoute({
    getParentRoute,
    path: paden.gegeven('rekening'),
    component: lazyRouteComponent(() => import('./RekeningnummerPagina.tsx'), 'RekeningnummerPagina'),
  }),
]
