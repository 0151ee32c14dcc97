import { isIP } from 'node:net'
import { isPrivateAddress, parseAllowList } from '#server/platform/outgoing/privateAddress.ts'

/**
 * Whether this can be the address of a device at a push service: https, to a public host. A browser gives it, so it may be
 * anything; where it leads to is judged once more at each message, by `createSafeFetch`.
 * @param intern what the administrator allows in his own network
 */
export function isPushadres(adres: string, intern: readonly string[]): boolean {
  if (!URL.canParse(adres)) return false
  const url = new URL(adres)
  if (url.username || url.password) return false
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const lijst = parseAllowList(intern)
  if (lijst.host(host) || lijst.address(host)) return url.protocol === 'https:' || url.protocol === 'http:'
  if (url.protocol !== 'https:') return false
  return isIP(host) === 0 ? host.includes('.') : !isPrivateAddress(host)
}
