import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { wortel } from '../wortel.ts'

const actiesRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/acties',
  staticData: { recht: 'proces.acties' },
  validateSearch: z.object({ status: z.enum(['wacht', 'alles']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./acties/Acties.tsx'), 'Acties'),
})

const inzichtRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/inzicht',
  staticData: { recht: 'proces.inzicht' },
  component: lazyRouteComponent(() => import('./inzicht/Inzicht.tsx'), 'Inzicht'),
})

const dag = z.iso.date().optional().catch(undefined)
const procesinzichtRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/inzicht/$proces',
  staticData: { recht: 'proces.inzicht' },
  validateSearch: z.object({ van: dag, tot: dag }),
  component: lazyRouteComponent(() => import('./inzicht/Procesinzicht.tsx'), 'Procesinzicht'),
})

export const procesRoutes = [actiesRoute, inzichtRoute, procesinzichtRoute]
