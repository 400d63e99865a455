// How the text of an environment variable is read: each of these refuses with what to write instead.
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

export interface AddressRange {
  readonly text: string
  readonly contains: (address: string) => boolean
}

/** A whole number; the words for it come with the bounds. */
export function wholeNumber(least: number, most: number) {
  const message = `write a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message)
}

export const yesOrNo = z.enum(['yes', 'no'], 'write yes or no').transform((word) => word === 'yes')

/** `10.0.0.0/8, 192.168.1.7, fd00::/8` */
export const addressRanges = z.string().transform((text, context): readonly AddressRange[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const range = rangeOf(part)
      if (range !== undefined && part.endsWith('/0')) {
        context.addIssue(`“${part}” is every address there is; name those that you mean`)
        return []
      }
      if (range !== undefined) return [range]
      context.addIssue(`“${part}” is no address and no range; write addresses like 10.1.2.3 or ranges like 10.0.0.0/8`)
      return []
    }),
)

function rangeOf(text: string): AddressRange | undefined {
  const slashed = text.includes('/')
  if (slashed ? !ipaddr.isValidCIDR(text) : !ipaddr.isValid(text)) return undefined
  const whole = ipaddr.parse(slashed ? text.slice(0, text.indexOf('/')) : text)
  const bits = slashed ? Number(text.slice(text.indexOf('/') + 1)) : whole.kind() === 'ipv4' ? 32 : 128
  return { text, contains: (address) => isWithin(address, whole, bits) }
}

/** An IPv4 address that a socket wrote as IPv6 (`::ffff:10.1.2.3`) is the IPv4 address. */
function isWithin(address: string, range: ipaddr.IPv4 | ipaddr.IPv6, bits: number): boolean {
  if (!ipaddr.isValid(address)) return false
  const one = ipaddr.process(address)
  return one.kind() === range.kind() && one.match(range, bits)
}

/** `northshore.example, @elm.example` */
export const mailDomains = z.string().transform((text, context): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim().toLowerCase().replace(/^@/, ''))
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(part)) return [part]
      context.addIssue(`“${part}” is no domain of mail addresses; write domains like northshore.example`)
      return []
    }),
)

/** Scheme, host and port, and nothing more: what browsers send as `Origin`. */
export const publicOrigin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    context.addIssue('write the address that people type, such as https://demarc.example.com')
  else if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    context.addIssue(`Demarc answers at the root of a host: write ${url.origin}`)
  else if (url.protocol === 'http:' && !isLoopbackName(url.hostname))
    context.addIssue(
      `browsers keep a session safe over https only: write https://${url.host} and put a proxy that ends TLS in front (docs/running.md)`,
    )
  else return url.origin
  return z.NEVER
})

export function isLoopbackName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

export const secretText = z
  .string()
  .min(32, 'it is too short to be safe; write at least 32 random characters: openssl rand -base64 33')
  .refine((text) => new Set(text).size >= 12, 'it repeats itself; write random characters: openssl rand -base64 33')
