// What a DATABASE_URL says of the way to the database: which engine, which file, and whether others on the network could read along.
import { dirname } from 'node:path'
import { readAddress } from '../store/address.ts'

export type DatabaseAddress =
  | { readonly engine: 'sqlite'; readonly file: string; readonly folder: string }
  | { readonly engine: 'postgres'; readonly host: string; readonly onThisMachine: boolean; readonly proven: boolean }

/** Throws a refusal that does not repeat the address: it may hold a password. */
export function databaseAddress(databaseUrl: string): DatabaseAddress {
  const address = readAddress(databaseUrl)
  if (address.engine === 'sqlite') return { ...address, folder: dirname(address.file) }
  const { hostname, searchParams } = new URL(address.url)
  const host = searchParams.get('host') ?? hostname
  return { engine: 'postgres', host, onThisMachine: isHere(host), proven: isProven(searchParams) }
}

/** A socket in a folder, or the loopback. */
function isHere(host: string): boolean {
  return host === '' || host.startsWith('/') || /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(host)
}

/** Without an sslmode the driver sends in clear; `no-verify` encrypts for whoever answers. */
function isProven(search: URLSearchParams): boolean {
  const mode = search.get('sslmode')
  if (search.get('uselibpqcompat') === 'true') return mode === 'verify-full'
  return mode === 'verify-full' || mode === 'verify-ca' || mode === 'require'
}
