// How the body of a request is taken: JSON read strictly, a file's bytes as they are, and nothing that was packed.
import type { FastifyInstance } from 'fastify'
import { readBody } from '../usecases/read-body.ts'
import { NotTaken } from './problem.ts'

export function takeBodies(app: FastifyInstance): void {
  // unpacked, a small request could fill the memory; read as it is, it would be called broken JSON
  app.addHook('preParsing', async (request, reply) => {
    const coding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
    if (coding === 'identity') return
    reply.header('accept-encoding', 'identity')
    throw new NotTaken(415, 'send the body as it is, without Content-Encoding; this server takes no packed one')
  })
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) =>
    readBody(bytes),
  )
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) =>
    done(null, bytes),
  )
}
