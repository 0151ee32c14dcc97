import { BlockList, isIP } from 'node:net'

/**
 * Addresses that are not of the public internet: loopback, private, link-local (with the metadata services of clouds),
 * carrier NAT, documentation, multicast, and the ways to write IPv4 in IPv6 (IANA special-purpose address registries).
 */
const special: readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

const blocked = new BlockList()
for (const [network, prefix, family] of special) blocked.addSubnet(network, prefix, family)

/** Whether this IP address may not be called by somebody who only typed an address. What is no IP address, may not. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  // An IPv4 address inside an IPv6 one is judged as the IPv4 address that it is.
  return family === 0 || blocked.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** Host names, `*.suffix`, single addresses and CIDR blocks that an administrator allows all the same. */
export type AllowList = { host(name: string): boolean; address(ip: string): boolean }

/** @throws Error naming the entry that is no host, address or block */
export function parseAllowList(entries: readonly string[]): AllowList {
  const hosts = new Set<string>()
  const suffixes: string[] = []
  const blocks = new BlockList()
  for (const entry of entries.map((each) => each.trim().toLowerCase()).filter(Boolean)) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address)
    if (family && isPrefix(prefix, family)) {
      blocks.addSubnet(
        address,
        prefix === undefined ? (family === 6 ? 128 : 32) : Number(prefix),
        `ipv${family as 4 | 6}`,
      )
    } else if (/^\*\.[a-z0-9.-]+$/.test(entry)) suffixes.push(entry.slice(1))
    else if (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(entry)) hosts.add(entry)
    else throw new Error(`"${entry}" is not a host name, an address or a block such as 10.0.0.0/8`)
  }
  return {
    host: (name) => hosts.has(name) || suffixes.some((suffix) => name.endsWith(suffix)),
    address: (ip) => isIP(ip) !== 0 && blocks.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4'),
  }
}

const isPrefix = (prefix: string | undefined, family: number) =>
  prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 6 ? 128 : 32))
