/**
 * Whether a mail server refused because of the address: it does not exist (any more), or takes no mail. Not when it
 * refused us, the content or the size: another address would not help then (RFC 3463, RFC 5321 4.2.3).
 * @returns the enhanced status code, empty when there was none; undefined when it was about something else
 */
export function adresfout(code: number, tekst: string): { code: string } | undefined {
  const uitgebreid = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(tekst)
  if (uitgebreid) {
    const [heel, onderwerp, detail] = uitgebreid
    // 5.1.7 and 5.1.8 are about the address of the sender: ours. 5.2.1: the mailbox is disabled.
    const adres = (onderwerp === '1' && detail !== '7' && detail !== '8') || (onderwerp === '2' && detail === '1')
    return adres ? { code: heel } : undefined
  }
  return code === 550 || code === 551 || code === 553 ? { code: '' } : undefined
}
