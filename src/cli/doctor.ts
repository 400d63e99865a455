// demarc doctor: is everything there that a server needs, and safe; and what to do where it is not.
import { Refusal } from '../core/refusal.ts'
import type { Configuration, Environment } from '../server/configuration/configuration.ts'
import type { Command, ExitCode } from './command.ts'
import { checkups } from './doctor/checkups.ts'
import type { Remark } from './doctor/remark.ts'
import type { Terminal } from './terminal.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Look whether a server would run here, and say what to do where not',
  usage: ['doctor [--json]'],
  details:
    'It reads the same environment variables as the server (docs/configuration.md), looks at the database and what waits in it, greets the mail server, and looks at disk, rights, secret, clock, port, PDF compiler and fonts. It makes and changes nothing, and sends no mail.\nExit code 0: a server would run here; 1: something has to be mended.',
  example: 'demarc doctor',
  takes: [0, 0],
  options: { json: { type: 'boolean', help: 'the remarks as JSON' } },
  run: async (given, terminal) => {
    const remarks = await examine(process.env)
    if (given.flag('json')) terminal.out(`${JSON.stringify(remarks, null, 2)}\n`)
    else say(remarks, terminal)
    return remarks.some(({ state }) => state === 'wrong') ? 1 : (0 satisfies ExitCode)
  },
}

async function examine(env: Environment): Promise<readonly Remark[]> {
  const { readConfiguration } = await import('../server/configuration/configuration.ts')
  let configuration: Configuration
  try {
    configuration = readConfiguration(env)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const faults = error.issues.map(({ at, message }) => ({ about: at, state: 'wrong' as const, says: message }))
    return faults.length > 0 ? faults : [{ about: 'configuration', state: 'wrong', says: error.message }]
  }
  const remarks: Remark[] = []
  for (const [about, look] of Object.entries(checkups)) {
    try {
      for (const remark of await look(configuration, env)) remarks.push({ about, ...remark })
    } catch (error) {
      // whatever it is, the other checkups are still of use
      remarks.push({ about, state: 'wrong', says: error instanceof Error ? error.message : String(error) })
    }
  }
  return remarks
}

const marks = { good: ['green', 'good '], mind: ['yellow', 'mind '], wrong: ['red', 'WRONG'] } as const

function say(remarks: readonly Remark[], terminal: Terminal): void {
  const width = Math.max(...remarks.map(({ about }) => about.length))
  for (const { about, state, says } of remarks) {
    const [color, word] = marks[state]
    terminal.out(`${terminal.style(color, word)}  ${about.padEnd(width)}  ${says}\n`)
  }
  const wrong = remarks.filter(({ state }) => state === 'wrong').length
  terminal.out(wrong === 0 ? '\nA server would run here.\n' : `\n${wrong} to be mended.\n`)
}
