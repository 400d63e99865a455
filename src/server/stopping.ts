// While a server stops, a connection that has its answer is closed, and so is one on which nothing was ever asked: kept open, they
// would hold up the end.
import type { Socket } from 'node:net'
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
  closeSilent(app)
}

/** A browser opens connections ahead, and a watcher only to see that it can: Node takes these for busy ones. */
function closeSilent(app: FastifyInstance): void {
  const silent = new Set<Socket>()
  let closing = false
  app.server.on('connection', (socket) => {
    if (closing) socket.destroy()
    else silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  app.server.on('request', ({ socket }) => silent.delete(socket))
  app.addHook('preClose', async () => {
    closing = true
    for (const socket of silent) socket.destroy()
  })
}
