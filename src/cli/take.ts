// demarc take: a duty that nobody has, taken by a party, whole or in part.
import { coverage } from '../core/coverage.ts'
import { tally } from '../core/coverage-summary.ts'
import { Refusal } from '../core/refusal.ts'
import { takeDuty } from '../core/take-duty.ts'
import type { Taking } from '../core/take-duty.ts'
import { Text } from '../core/text.ts'
import { loadContext } from '../library/knowledge.ts'
import type { Command, Given } from './command.ts'
import { changedBytes } from './document-file.ts'
import { readMatrixFile, refuseToReplace, writeNew, writeWhole } from './files.ts'
import * as options from './options.ts'
import type { Terminal } from './terminal.ts'

export const takeCommand: Command = {
  name: 'take',
  summary: 'Give a duty that nobody has taken to a party, whole or in part',
  usage: [
    'take MATRIX ACTIVITY --party ID -o OUT [--duty N] [--does TEXT] [--evidence WHAT] [--leaves TEXT] [--handoff TEXT] [--accountable ID] [--offering ID] [--by NAME] [--reason TEXT] [--force]',
  ],
  details:
    'What a document leaves to the customer stays open until a party takes it. Where the document does not say what that is, say it with --does. --leaves says what that party does not take: it is open again, for the next one. Where several parties act, say with --handoff how their duties meet. demarc gaps names what nobody has taken.',
  example: 'demarc take next.json claim-ac-l2-3-1-1-1983aa4b --party msp --leaves "approve each account" -o taken.json',
  takes: [2, 2],
  options: {
    party: { type: 'string', value: 'ID', help: 'who takes it' },
    duty: { type: 'string', value: 'N', help: 'which, where the activity has several open duties' },
    does: { type: 'string', value: 'TEXT', help: 'the duty in its words; else as it stands' },
    evidence: { type: 'string', multiple: true, value: 'WHAT', help: 'what shows that it was done' },
    leaves: { type: 'string', value: 'TEXT', help: 'what it does not take' },
    handoff: { type: 'string', value: 'TEXT', help: 'how the duties of several parties meet' },
    accountable: { type: 'string', value: 'ID', help: 'who answers for the activity' },
    offering: { type: 'string', value: 'ID', help: 'which offering of the party delivers it' },
    by: { type: 'string', value: 'NAME', help: 'who decided that the party takes it' },
    reason: { type: 'string', value: 'TEXT', help: 'why' },
    output: options.output,
    force: options.force,
  },
  run: async (given, terminal) => {
    const [file = '', activity = ''] = given.positionals
    const output = given.text('output')
    if (output === undefined) throw new Refusal('invalid', 'say where the new matrix goes: -o OUT')
    refuseToReplace(output, given.flag('force'))
    const taking = takingIn(given, terminal)
    const context = loadContext()
    const before = await readMatrixFile(file, context, terminal)
    const after = takeDuty(before, activity, taking)
    const bytes = await changedBytes(output, file, { before, after })
    ;(given.flag('force') ? writeWhole : writeNew)(output, bytes)
    const open = (one: typeof before): number => tally(coverage(one, context).objectives).open
    terminal.out(
      `${output} written: ${taking.party} takes it. Open objectives: ${open(before)} before, ${open(after)} now.\n`,
    )
    return 0
  },
}

function takingIn(given: Given, { today }: Pick<Terminal, 'today'>): Taking {
  const party = given.text('party')
  if (party === undefined) throw new Refusal('invalid', 'say who takes it: --party ID')
  const duty = numberIn(given.text('duty'))
  const said = textsIn(given, ['does', 'leaves', 'handoff', 'accountable', 'offering'])
  const record = textsIn(given, ['by', 'reason'])
  return {
    party,
    ...(duty !== undefined && { duty }),
    ...said,
    evidence: given.texts('evidence').map((text) => textIn('evidence', text)),
    ...(Object.keys(record).length > 0 && { record: { ...record, date: today } }),
  }
}

function textsIn(given: Given, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((option) => {
      const text = given.text(option)
      return text === undefined ? [] : [[option, textIn(option, text)]]
    }),
  )
}

function numberIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Refusal('invalid', `--duty "${text}" is no number of a duty: 1, 2 …`)
  return Number(text)
}

function textIn(option: string, given: string): string {
  const text = Text.safeParse(given)
  if (!text.success) throw new Refusal('invalid', `--${option}: ${text.error.issues[0]!.message}`)
  return text.data
}
