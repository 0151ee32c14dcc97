import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { verwerkingActies } from '#contract/klantbeeld.ts'
import { wortel } from '../wortel.ts'

const dag = z.iso.date().optional().catch(undefined)
const woord = z.string().max(100).optional().catch(undefined)

/** What is chosen on the klantbeeld lives in the address: a link or a reload shows the same. */
export const beeldKeuze = z.object({
  blad: z.enum(['wonen', 'huishouden', 'gegevens']).optional().catch(undefined),
  kanaal: woord,
  soort: woord,
  van: dag,
  tot: dag,
  q: woord,
  /** The process that is being started for him. */
  proces: woord,
  /** The zaak that was just begun for him, to go on with at once. */
  vervolg: z.uuid().optional().catch(undefined),
})

const klantRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/klanten/$partijId',
  staticData: { recht: 'partij.lezen' },
  validateSearch: beeldKeuze,
  component: lazyRouteComponent(() => import('./KlantPagina.tsx'), 'KlantPagina'),
})

const vandaagRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/vandaag',
  staticData: { recht: 'overzicht.lezen' },
  component: lazyRouteComponent(() => import('./vandaag/VandaagPagina.tsx'), 'VandaagPagina'),
})

const verwerkingenlogRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/verwerkingenlog',
  staticData: { recht: 'verwerkingenlog.lezen' },
  validateSearch: z.object({
    medewerker: z.uuid().optional().catch(undefined),
    contactnummer: z.coerce.number().int().positive().optional().catch(undefined),
    actie: z.enum(verwerkingActies).optional().catch(undefined),
    van: dag,
    tot: dag,
  }),
  component: lazyRouteComponent(() => import('./verwerkingenlog/Verwerkingenlog.tsx'), 'Verwerkingenlog'),
})

export const klantbeeldRoutes = [klantRoute, vandaagRoute, verwerkingenlogRoute]
