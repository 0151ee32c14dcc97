import type { Vertaling } from '#kit/teksten.ts'
import type { nl } from './teksten.nl.ts'

export const en: Vertaling<typeof nl> = {
  reparaties: 'Repairs',
  geen: 'No repairs are known for this home.',
  loopt: (aantal) => (aantal === 1 ? '1 running now' : `${aantal} running now`),
  gemeld: (wanneer) => `reported ${wanneer}`,
  nietTeLezen: 'The repairs cannot be read now.',
  opnieuw: 'Try again',
  meer: (aantal) => `Show ${aantal} earlier ones`,
  statussen: {
    REG: 'Reported',
    BEO: 'Being assessed',
    INB: 'In progress',
    TEC: 'Work done',
    FIN: 'Being settled',
    AFG: 'Finished',
    GEA: 'Cancelled',
  },
}
