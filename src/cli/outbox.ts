// `demarc outbox`: the server's mail, sent or waiting, read from its database by the operator.
import { Refusal } from '../core/refusal.ts'
import { operatorsMessage, operatorsOutbox } from '../usecases/operators-outbox.ts'
import type { Message } from '../usecases/operators-outbox.ts'
import type { Command, ExitCode, Given } from './command.ts'
import { json } from './options.ts'
import type { Terminal } from './terminal.ts'

export const outboxCommand: Command = {
  name: 'outbox',
  summary: 'read the server’s mail: sign-in links and what tenants send',
  usage: ['outbox [--limit N] [--json]', 'outbox MESSAGE [--json]'],
  details:
    'For the operator, on the server’s own machine: it reads the database at DATABASE_URL (sqlite:./data/demarc.db without one). While no mail server is set up, messages wait here, and a link in one of them signs its recipient in: show it to nobody else.',
  example: 'demarc outbox\ndemarc outbox msg_06cdx8k2zrmw8v0h5tqj3a9n1e',
  takes: [0, 1],
  options: {
    limit: { type: 'string', value: 'N', help: 'how many at most, the newest first; 20 unless told' },
    json,
  },
  run: async (given, terminal) => {
    const url = process.env['DATABASE_URL'] ?? 'sqlite:./data/demarc.db'
    const [id] = given.positionals
    if (id !== undefined) return show(await operatorsMessage(url, id), given, terminal)
    return list(await operatorsOutbox(url, limitIn(given)), given, terminal)
  },
}

function limitIn(given: Given): number {
  const text = given.text('limit') ?? '20'
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Refusal('invalid', `--limit is a number from 1 to 9999, not "${text}"`)
  return Number(text)
}

function list(messages: readonly Message[], given: Given, terminal: Terminal): ExitCode {
  if (given.flag('json')) {
    terminal.out(`${JSON.stringify({ messages: messages.map(({ body: _body, ...head }) => head) }, null, 2)}\n`)
    return 0
  }
  if (messages.length === 0) terminal.out('There are no messages.\n')
  for (const { id, state, recipient, subject, madeAt } of messages)
    terminal.out(`${id}  ${madeAt}  ${state.padEnd(9)}  ${printable(recipient)}  ${printable(subject)}\n`)
  return 0
}

function show(message: Message, given: Given, terminal: Terminal): ExitCode {
  if (given.flag('json')) {
    terminal.out(`${JSON.stringify(message, null, 2)}\n`)
    return 0
  }
  const { id, state, recipient, subject, madeAt, failure, body } = message
  const lines = [
    terminal.style('bold', printable(subject)),
    `${id}, ${state}, written ${madeAt} to ${printable(recipient)}`,
    ...(failure === undefined ? [] : [`the mail server said: ${printable(failure)}`]),
    '',
    ...body.split('\n').map(printable),
  ]
  terminal.out(`${lines.join('\n')}\n`)
  return 0
}

/** What somebody typed does not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\ufffd')
}
