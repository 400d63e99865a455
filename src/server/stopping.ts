// While a server stops, a connection that has its answer is closed: kept open, it would hold up the end.
import type { FastifyInstance } from 'fastify'

export function closeWhenStopping(app: FastifyInstance, stopping: () => boolean): void {
  app.addHook('onSend', (...[, reply, , done]) => {
    if (stopping()) reply.header('connection', 'close')
    done()
  })
  app.addHook('onResponse', (_request, _reply, done) => {
    if (stopping()) setImmediate(() => app.server.closeIdleConnections())
    done()
  })
}
