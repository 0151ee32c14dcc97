import { createRoute, redirect } from '@tanstack/react-router'
import { paden } from '#kit/paden.ts'
import { wortel } from '../wortel.ts'

/** `/werkplek/` opens the first screen that this employee may see. */
export const startRoute = createRoute({
  getParentRoute: () => wortel,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: paden.vandaag, replace: true })
  },
})
