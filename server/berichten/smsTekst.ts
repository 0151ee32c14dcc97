import type { Leestaal } from './tables.ts'

/** An sms is read over somebody's shoulder and kept by others: it carries no case, no amount and no document. */
export const smsTekst = (organisatie: string, taal: Leestaal = 'nl') =>
  taal === 'nl'
    ? `${organisatie}: er staat een bericht voor u klaar. Lees het in het klantportaal of bel ons.`
    : `${organisatie}: there is a message for you. Read it in the customer portal or call us.`
