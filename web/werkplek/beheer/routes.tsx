import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { rollen } from '#contract/rechten.ts'
import { wortel } from '../wortel.ts'

/** The side window that is open: an id, a code, or `nieuw`. In the address, so that Back closes it. */
const open = z.string().max(60).optional().catch(undefined)
const zoek = z.string().max(100).optional().catch(undefined)
const actief = z.enum(['ja', 'nee', 'alles']).optional().catch(undefined)

const beheerRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/beheer',
  component: lazyRouteComponent(() => import('./Beheer.tsx'), 'Beheer'),
})

const beginRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/beheer/medewerkers', search: {}, replace: true })
  },
})

const medewerkersRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/medewerkers',
  staticData: { recht: 'beheer.medewerkers' },
  validateSearch: z.object({
    open,
    zoek,
    actief,
    rol: z.enum(rollen).optional().catch(undefined),
    team: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./medewerkers/Medewerkers.tsx'), 'Medewerkers'),
})

const teamsRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/teams',
  staticData: { recht: 'beheer.medewerkers' },
  validateSearch: z.object({ open, zoek, actief }),
  component: lazyRouteComponent(() => import('./teams/Teams.tsx'), 'Teams'),
})

const sjablonenRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/sjablonen',
  staticData: { recht: 'beheer.inrichting' },
  validateSearch: z.object({ open, zoek, actief }),
  component: lazyRouteComponent(() => import('./sjablonen/Sjablonen.tsx'), 'Sjablonen'),
})

const kanalenRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/kanalen',
  staticData: { recht: 'beheer.inrichting' },
  validateSearch: z.object({ open }),
  component: lazyRouteComponent(() => import('./kanalen/Kanalen.tsx'), 'Kanalen'),
})

const onderwerpenRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/onderwerpen',
  staticData: { recht: 'beheer.inrichting' },
  validateSearch: z.object({ open, zoek, onder: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./onderwerpen/Onderwerpen.tsx'), 'Onderwerpen'),
})

const openingstijdenRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/openingstijden',
  staticData: { recht: 'beheer.inrichting' },
  validateSearch: z.object({ kanaal: z.string().max(40).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./openingstijden/Openingstijden.tsx'), 'Openingstijden'),
})

const kalenderRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/kalender',
  staticData: { recht: 'beheer.inrichting' },
  validateSearch: z.object({ jaar: z.int().min(2000).max(2100).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./kalender/Kalender.tsx'), 'Kalender'),
})

const instellingenRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/instellingen',
  staticData: { recht: 'beheer.inrichting' },
  component: lazyRouteComponent(() => import('./instellingen/Instellingen.tsx'), 'Instellingen'),
})

const processenRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/processen',
  staticData: { recht: 'beheer.processen' },
  component: lazyRouteComponent(() => import('../processen/beheer/Processen.tsx'), 'Processen'),
})

const procesRoute = createRoute({
  getParentRoute: () => beheerRoute,
  path: '/processen/$proces',
  staticData: { recht: 'beheer.processen' },
  validateSearch: z.object({
    versie: z.uuid().optional().catch(undefined),
    blad: z
      .enum(['schema', 'regels', 'formulieren', 'berichten', 'proef', 'vergelijken', 'bestanden'])
      .optional()
      .catch(undefined),
    stuk: z.string().max(100).optional().catch(undefined),
    /** With which version it is compared. */
    met: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../processen/beheer/ProcesPagina.tsx'), 'ProcesPagina'),
})

export const beheerRoutes = [
  beheerRoute.addChildren([
    beginRoute,
    medewerkersRoute,
    teamsRoute,
    sjablonenRoute,
    kanalenRoute,
    onderwerpenRoute,
    openingstijdenRoute,
    kalenderRoute,
    instellingenRoute,
    processenRoute,
    procesRoute,
  ]),
]
