import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { wortel } from '../wortel.ts'

const id = z.uuid().optional().catch(undefined)

/** What is chosen in a list lives in the address: a reload, Back and a link to a colleague show the same. */
export const lijstKeuze = z.object({
  /** The taak that is open beside the list. */
  taak: id,
  termijn: z.enum(['te-laat', 'vandaag']).optional().catch(undefined),
  wie: z.enum(['opgepakt', 'iedereen', 'gesloten']).optional().catch(undefined),
  prioriteit: z.enum(['hoog']).optional().catch(undefined),
  q: z.string().max(100).optional().catch(undefined),
  team: id,
})
export type LijstKeuze = z.infer<typeof lijstKeuze>

/** What a new taak starts from: the team of a list, the klant of a klantbeeld. */
export const nieuweTaakKeuze = z.object({ teamId: id, partijId: id })

export const takenRoutes = [
  createRoute({
    getParentRoute: () => wortel,
    path: '/mijn-werk',
    staticData: { recht: 'taak.lezen' },
    validateSearch: lijstKeuze,
    component: lazyRouteComponent(() => import('./MijnWerk.tsx'), 'MijnWerk'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: '/teams/$teamId',
    staticData: { recht: 'taak.lezen' },
    validateSearch: lijstKeuze,
    component: lazyRouteComponent(() => import('./Teamlijst.tsx'), 'Teamlijst'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: '/beloften',
    staticData: { recht: 'taak.lezen' },
    validateSearch: lijstKeuze,
    component: lazyRouteComponent(() => import('./Beloften.tsx'), 'Beloften'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: '/taken/nieuw',
    staticData: { recht: 'taak.behandelen' },
    validateSearch: nieuweTaakKeuze,
    component: lazyRouteComponent(() => import('./NieuweTaakPagina.tsx'), 'NieuweTaakPagina'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: '/taken/$taakId',
    staticData: { recht: 'taak.lezen' },
    component: lazyRouteComponent(() => import('./TaakPagina.tsx'), 'TaakPagina'),
  }),
]
