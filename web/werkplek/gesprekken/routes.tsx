import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { wortel } from '../wortel.ts'

export const gesprekRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/gesprekken/$gesprekId',
  staticData: { recht: 'klantcontact.registreren' },
  // What is chosen on the klantbeeld beside the contact; that screen checks it.
  validateSearch: z.record(z.string().max(20), z.string().max(100).optional().catch(undefined)),
  component: lazyRouteComponent(() => import('./GesprekPagina.tsx'), 'GesprekPagina'),
})
export const gesprekRoutes = [gesprekRoute]
