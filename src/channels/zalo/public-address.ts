import { BlockList, isIP } from 'node:net'
import { parseUrl } from '../../parse-url.ts'

/** Networks that are nobody's on the internet (IANA special-purpose registries): this machine, its neighbours, clouds' insides. */
const inner = new BlockList()
const inner4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const
for (const [network, prefix] of inner4) inner.addSubnet(network, prefix, 'ipv4')
const inner6 = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const
for (const [network, prefix] of inner6) inner.addSubnet(network, prefix, 'ipv6')

/** Whether an IP address is one of the open internet. An IPv4 address written as IPv6 counts as what it is. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  return !inner.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** Whether the host of an address is this very machine, as in a test. */
export function isLoopback(url: string): boolean {
  const hostname = parseUrl(url)?.hostname ?? ''
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname)
}
