import webpush from 'web-push'
import { type SafeFetch, TargetRefused } from '#server/platform/outgoing/safeFetch.ts'

export type Apparaat = { adres: string; p256dh: string; auth: string }
export type Vapid = { publiek: string; prive: string; contact: string }

/** The device is not there any more (404, 410), or may never be sent to. */
export class ApparaatWeg extends Error {}

/**
 * Sends one encrypted message (RFC 8291) to the push service of a browser, signed with our key (RFC 8292).
 * @param onderwerp a newer message with the same one replaces an older one that was not delivered yet
 * @throws ApparaatWeg when there is nobody; anything else may be tried again
 */
export async function stuurPush(
  apparaat: Apparaat,
  payload: string,
  { vapid, safeFetch, spoed, onderwerp }: { vapid: Vapid; safeFetch: SafeFetch; spoed: boolean; onderwerp: string },
): Promise<void> {
  // The library makes the request only: where it goes, is judged by ours.
  const { headers, body } = webpush.generateRequestDetails(
    { endpoint: apparaat.adres, keys: { p256dh: apparaat.p256dh, auth: apparaat.auth } },
    payload,
    {
      vapidDetails: { subject: vapid.contact, publicKey: vapid.publiek, privateKey: vapid.prive },
      contentEncoding: 'aes128gcm',
      TTL: 3 * 86_400,
      urgency: spoed ? 'high' : 'normal',
      topic: onderwerp,
    },
  )
  const tekst = Object.fromEntries(Object.entries(headers).map(([naam, waarde]) => [naam, String(waarde)]))
  const antwoord = await safeFetch(apparaat.adres, {
    method: 'POST',
    headers: tekst,
    body: new Uint8Array(body ?? []),
  }).catch((error: unknown) => {
    throw error instanceof TargetRefused ? new ApparaatWeg(error.message) : error
  })
  await antwoord.body?.cancel()
  if (antwoord.status === 404 || antwoord.status === 410)
    throw new ApparaatWeg(`the push service answered ${antwoord.status}`)
  if (!antwoord.ok) throw new Error(`the push service answered ${antwoord.status}`)
}
