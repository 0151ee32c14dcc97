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

export const procesRoutes = [actiesRoute]
