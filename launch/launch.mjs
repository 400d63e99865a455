// From a command's name to the running command. On a prepared machine this is all that loads.
import { join } from 'node:path'
import { dependenciesAreCurrent, nodeSuits, root } from './ready.mjs'
import { runHere } from './run.mjs'

/** @type {Readonly<Record<string, string>>} */
const entries = {
  start: 'src/cli/start.ts',
  demarc: 'src/cli/main.ts',
  test: 'tools/test.ts',
  verify: 'tools/verify.ts',
  format: 'tools/format.ts',
  schema: 'tools/schema.ts',
  api: 'tools/api.ts',
  library: 'tools/library.ts',
  bench: 'tools/bench.ts',
  soak: 'tools/soak.ts',
}

/** @param {string} command @param {readonly string[]} args */
export async function launch(command, args) {
  const entry = Object.hasOwn(entries, command) ? entries[command] : undefined
  if (entry === undefined) {
    process.stderr.write(`usage: node launch.mjs ${Object.keys(entries).join('|')} [arguments]\n`)
    process.exitCode = 2
    return
  }
  goToFolder(command)
  if (nodeSuits() && dependenciesAreCurrent(root)) return runHere(join(root, entry), args)
  const { prepare } = await import('./prepare.mjs')
  const node = await prepare(root)
  if (node === undefined) return
  if (node === process.execPath) return runHere(join(root, entry), args)
  const { runWith } = await import('./run-with.mjs')
  await runWith(node, [join(root, 'launch.mjs'), command, ...args])
}

/** The command line works where its user is; everything else works on the project. @param {string} command */
function goToFolder(command) {
  if (command !== 'demarc') process.chdir(root)
  else if (process.env['npm_lifecycle_event'] === 'demarc') process.chdir(process.env['INIT_CWD'] ?? '.')
}
