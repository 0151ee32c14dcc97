import type { KanaalIcoon } from '#contract/beheer.ts'
import type { IcoonNaam } from './Icoon.tsx'

/** How the icon that an organisatie chose for a kanaal is drawn. */
export const kanaalIcoon: Record<KanaalIcoon, IcoonNaam> = {
  telefoon: 'telefoon',
  email: 'mail',
  balie: 'organisatie',
  brief: 'document',
  whatsapp: 'bericht',
  portaal: 'huis',
  sms: 'bericht',
  huisbezoek: 'huis',
  chat: 'bericht',
  social: 'mensen',
  bericht: 'bericht',
}
