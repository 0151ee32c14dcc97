import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { paden } from '../paden.ts'
import { wortel } from '../wortel.ts'

type Zoek = {
  /** The question that one is at; in the address, so that the way back of the browser leads to the one before. */
  stap?: string | undefined
  /** The contract of the home that it is about. */
  woning?: string | undefined
}
const tekst = (waarde: unknown): string | undefined => (typeof waarde === 'string' && waarde ? waarde : undefined)

export const procesRoutes = [
  createRoute({
    getParentRoute: () => wortel,
    path: paden.regelen,
    component: lazyRouteComponent(() => import('./RegelenPagina.tsx'), 'RegelenPagina'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: paden.proces('$proces'),
    validateSearch: (zoek: Record<string, unknown>): Zoek => ({
      ...(tekst(zoek['stap']) && { stap: tekst(zoek['stap']) }),
      ...(tekst(zoek['woning']) && { woning: tekst(zoek['woning']) }),
    }),
    component: lazyRouteComponent(() => import('./ProcesPagina.tsx'), 'ProcesPagina'),
  }),
  createRoute({
    getParentRoute: () => wortel,
    path: paden.taak('$zaakId', '$taakId'),
    validateSearch: (zoek: Record<string, unknown>): Zoek => ({
      ...(tekst(zoek['stap']) && { stap: tekst(zoek['stap']) }),
    }),
    component: lazyRouteComponent(() => import('./TaakPagina.tsx'), 'TaakPagina'),
  }),
]
