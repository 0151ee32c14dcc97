import type { Slice } from '#server/slice.ts'
import { routes } from './routes.ts'

/** Sign-in: who asks, and how he proves it. */
export const slice: Slice = { naam: 'aanmelden', routes }

export { createIdentify } from './identify.ts'
export { openSessie } from './openSessie.ts'
export { endSessions, setPassword } from './setPassword.ts'
