// Finds the machine's npm and runs it: always its JavaScript with a Node, never `npm` or `npm.cmd` through a shell.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { Refusal, say } from './say.mjs'

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline']
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']
const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/u

/** @returns {string} the path of npm-cli.js */
export function findNpm(env = process.env, node = process.execPath) {
  const found = npmPlaces(env, node).find((place) => existsSync(place))
  if (found === undefined) throw new Refusal('npm was not found; install it (it comes with Node.js), then run again')
  return found
}

/** @param {NodeJS.ProcessEnv} env @param {string} node */
function npmPlaces(env, node) {
  const caller = env['npm_execpath'] ?? ''
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return [
    ...(basename(caller) === 'npm-cli.js' ? [caller] : []),
    ...installedIn(dirname(node)),
    ...folders.flatMap((folder) => [...linkTarget(join(folder, 'npm')), ...installedIn(folder)]),
  ]
}

/** Windows keeps npm beside the program, the others in lib. @param {string} folder */
function installedIn(folder) {
  const cli = ['node_modules', 'npm', 'bin', 'npm-cli.js']
  return [join(folder, ...cli), join(folder, '..', 'lib', ...cli)]
}

/** @param {string} link */
function linkTarget(link) {
  const target = existsSync(link) ? realpathSync(link) : ''
  return basename(target) === 'npm-cli.js' ? [target] : []
}

/** @param {string} cli @returns {string} */
export function npmVersion(cli) {
  const text = readFileSync(join(dirname(cli), '..', 'package.json'), 'utf8')
  const manifest = /** @type {{ version: string }} */ (JSON.parse(text))
  return manifest.version
}

/**
 * Installs exactly what the lockfile in `folder` says.
 * @param {{ node: string, cli: string, folder: string, what: string, note: string, flags: readonly string[] }} job
 */
export async function npmCi({ node, cli, folder, what, note, flags }) {
  say(`fetching ${what} (${note}) …`)
  const { code, output } = await run(node, [cli, 'ci', ...quiet, ...patience, ...flags], folder)
  if (code === 0) return
  const unreached = noNetwork.exec(output)
  if (unreached !== null) {
    throw new Refusal(
      `could not fetch ${what}: npm could not reach its registry (${unreached[0]}); check the network, then run again`,
    )
  }
  throw new Refusal(
    `could not fetch ${what}: npm ended with code ${code}\n${output.trim().split('\n').slice(-12).join('\n')}`,
  )
}

/** @param {string} node @param {readonly string[]} args @param {string} cwd @returns {Promise<{ code: number, output: string }>} */
function run(node, args, cwd) {
  const child = spawn(node, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const stop = () => child.kill()
  process.once('exit', stop)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', stop)
      resolve({ code: code ?? 1, output })
    })
  })
}
