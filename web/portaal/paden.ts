/** The addresses of the pages, so that parts can link to each other without importing each other. */
export const paden = {
  thuis: '/',
  regelen: '/regelen',
  /** Takes `concept` in the search: what was begun before. */
  proces: (proces: string) => `/regelen/${proces}`,
  zaken: '/zaken',
  zaak: (id: string) => `/zaken/${id}`,
  /** Something that the process asks of the customer. */
  taak: (zaakId: string, taakId: string) => `/zaken/${zaakId}/taak/${taakId}`,
  contact: '/contact',
  nieuweVraag: '/contact/nieuw',
  gesprek: (id: string) => `/contact/${id}`,
  /** Everything that we sent. */
  post: '/berichten',
  poststuk: (id: string) => `/berichten/${id}`,
  gegevens: '/gegevens',
  gegeven: (deel: 'adres' | 'machtigingen' | 'voorkeuren' | 'inzagen' | 'kopie' | 'melding' | 'rekening') =>
    `/gegevens/${deel}` as const,
  woning: '/woning',
  rekening: (overeenkomstId: string) => `/woning/${overeenkomstId}/rekening`,
  onderhoud: (overeenkomstId: string) => `/woning/${overeenkomstId}/reparaties`,
  hulp: '/hulp',
  meer: '/meer',
  /** For whom one acts. */
  voorWie: '/voor-wie',
} as const

/** Pages of the server, without script. */
export const aanmelden = (terug: string) => `/aanmelden?terug=${encodeURIComponent(terug)}`
export const uitloggen = '/aanmelden/uit'
