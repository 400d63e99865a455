// Who takes part and with what: the parties with their class and what they hold, and the offerings bought.
import { cellOf } from '../paper/paper.ts'
import type { Block, Section } from '../paper/paper.ts'
import type { Subject } from '../rendition/rendition.ts'
import { capacityOf } from './capacity.ts'
import { partiesInOrder } from './party-order.ts'
import { partyName } from '../views/view.ts'

export function partySections(subject: Subject): readonly Section[] {
  return [
    { number: '4', heading: 'Parties', level: 1, blocks: [parties(subject)] },
    { number: '5', heading: 'Offerings bought', level: 1, blocks: [offerings(subject)] },
  ]
}

function parties({ matrix }: Subject): Block {
  return {
    kind: 'table',
    caption: 'The parties, what they are and what they hold',
    columns: [
      { title: 'Party', weight: 3 },
      { title: 'Class', weight: 3 },
      { title: 'Holds', weight: 3 },
      { title: 'Why it is in scope', weight: 4 },
    ],
    groups: [
      {
        rows: partiesInOrder(matrix).map((party) => [
          [[{ text: party.legalName, mark: 'strong' }], [{ text: capacityOf(party, matrix), mark: 'muted' }]],
          cellOf(party.class ?? 'not stated'),
          cellOf((party.holds ?? ['not stated']).join('\n')),
          cellOf(party.because ?? ''),
        ]),
      },
    ],
  }
}

function offerings({ matrix, context }: Subject): Block {
  if (matrix.offerings.length === 0)
    return {
      kind: 'text',
      style: 'clause',
      line: [{ text: 'None. What an offering would deliver falls to the Client or to nobody, as each row says.' }],
    }
  const where = (scopes: readonly string[] | undefined): string =>
    scopes === undefined
      ? 'all'
      : scopes.map((id) => matrix.scopes.find((scope) => scope.id === id)?.title ?? id).join('\n')
  return {
    kind: 'table',
    caption: 'The offerings that this allocation rests on',
    columns: [
      { title: 'Offering', weight: 3 },
      { title: 'Delivered by', weight: 3 },
      { title: 'What it delivers', weight: 7 },
      { title: 'Where', weight: 2 },
    ],
    groups: [
      {
        rows: matrix.offerings.map(({ id, by, scopes, basis }) => [
          cellOf(context.offerings?.[id]?.title ?? id),
          cellOf(
            [
              partyName(matrix, by),
              ...(basis === undefined
                ? []
                : [`rests on ${basis.document}${basis.date === undefined ? '' : `, ${basis.date}`}`]),
            ].join('\n'),
          ),
          cellOf(contractWords(context.offerings?.[id]?.contract, partyName(matrix, by))),
          cellOf(where(scopes)),
        ]),
      },
    ],
  }
}

/** The sentence speaks of the MSP and the client; whoever delivers the offering stands in the place of the first. */
function contractWords(sentence: string | undefined, name: string): string {
  return sentence === undefined
    ? 'as the Agreement describes it'
    : sentence.replace(/^The MSP\b/, name).replaceAll(/\bthe client\b/g, 'the Client')
}
