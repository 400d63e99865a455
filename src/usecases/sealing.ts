// Secrets that must be read again, sealed before they are kept: the database alone, or a backup of it, does not tell them.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Whose secret it is: sealed for one, it cannot be opened as another’s. */
export interface SealedFor {
  readonly tenant: string
  readonly subject: string
}

export interface Sealing {
  readonly seal: (plain: string, whose: SealedFor) => string
  /** undefined: it was sealed under another DEMARC_SECRET, or for somebody else, or changed since */
  readonly open: (sealed: string, whose: SealedFor) => string | undefined
}

const cipher = 'aes-256-gcm'
const version = 'v1'
const lengths = { key: 32, iv: 12, tag: 16 } as const

/** @param secret DEMARC_SECRET; sessions and factors use it in their own ways, so what is kept here has a key of its own */
export function sealingWith(secret: string): Sealing {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'demarc: secrets of webhooks, v1', lengths.key))
  return {
    seal: (plain, whose) => {
      const iv = randomBytes(lengths.iv)
      const sealer = createCipheriv(cipher, key, iv, { authTagLength: lengths.tag }).setAAD(nameOf(whose))
      const bytes = Buffer.concat([iv, sealer.update(plain, 'utf8'), sealer.final(), sealer.getAuthTag()])
      return `${version}.${bytes.toString('base64url')}`
    },
    open: (sealed, whose) => {
      const [named, text = '', ...more] = sealed.split('.')
      const bytes = Buffer.from(text, 'base64url')
      if (named !== version || more.length > 0 || bytes.length < lengths.iv + lengths.tag) return undefined
      const opener = createDecipheriv(cipher, key, bytes.subarray(0, lengths.iv), { authTagLength: lengths.tag })
      opener.setAAD(nameOf(whose)).setAuthTag(bytes.subarray(-lengths.tag))
      const plain = opener.update(bytes.subarray(lengths.iv, -lengths.tag))
      try {
        return Buffer.concat([plain, opener.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}

function nameOf({ tenant, subject }: SealedFor): Buffer {
  return Buffer.from(JSON.stringify([tenant, subject]))
}
