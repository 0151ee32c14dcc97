import { z } from 'zod'
import { job } from '#server/platform/jobs/jobs.ts'
import type { Slice } from '#server/slice.ts'
import { routes } from './routes.ts'
import { endSessions } from './setPassword.ts'
import { deleteVerlopen } from './store.ts'

/** The door of `aanmelden`: who asks, and how he proves it. */
export const slice: Slice = {
  naam: 'aanmelden',
  routes,
  hoort: {
    async 'medewerker.gewijzigd'(w, { medewerkerId, actief }) {
      if (actief === false) await endSessions(w, String(medewerkerId))
    },
  },
  jobs: () => ({
    'aanmelden.opruimen': job({
      payload: z.object({}),
      cron: '12 3 * * *',
      run: ({ db }) => deleteVerlopen(db),
    }),
  }),
}

export { geheimVan } from './auth.ts'
export { headersVan, vraag } from './door.ts'
export { bewezenPasskey, gedeeldeOpties } from './gedeeldeOpties.ts'
export { createIdentify } from './identify.ts'
export { openSessie } from './openSessie.ts'
export { type Doel, metPoging, telPoging } from './pogingen.ts'
export { cookieVan, sessieCookie, tokenVan } from './sessie.ts'
export { endSessions, setPassword } from './setPassword.ts'
export { createLogin } from './uitnodiging.ts'
