// demarc exposure: what the record could support, what rests on whom, and what is left if a party leaves.
import { exposureJson, exposures } from '../core/exposures.ts'
import type { Exposure } from '../core/exposures.ts'
import type { PartyId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import { partyName } from '../core/views/view.ts'
import { loadContext } from '../library/knowledge.ts'
import type { Command } from './command.ts'
import { sayCeiling, sayDesignations, sayOrphans } from './exposure-report.ts'
import type { Reader } from './exposure-report.ts'
import { readMatrixFile } from './files.ts'
import * as options from './options.ts'

export const exposureCommand: Command = {
  name: 'exposure',
  summary: 'The supported ceiling, what rests on each party, and what is left if one leaves',
  usage: ['exposure FILE [--without PARTY] [--json]'],
  details:
    'The ceiling is the highest score that this record could support. It is not an SPRS score: that one scores implementation.',
  example: 'demarc exposure examples/msp-and-soc.yaml --without soc',
  takes: [1, 1],
  options: { without: { type: 'string', value: 'PARTY', help: 'as if this party had left' }, json: options.json },
  run: async (given, terminal) => {
    const context = loadContext()
    const matrix = await readMatrixFile(given.positionals[0]!, context, terminal)
    const leaver = knownParty(given.text('without'), matrix)
    const exposed = exposures(matrix, context, leaver)
    if (given.flag('json'))
      terminal.out(
        `${JSON.stringify(Object.fromEntries([...exposed].map(([id, exposure]) => [id, exposureJson(exposure)])), null, 2)}\n`,
      )
    else
      terminal.out(
        [...exposed]
          .map(([id, exposure]) => sayExposure(context.frameworks.get(id)!.title, exposure, { matrix, terminal }))
          .join('\n'),
      )
    return 0
  },
}

function sayExposure(title: string, exposure: Exposure, reader: Reader): string {
  const { ceiling, byParty, designations: flags, report, without } = exposure
  return [
    reader.terminal.style('bold', title),
    ...(ceiling ? sayCeiling(ceiling, byParty, reader) : []),
    ...(flags ? sayDesignations(flags) : []),
    ...(report
      ? [
          `  Whose report: ${partyName(reader.matrix, report.assessed)}`,
          '  demarc show --view cuec, and --view csoc, list the complementary controls.',
        ]
      : []),
    ...(without ? sayOrphans(without, reader) : []),
    ...(ceiling || flags || report || without
      ? []
      : ['  Nothing is scored or designated here; demarc gaps lists what is open.']),
    '',
  ].join('\n')
}

function knownParty(party: string | undefined, matrix: Matrix): PartyId | undefined {
  const parties = matrix.parties.map(({ id }) => id)
  if (party !== undefined && !parties.includes(party))
    throw new Refusal('invalid', `there is no party "${party}" in this matrix; ${suggest(party, parties)}`)
  return party
}
