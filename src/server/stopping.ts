// While a server stops, a connection that has its answer is closed: kept open, it would hold up the end.
import type { FastifyInstance } from 'fastify'

export function closeWhenStopping(app: FastifyInstance, stopping: () => boolean): void {
  app.addHook('onSend', (...[, reply, , done]) => {
    if (stopping()) reply.header('connection', 'close')
    done()
  })
  app.addHook('onResponse', (_request, _reply, done) => {
    // not while it still takes requests: one may be on its way on a connection that is idle here
    if (stopping() && !app.server.listening) setImmediate(() => app.server.closeIdleConnections())
    done()
  })
}
