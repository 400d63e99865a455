// The files that go with the pages of signing in, under addresses that change with them.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

interface Asset {
  readonly address: string
  readonly type: string
  readonly bytes: Buffer
}

const files = {
  'sign-in.css': 'text/css; charset=utf-8',
  'passkey.js': 'text/javascript; charset=utf-8',
  'invitation.js': 'text/javascript; charset=utf-8',
  'demarc.svg': 'image/svg+xml',
} as const

export function assetsOf(): Readonly<Record<string, Asset>> {
  const made = Object.entries(files).map(([name, type]) => {
    const bytes = readFileSync(join(import.meta.dirname, 'assets', name))
    const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
    return [name, { address: `/assets/${name.replace('.', `-${mark}.`)}`, type, bytes }] as const
  })
  return Object.fromEntries(made)
}

export function mountAssets(app: FastifyInstance, assets: Readonly<Record<string, Asset>>): void {
  for (const { address, type, bytes } of Object.values(assets))
    app.get(address, async (_request, reply) =>
      reply.header('content-type', type).header('cache-control', 'public, max-age=31536000, immutable').send(bytes),
    )
}
