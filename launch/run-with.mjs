// Runs another Node in our place: same terminal, same folder; its signals and its exit code become ours.
import { spawn } from 'node:child_process'

/** @param {string} node @param {readonly string[]} args @returns {Promise<void>} */
export function runWith(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' })
  const stopForwarding = forwardSignals(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      stopForwarding()
      if (signal === null) process.exitCode = code ?? 1
      else process.kill(process.pid, signal)
      resolve()
    })
  })
}

// On a terminal, Ctrl-C reaches the child by itself: sent twice, it would ask for a forced stop.
/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  const handlers = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']).map((signal) => {
    const handler = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    process.on(signal, handler)
    return { signal, handler }
  })
  return () => handlers.forEach(({ signal, handler }) => process.off(signal, handler))
}
