import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { wortel } from '../wortel.ts'

export const berichtRoutes = [
  createRoute({
    getParentRoute: () => wortel,
    path: '/berichten',
    staticData: { recht: 'klantcontact.registreren' },
    validateSearch: z.object({ blad: z.enum(['brieven', 'terug']).optional().catch(undefined) }),
    component: lazyRouteComponent(() => import('./Berichten.tsx'), 'Berichten'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: '/berichten/$berichtId',
    staticData: { recht: 'klantcontact.lezen' },
    component: lazyRouteComponent(() => import('./BerichtPagina.tsx'), 'BerichtPagina'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: '/postbus',
    staticData: { recht: 'beheer.inrichting' },
    component: lazyRouteComponent(() => import('./Postbus.tsx'), 'Postbus'),
  }),
]
