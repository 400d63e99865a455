// Where the records are kept: an SQLite file (`sqlite:./data/demarc.db`) or a PostgreSQL database (`postgres://…`).
import { Refusal } from '../core/refusal.ts'

export type Address =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string }

/** Throws a refusal; never repeats the address, which may hold a password. */
export function readAddress(text: string): Address {
  if (text.startsWith('sqlite:')) {
    const file = text.slice('sqlite:'.length).replace(/^\/\/(?=[./])/, '')
    if (file === '' || file.includes('?') || file.includes('\0'))
      throw new Refusal('invalid', 'DATABASE_URL names no file; write sqlite:./data/demarc.db')
    return { engine: 'sqlite', file }
  }
  if (/^postgres(?:ql)?:\/\//.test(text)) {
    if (!URL.canParse(text))
      throw new Refusal(
        'invalid',
        'DATABASE_URL cannot be read as an address; write postgres://user:password@host/database, with %40 for an @ in the password',
      )
    return { engine: 'postgres', url: text }
  }
  throw new Refusal('invalid', 'DATABASE_URL starts with neither sqlite: nor postgres://')
}
