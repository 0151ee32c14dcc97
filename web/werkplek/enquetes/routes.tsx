import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { wortel } from '../wortel.ts'

export const enqueteRoutes = [
  createRoute({
    getParentRoute: () => wortel,
    path: '/enquetes',
    staticData: { recht: 'enquete.lezen' },
    validateSearch: z.object({
      zaaktype: z.string().max(80).optional().catch(undefined),
      van: z.iso.date().optional().catch(undefined),
      tot: z.iso.date().optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./Enquetes.tsx'), 'Enquetes'),
  }),
]
