import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { wortel } from '../wortel.ts'

const id = z.uuid().optional().catch(undefined)

/** What is chosen in the list lives in the address: a reload, Back and a link to a colleague show the same. */
export const zaakKeuze = z.object({
  status: z.enum(['gesloten']).optional().catch(undefined),
  zaaktype: z.string().max(80).optional().catch(undefined),
  team: id,
  mijn: z.boolean().optional().catch(undefined),
  wachtOp: z.enum(['klant', 'derde']).optional().catch(undefined),
  termijn: z.enum(['te-laat', 'vandaag', 'nadert']).optional().catch(undefined),
  stap: z.string().max(200).optional().catch(undefined),
  q: z.string().max(100).optional().catch(undefined),
})
export type ZaakKeuze = z.infer<typeof zaakKeuze>

export const zaakBladen = ['voortgang', 'gesprek', 'documenten', 'gegevens', 'historie'] as const
export type ZaakBlad = (typeof zaakBladen)[number]

export const zaakRoutes = [
  createRoute({
    getParentRoute: () => wortel,
    path: '/zaken',
    staticData: { recht: 'zaak.lezen' },
    validateSearch: zaakKeuze,
    component: lazyRouteComponent(() => import('./Zakenlijst.tsx'), 'Zakenlijst'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: '/zaken/$zaakId',
    staticData: { recht: 'zaak.lezen' },
    validateSearch: z.object({ blad: z.enum(zaakBladen).optional().catch(undefined) }),
    component: lazyRouteComponent(() => import('./pagina/ZaakPagina.tsx'), 'ZaakPagina'),
  }),
]
