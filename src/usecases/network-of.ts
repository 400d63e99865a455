// An address as it is counted where somebody may ask only so often.
import ipaddr from 'ipaddr.js'

/** Of IPv6 the network of 64 bits, which one customer of a provider has whole; an address that is none counts with all that are none. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()}/64`
}
