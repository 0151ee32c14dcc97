/** An sms is read over somebody's shoulder and kept by others: it carries no case, no amount and no document. */
export const smsTekst = (organisatie: string) =>
  `${organisatie}: er staat een bericht voor u klaar. Lees het in het klantportaal of bel ons.`
