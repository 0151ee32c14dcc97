import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { wortel } from '../wortel.ts'

export const klantcontactRoutes = [
  createRoute({
    getParentRoute: () => wortel,
    path: '/klantcontacten/$klantcontactId',
    staticData: { recht: 'klantcontact.lezen' },
    component: lazyRouteComponent(() => import('./KlantcontactPagina.tsx'), 'KlantcontactPagina'),
  }),
]
