// Where a webhook may lead: to a public address on the internet, and nowhere within the operator's own network.
import ipaddr from 'ipaddr.js'
import { Refusal } from '../../core/refusal.ts'

export interface WebhookRules {
  /** may webhooks go to http: addresses too */
  readonly http: 'refused' | 'allowed'
  /** private networks that are allowed nevertheless: `10.1.0.0/16` */
  readonly networks: readonly string[]
}

export const strictRules: WebhookRules = { http: 'refused', networks: [] }

/** The address as it will be asked, or a refusal that says what to do. A name is looked up only when it is asked. */
export function webhookTarget(text: string, rules: WebhookRules): URL {
  if (text.length > 2000 || !URL.canParse(text))
    throw refused('write a whole address, such as https://example.com/hook')
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && rules.http === 'allowed'))
    throw refused('it must begin with https://')
  if (url.username !== '' || url.password !== '')
    throw refused('leave out the name and password; each delivery is signed instead')
  if (url.hash !== '') throw refused('leave out what comes after #; it is never sent')
  refusePort(url)
  refuseHost(url.hostname, rules)
  return url
}

/** The ports of the web, and those that no system service has. */
function refusePort({ port, protocol }: URL): void {
  const standard = protocol === 'https:' ? 443 : 80
  const number = port === '' ? standard : Number(port)
  if (number !== standard && number < 1024) throw refused(`port ${number} is none that webhooks go to`)
}

const localNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa)$/

function refuseHost(hostname: string, rules: WebhookRules): void {
  const literal = hostname.replace(/^\[(.*)\]$/, '$1')
  if (ipaddr.isValid(literal)) {
    if (!mayReach(literal, rules)) throw refused(`${literal} is no public address`)
    return
  }
  const name = literal.replace(/\.$/, '')
  if (rules.networks.length > 0) return // names of the networks that the operator opened
  if (!name.includes('.') || localNames.test(name)) throw refused(`"${name}" is no name on the public internet`)
}

/** Exactly the addresses that are routed publicly: not what stands for another address (mapped, NAT64, 6to4, Teredo). */
export function mayReach(address: string, { networks }: WebhookRules): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || inGlobalUnicast(parsed))) return true
  return networks.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network)
    return base.kind() === parsed.kind() && parsed.match(base, bits)
  })
}

/** RFC 4291 §2.4: 2000::/3 is all that was ever given out; `::7f00:1` is a loopback in disguise. */
function inGlobalUnicast(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.toByteArray()[0]! >> 5 === 1
}

function refused(why: string): Refusal {
  return new Refusal('invalid', `a webhook cannot go to this address: ${why}`)
}
