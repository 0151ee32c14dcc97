import type { Organisatie } from '#server/platform/db/organisaties.ts'

/** There is no gateway for sms yet: only the demo has one, its own mailbox. */
export const smsKan = ({ demo }: Pick<Organisatie, 'demo'>): boolean => demo
