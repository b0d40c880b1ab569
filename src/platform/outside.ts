import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Why nobody is asked: the name leads nowhere, or into the operator's own network. */
export class OutOfReach extends Error {
  readonly reason: 'host' | 'private'
  constructor(reason: 'host' | 'private') {
    super(reason)
    this.reason = reason
  }
}

interface Asking {
  /** Only for an intranet or a test. */
  allowPrivate: boolean
  signal: AbortSignal
  headers: Record<string, string>
  method?: 'GET' | 'POST'
  body?: Uint8Array
}

/**
 * Asks an address that a stranger gave. Its name is resolved here and connected to at exactly that address, so that a
 * name that changes its answer does not lead into the operator's own network. Redirects are the caller's.
 */
export async function askOutside(
  url: URL,
  { allowPrivate, signal, headers, method = 'GET', body }: Asking,
): Promise<IncomingMessage> {
  const { address, family } = await resolve(url.hostname, allowPrivate)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const toThisAddress: LookupFunction = (_host, options, done) => {
    if (options.all) done(null, [{ address, family }])
    else done(null, address, family)
  }
  return new Promise((answer, fail) => {
    request(url, {
      method,
      lookup: toThisAddress,
      signal,
      agent: false,
      headers: { 'user-agent': 'Newleaf', ...headers },
    })
      .on('response', answer)
      .on('error', fail)
      .end(body)
  })
}

async function resolve(
  hostname: string,
  allowPrivate: boolean,
): Promise<{ address: string; family: number }> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await lookup(host, { all: true }).catch(() => {
        throw new OutOfReach('host')
      })
  const [first] = found
  if (!first) throw new OutOfReach('host')
  if (!allowPrivate && found.some(({ address }) => isPrivate(address))) throw new OutOfReach('private')
  return first
}

const inside = new BlockList()
for (const [network, prefix] of [
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
] as const) {
  inside.addSubnet(network, prefix, 'ipv4')
}

const outsideIpv6 = new BlockList()
outsideIpv6.addSubnet('2000::', 3, 'ipv6')
// Inside 2000::/3, but they carry an IPv4 address or are for documents.
const insideIpv6 = new BlockList()
insideIpv6.addSubnet('2001::', 23, 'ipv6')
insideIpv6.addSubnet('2001:db8::', 32, 'ipv6')
insideIpv6.addSubnet('2002::', 16, 'ipv6')

/** Whether an address belongs to this machine, a private network or no network at all. */
export function isPrivate(address: string): boolean {
  if (isIP(address) === 4) return inside.check(address, 'ipv4')
  return !outsideIpv6.check(address, 'ipv6') || insideIpv6.check(address, 'ipv6')
}
