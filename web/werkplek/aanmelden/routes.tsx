import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paden } from '#kit/paden.ts'
import { wortel } from '../wortel.ts'

const accountRoute = createRoute({
  getParentRoute: () => wortel,
  path: paden.account,
  component: lazyRouteComponent(() => import('./account/Account.tsx'), 'Account'),
})

const wachtwoordRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/wachtwoord',
  component: lazyRouteComponent(() => import('./WachtwoordPagina.tsx'), 'WachtwoordPagina'),
})

/** Where the identity provider sends who may not come in; who is in by now goes on. */
const aanmeldenRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/aanmelden',
  component: lazyRouteComponent(() => import('./NaarBinnen.tsx'), 'NaarBinnen'),
})

const aangemeldRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/aangemeld',
  component: lazyRouteComponent(() => import('./Aangemeld.tsx'), 'Aangemeld'),
})

export const aanmeldRoutes = [accountRoute, wachtwoordRoute, aanmeldenRoute, aangemeldRoute]
