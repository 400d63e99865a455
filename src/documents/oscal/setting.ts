// What every OSCAL document of one export shares: the subject, its two sides, UUIDs of its things and its roles.
import { Refusal } from '../../core/refusal.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import type { PartyId } from '../../core/identifiers.ts'
import { objectivesOf } from '../../core/views/serving.ts'
import { partyName } from '../../core/views/view.ts'
import { oneLine } from './markup.ts'
import { roleBook } from './roles.ts'
import type { RoleBook } from './roles.ts'
import { subjectUuid } from './uuid.ts'

export interface Setting {
  readonly subject: Subject
  /** a UUID for a thing of this matrix, by what it is */
  readonly id: (...key: readonly string[]) => string
  readonly name: (party: PartyId) => string
  readonly roles: RoleBook
}

export const msp = 'msp'
export const client = 'client'

export function settingOf(subject: Subject): Setting {
  const { matrix } = subject
  for (const [id, called] of [
    [msp, 'MSP'],
    [client, 'client'],
  ] as const)
    if (!matrix.parties.some((party) => party.id === id))
      throw new Refusal('invalid', 'this matrix cannot be written as OSCAL', [
        {
          at: 'parties',
          message: `no party has the id "${id}": an OSCAL plan needs the ${called}; add it to the parties`,
        },
      ])
  if (objectivesOf(subject).length === 0)
    throw new Refusal('invalid', 'this matrix cannot be written as OSCAL', [
      {
        at: 'frameworks',
        message: 'no objective is in scope, and OSCAL takes no empty plan; choose another framework',
      },
    ])
  return {
    subject,
    id: (...key) => subjectUuid(matrix.id, ...key),
    name: (party) => oneLine(partyName(matrix, party)),
    roles: roleBook(subject),
  }
}
